import type { Session } from '@/lib/session';

// A few invented people of the world's commune, as the server would tell of them.
const always = { from: '2025-07-01', until: '9999-12-31' };

export const civilServant: Session = {
  account: '100',
  login: 'thao.qt',
  name: 'Quàng Thị Thảo',
  person: '200',
  unit: '300',
  language: 'vi',
  must_change_password: false,
  roles: [{ role: 'civil_servant', unit: '300', ...always }],
  permissions: [],
  home: ['civil_servant'],
};

export const hrOfficer: Session = {
  ...civilServant,
  account: '101',
  login: 'mai.lt',
  name: 'Lò Thị Mai',
  person: '201',
  roles: [{ role: 'hr_officer', unit: '300', ...always }],
  permissions: [
    'read_people',
    'read_personal_facts',
    'edit_people',
    'import_people',
    'edit_posts',
    'read_needs',
    'see_jobs',
  ],
  home: ['hr_officer', 'civil_servant'],
};

export const planner: Session = {
  ...civilServant,
  account: '102',
  login: 'ha.nt',
  name: 'Nguyễn Thu Hà',
  person: '202',
  unit: '1',
  roles: [{ role: 'planner', unit: '1', ...always }],
  permissions: [
    'read_people',
    'read_needs',
    'edit_groups',
    'edit_programmes',
    'read_plans',
    'edit_plans',
    'submit_plans',
  ],
  home: ['planner', 'civil_servant'],
};

import type { Session } from '@/lib/session';

// A few invented people of the world's commune, as the server would tell of them.
const person: Session = {
  account_id: '100',
  person_id: '200',
  display_name: 'Quàng Thị Thảo',
  language: 'vi',
  permissions: [],
  roles: [{ role: 'civil_servant', unit_id: '300', unit_name: 'Xã Mường Ảng' }],
};

export const civilServant: Session = person;

export const hrOfficer: Session = {
  ...person,
  account_id: '101',
  person_id: '201',
  display_name: 'Lò Thị Mai',
  permissions: [
    'read_people',
    'edit_people',
    'import_people',
    'edit_posts',
    'read_needs',
    'see_jobs',
  ],
  roles: [{ role: 'hr_officer', unit_id: '300', unit_name: 'Xã Mường Ảng' }],
};

export const planner: Session = {
  ...person,
  account_id: '102',
  person_id: '202',
  display_name: 'Nguyễn Thu Hà',
  permissions: [
    'read_people',
    'read_needs',
    'edit_groups',
    'edit_programmes',
    'read_plans',
    'edit_plans',
  ],
  roles: [{ role: 'planner', unit_id: '1', unit_name: 'Tỉnh Điện Biên' }],
};

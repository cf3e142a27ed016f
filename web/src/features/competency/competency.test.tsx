import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { answer, calls, problem, renderPage } from '@/testing/render';
import { planner } from '@/testing/world';

import { CompetencyEditPage } from './competency-edit-page';
import { FrameworkPage } from './framework-page';
import { FrameworksPage } from './frameworks-page';
import { RequirementsPage } from './requirements-page';
import { RoleAdoptionPage } from './role-adoption-page';

const version = {
  id: '7',
  label: '2026',
  status: 'approved',
  decision_number: '88/QĐ-UBND',
  decided_on: '2025-12-15',
  from: '2026-01-01',
  until: null,
  revision: 1,
  competencies: 1,
};
const framework = {
  id: '5',
  code: 'mau',
  name: { text: 'Khung mẫu', language: 'vi' },
  owner: '1',
  source: '',
  licence: '',
  remarks: ['partial'],
  versions: [version],
  actions: ['copy'],
};
const page = {
  framework,
  version,
  levels: [{ level: 1, code: 'CB1', name: { text: 'Cơ bản 1', language: 'vi' } }],
  areas: [
    {
      code: 'data',
      name: { text: 'Dữ liệu', language: 'vi' },
      competencies: [
        {
          id: '9',
          code: 'dc3.1.3',
          name: { text: 'Managing data', language: 'en' },
          description: { text: '', language: '' },
          descriptors: [
            { level: 1, kind: 'behaviour', text: { text: 'Lưu đúng tệp.', language: 'vi' } },
          ],
        },
      ],
    },
  ],
  roles: 0,
  actions: [],
};
const requirement = {
  id: '70',
  reason_kind: 'position_group',
  reason_id: '61',
  reason_word: '',
  reason_name: 'Lãnh đạo',
  reason_name_en: 'Leaders',
  scope: '1',
  scope_name: 'Tỉnh Điện Biên',
  competency: '9',
  competency_code: 'dc3.1.3',
  competency_name: 'Quản lý dữ liệu',
  area: 'Dữ liệu',
  levels: 6,
  minimum: 4,
  desired: 5,
  goal: 'present',
  decision_number: '215/QĐ-UBND',
  end_decision_number: '',
  note: '',
  from: '2025-09-01',
  until: null,
  recorded_at: '2025-09-01T00:00:00Z',
  actions: ['correct', 'end'],
};

test('a framework stands with its versions, and says that it is partial', async () => {
  answer('GET /frameworks', { items: [framework], actions: [] });
  renderPage(<FrameworksPage />);

  expect(await screen.findByText('Khung mẫu')).toBeTruthy();
  expect(screen.getByText('Một phần')).toBeTruthy();
  expect(screen.getByText('88/QĐ-UBND')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Nhập từ bảng tính' })).toBeNull();
});

test('a name that fell back to English is marked as English', async () => {
  answer('GET /frameworks', { items: [framework], actions: [] });
  answer('GET /framework-versions/7', page);
  renderPage(<FrameworkPage />, { path: '/frameworks/:versionId', at: '/frameworks/7' });

  const name = await screen.findByText('Managing data');
  expect(name.getAttribute('lang')).toBe('en');
  expect(screen.getByText('Lưu đúng tệp.')).toBeTruthy();
});

test('ending a requirement sends its day and decision; a refusal stands in the form', async () => {
  answer('GET /requirements', { items: [requirement], next: null });
  answer('GET /requirement-choices', { reasons: [], competencies: [] });
  answer('POST /requirements/70/end', problem(412, 'requirement.stale'));
  renderPage(<RequirementsPage />, { session: planner });

  await userEvent.click(await screen.findByRole('button', { name: 'Kết thúc' }));
  const form = await screen.findByRole('dialog');
  await userEvent.type(within(form).getByRole('textbox', { name: /Số quyết định/ }), '20/QĐ');
  await userEvent.click(within(form).getByRole('button', { name: 'Kết thúc' }));

  expect(await within(form).findByText('Yêu cầu này vừa được người khác sửa.')).toBeTruthy();
  const sent = calls.find((call) => call.method === 'POST');
  expect(sent?.body).toMatchObject({ decision_number: '20/QĐ' });
  await userEvent.click(within(form).getByRole('button', { name: 'Tải lại' }));
  expect(await within(form).findByText(/Đã tải bản mới/)).toBeTruthy();
});

test('a correction shows whom it touches and is sent with its reason, only what differs', async () => {
  answer('GET /requirements', { items: [requirement], next: null });
  answer('GET /requirement-choices', { reasons: [], competencies: [] });
  answer('GET /requirements/70/effect', {
    on: '2026-11-23',
    people: 37,
    changed: 31,
    lacking_before: 12,
    lacking_after: 9,
    unknown: 4,
  });
  answer('POST /requirements/70/correction', { id: '71' });
  renderPage(<RequirementsPage />, { session: planner });

  await userEvent.click(await screen.findByRole('button', { name: 'Đính chính' }));
  const form = await screen.findByRole('dialog');
  expect(within(form).getByRole('button', { name: 'Ghi đính chính' })).toHaveProperty(
    'disabled',
    true,
  );
  await userEvent.click(within(form).getByRole('combobox', { name: /Bậc tối thiểu/ }));
  await userEvent.click(await screen.findByRole('option', { name: '3', hidden: true }));
  expect(await within(form).findByText('12 → 9')).toBeTruthy();
  await userEvent.type(within(form).getByRole('textbox', { name: /Lý do/ }), 'Ghi nhầm');
  await userEvent.click(within(form).getByRole('button', { name: 'Ghi đính chính' }));

  const sent = calls.find((call) => call.method === 'POST');
  expect(sent?.body).toEqual({ minimum: 3, note: 'Ghi nhầm' });
});

test('a role is looked at before it is taken over, and what stands already is said to stay', async () => {
  answer('GET /frameworks', {
    items: [{ ...framework, versions: [{ ...version, roles: 1 }] }],
    actions: [],
  });
  answer('GET /framework-versions/7/roles', {
    items: [
      {
        code: 'data-engineer/lead',
        role: 'data-engineer',
        family: 'Data',
        name: 'Lead',
        levels: [],
      },
    ],
  });
  answer('GET /requirement-choices', {
    reasons: [{ kind: 'position_group', id: '61', word: '', name: 'Quản lý', name_en: '' }],
    competencies: [],
  });
  answer('GET /framework-versions/7/adoptions/preview', {
    added: 1,
    items: [
      {
        competency: '9',
        code: 'gdd.data',
        name: 'Data',
        area: '',
        level: 3,
        levels: 4,
        required: null,
      },
      {
        competency: '10',
        code: 'gdd.ops',
        name: 'Ops',
        area: '',
        level: 2,
        levels: 4,
        required: 1,
      },
    ],
  });
  answer('POST /framework-versions/7/adoptions', { added: 1 });
  renderPage(<RoleAdoptionPage />, { session: planner });

  const choose = async (field: RegExp, option: RegExp) => {
    await userEvent.click(await screen.findByRole('combobox', { name: field }));
    await userEvent.click(await screen.findByRole('option', { name: option, hidden: true }));
  };
  await choose(/Khung năng lực/, /Khung mẫu/);
  await choose(/^Vai trò/, /Data engineer/);
  await choose(/Bậc của vai trò/, /Lead/);
  await choose(/Áp dụng cho/, /Quản lý/);
  expect(await screen.findByText('Đã có, bậc 1')).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox', { name: /Số quyết định/ }), '9/QĐ');
  await userEvent.click(screen.getByRole('button', { name: 'Ghi 1 yêu cầu' }));

  const sent = calls.find((call) => call.method === 'POST');
  expect(sent?.body).toMatchObject({
    role: 'data-engineer/lead',
    reason_kind: 'position_group',
    reason_id: '61',
    decision_number: '9/QĐ',
  });
});

test('a competency of a draft is edited in both languages at the revision that was read', async () => {
  answer('GET /framework-versions/7', { ...page, actions: ['edit'] });
  answer('GET /framework-versions/7/competencies/dc3.1.3', {
    code: 'dc3.1.3',
    area: 'data',
    words: [{ kind: 'name', level: 0, language: 'en', seq: 0, text: 'Managing data' }],
  });
  answer('PUT /framework-versions/7/competencies/dc3.1.3', { revision: 2 });
  renderPage(<CompetencyEditPage />, {
    path: '/frameworks/:versionId/competency',
    at: '/frameworks/7/competency?code=dc3.1.3',
    session: planner,
  });

  await userEvent.type(
    await screen.findByRole('textbox', { name: /Biểu hiện \(tiếng Việt\)/ }),
    'Lưu đúng tệp.',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Lưu vào dự thảo' }));

  const sent = calls.find((call) => call.method === 'PUT');
  expect(sent?.body).toEqual({
    area: 'data',
    words: [
      { kind: 'name', level: 0, language: 'en', seq: 0, text: 'Managing data' },
      { kind: 'behaviour', level: 1, language: 'vi', seq: 0, text: 'Lưu đúng tệp.' },
    ],
  });
});

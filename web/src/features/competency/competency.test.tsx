import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { answer, calls, problem, renderPage } from '@/testing/render';
import { planner } from '@/testing/world';

import { FrameworkPage } from './framework-page';
import { FrameworksPage } from './frameworks-page';
import { RequirementsPage } from './requirements-page';

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
  answer('POST /requirements/70/end', problem(409, 'requirement.stale'));
  renderPage(<RequirementsPage />, { session: planner });

  await userEvent.click(await screen.findByRole('button', { name: 'Kết thúc' }));
  const form = await screen.findByRole('dialog');
  await userEvent.type(within(form).getByRole('textbox', { name: /Số quyết định/ }), '20/QĐ');
  await userEvent.click(within(form).getByRole('button', { name: 'Kết thúc' }));

  expect(await within(form).findByText('Có người vừa sửa yêu cầu này.')).toBeTruthy();
  const sent = calls.find((call) => call.method === 'POST');
  expect(sent?.body).toMatchObject({ decision_number: '20/QĐ' });
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { answer, calls, problem, renderPage } from '@/testing/render';
import { civilServant } from '@/testing/world';

import type { Gap, Gaps } from './gap-api';
import { MyGapsPage } from './my-gaps-page';

const data: Gap = {
  competency: '31',
  code: '1.3',
  name: 'Quản lý dữ liệu',
  area: 'Dữ liệu',
  levels: 6,
  required: 4,
  desired: 5,
  held: 2,
  missing: 2,
  observed_on: '2026-09-14',
  valid_until: '2027-09-14',
  rule: { id: '1', code: 'test_first', version: 2, title: 'Bài đánh giá trước' },
  requirements: [
    {
      id: '71',
      reason: { kind: 'position', id: 5, word: '' },
      minimum: 4,
      desired: 5,
      decision_number: '12/QĐ-UBND',
      from: '2026-03-01',
      scope: '1',
    },
  ],
  ratings: [
    {
      id: '91',
      level: 2,
      method: 'test',
      rater_role: 'assessor',
      observed_on: '2026-09-14',
      use: 'counted',
    },
    {
      id: '92',
      level: 3,
      method: 'self',
      rater_role: 'oneself',
      observed_on: '2024-05-28',
      use: 'too_old',
    },
  ],
};
const unknown: Gap = {
  ...data,
  competency: '32',
  name: 'Dùng AI',
  held: null,
  missing: null,
  observed_on: null,
  rule: null,
  ratings: [],
};
const met: Gap = { ...data, competency: '33', name: 'Soạn văn bản', held: 4, missing: 0 };
const gaps: Gaps = {
  person: { id: '200', name: 'Quàng Thị Thảo', staff_number: 'DB-1' },
  on: '2026-11-22',
  goal: 'present',
  totals: { required: 3, with_gap: 1, unknown: 1, met: 1 },
  items: [data, unknown, met],
};

function show(at = '/my/gaps') {
  renderPage(<MyGapsPage />, { path: '/my/gaps', at, session: civilServant });
}

test('gaps come first, and what was never assessed is not called a gap', async () => {
  answer('GET /me/gaps', gaps);
  show();

  const items = await screen.findAllByRole('img');
  expect(items.map((item) => item.getAttribute('aria-label'))).toEqual([
    'Có bậc 2, cần bậc 4, thiếu 2 bậc',
    'Chưa đánh giá, cần bậc 4',
  ]);
  expect(screen.getByText(/không phải bậc 0/)).toBeTruthy();
  expect(screen.queryByText('Soạn văn bản')).toBeNull();

  await userEvent.click(screen.getByRole('button', { name: 'Xem cả 3' }));

  expect(await screen.findByRole('heading', { name: 'Soạn văn bản' })).toBeTruthy();
});

test('why tells the requirement, the level, the ratings with their use, the rule and the sum', async () => {
  answer('GET /me/gaps', gaps);
  answer('GET /people/200/requirements', {
    items: [
      {
        competency: '31',
        reasons: [
          { id: '71', reason_name: 'Văn hóa - xã hội', reason_name_en: '', scope_name: 'Xã' },
        ],
      },
    ],
  });
  show();

  await userEvent.click(await screen.findByRole('button', { name: /Vì sao\?\s*Quản lý dữ liệu/ }));

  const drawer = within(await screen.findByRole('dialog', { name: /Vì sao thiếu 2 bậc/ }));
  expect(await drawer.findByText(/Văn hóa - xã hội\. Theo 12\/QĐ-UBND.*01\/03\/2026/)).toBeTruthy();
  expect(drawer.getByText('Xác nhận ngày 14/09/2026, có hiệu lực đến 14/09/2027.')).toBeTruthy();
  expect(drawer.getByText('được tính')).toBeTruthy();
  expect(drawer.getByText('đã quá hạn')).toBeTruthy();
  expect(await drawer.findByText('Quy tắc “Bài đánh giá trước”, phiên bản 2.')).toBeTruthy();
  expect(drawer.getByText('4 − 2 = thiếu 2 bậc')).toBeTruthy();
});

test('a level that is not right is reported, and the day of the answer is told', async () => {
  answer('GET /me/gaps', gaps);
  answer('POST /people/200/competencies/31/reviews', { id: '5', deadline: '2026-12-06' });
  show();

  await userEvent.click(await screen.findByRole('button', { name: /Vì sao\?\s*Quản lý dữ liệu/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Chưa đúng, báo lại' }));
  await userEvent.type(await screen.findByLabelText(/Điều gì chưa đúng/), 'Đã qua lớp nâng cao');
  await userEvent.click(screen.getByRole('button', { name: 'Gửi đề nghị xem lại' }));

  expect(await screen.findByText(/chậm nhất ngày 06\/12\/2026/)).toBeTruthy();
  expect(calls.find((call) => call.method === 'POST')?.body).toEqual({
    text: 'Đã qua lớp nâng cao',
  });
});

test('the target post is another list, which waits for the choice of a post', async () => {
  answer('GET /me/gaps', gaps);
  answer('GET /people/200/next-positions', { items: [], actions: [] });
  show();

  await userEvent.click(await screen.findByRole('tab', { name: 'Vị trí hướng tới' }));

  expect(await screen.findByText('Chưa chọn vị trí hướng tới.')).toBeTruthy();
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('a server that fails says so at the place and offers to try again', async () => {
  answer('GET /me/gaps', problem(500, 'server.fault'));
  show();

  expect(await screen.findByRole('button', { name: 'Thử lại' })).toBeTruthy();
});

test('the post aimed at is chosen, and only then has a list', async () => {
  answer('GET /people/200/next-positions', { items: [], actions: ['agree'] });
  answer('GET /requirement-choices', {
    reasons: [{ kind: 'position', id: '72', word: '', name: 'Trưởng phòng', name_en: '' }],
    competencies: [],
  });
  answer('POST /people/200/next-positions', { id: '8' });
  show('/my/gaps?goal=next');

  await userEvent.click(await screen.findByRole('combobox', { name: /Vị trí muốn hướng tới/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Trưởng phòng', hidden: true }));
  answer('GET /people/200/next-positions', {
    items: [
      {
        id: '8',
        position: '72',
        name: 'Trưởng phòng',
        name_en: '',
        note: '',
        from: '2026-11-22',
        until: null,
        actions: ['clear'],
      },
    ],
    actions: ['agree'],
  });
  answer('GET /me/gaps', { ...gaps, goal: 'next' });
  await userEvent.click(screen.getByRole('button', { name: 'Chọn vị trí này' }));

  expect(await screen.findByRole('button', { name: 'Bỏ chọn Trưởng phòng' })).toBeTruthy();
  expect(await screen.findByRole('heading', { name: data.name })).toBeTruthy();
  const sent = calls.find((call) => call.method === 'POST');
  expect(sent?.body).toMatchObject({ position: '72' });
});

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { nbsp } from '@/lib/numbers';
import { answer, calls, renderPage } from '@/testing/render';
import { planner } from '@/testing/world';

import type { Cell, Matrix } from './matrix-api';
import { NeedsPage } from './needs-page';

vi.setConfig({ testTimeout: 20_000 });
const patient = { timeout: 4000 };
const unit = (id: string, name: string) => ({ id, name, full_name: name, full_name_en: '' });
const cell = (required: number, with_gap: number): Cell => ({
  required,
  with_gap,
  gap_sum: with_gap,
  unknown: 0,
});
const province: Matrix = {
  on: '2026-11-22',
  unit: unit('1', 'Tỉnh Điện Biên'),
  columns: [
    { id: '31', code: '1.3', name: 'Quản lý dữ liệu', area: 'Dữ liệu' },
    { id: '32', code: '6.1', name: 'Dùng AI', area: 'AI' },
  ],
  total: { people: 176, cells: [cell(160, 78), cell(176, 90)] },
  rows: [
    {
      unit: unit('11', 'Xã Tuần Giáo'),
      people: 94,
      has_children: true,
      cells: [cell(80, 41), cell(94, 52)],
    },
    {
      unit: unit('12', 'Xã Mường Ảng'),
      people: 82,
      has_children: false,
      cells: [cell(80, 37), cell(0, 0)],
    },
  ],
};
// The same competencies come in another order below.
const below: Matrix = {
  ...province,
  unit: unit('11', 'Xã Tuần Giáo'),
  columns: [province.columns[1], province.columns[0]].flatMap((column) => column ?? []),
  rows: [
    {
      unit: unit('111', 'Văn hóa - Xã hội'),
      people: 19,
      has_children: false,
      cells: [cell(19, 13), cell(19, 14)],
    },
  ],
};

beforeEach(() => {
  answer('GET /units/1/needs-matrix', province);
  answer('GET /units/11/needs-matrix', below);
  answer('POST /target-groups/preview', {
    people: 77,
    memberships: 78,
    units: [{ unit: '11', name: 'Xã Tuần Giáo', people: 41 }],
    competencies: [],
  });
});

test('a unit opens in place, and its figures stand under their own competencies', async () => {
  renderPage(<NeedsPage />, { session: planner });

  await screen.findByText('Xã Tuần Giáo', {}, patient);
  await userEvent.click(screen.getByRole('button', { name: 'Mở Xã Tuần Giáo' }));

  const row = await screen.findByRole('row', { name: /Văn hóa - Xã hội/ });
  expect(
    [...row.querySelectorAll('td')].map((each) => each.textContent.replaceAll(nbsp, ' ')),
  ).toEqual(['14, 74 %', '13, 68 %']);
});

test('a share is of those of whom the competency is required', async () => {
  renderPage(<NeedsPage />, { session: planner });

  await userEvent.click(await screen.findByRole('radio', { name: 'Tỷ lệ' }));

  expect(await screen.findByRole('gridcell', { name: /^51.%.*41$/ })).toBeTruthy();
});

test('chosen cells make a group with exactly that rule, and saving opens it', async () => {
  answer('POST /target-groups', { id: '900' });
  const { router } = renderPage(<NeedsPage />, { session: planner });

  await userEvent.click(await screen.findByText('41', {}, patient));
  await userEvent.click(screen.getByText('37'));
  await screen.findByText('77', {}, patient);
  await userEvent.click(screen.getByText('Lưu nhóm đối tượng'));

  await waitFor(() => expect(router.state.location.pathname).toBe('/target-groups/900'));
  const saved = calls.findLast((call) => call.path === '/target-groups');
  expect(saved?.body).toEqual({
    title: 'Quản lý dữ liệu, Xã Tuần Giáo và 1 đơn vị khác',
    unit: '1',
    rule: {
      units: ['11', '12'],
      conditions: [{ competency: '31', min_gap: 1, held_from: 0, held_until: 100 }],
      combine: 'any',
      position_groups: [],
    },
  });
});

test('a cell without a requirement makes no group', async () => {
  renderPage(<NeedsPage />, { session: planner });

  await screen.findByRole('grid');
  const cells = screen.getAllByRole('gridcell');
  const empty = cells.find((each) => each.textContent === '');
  if (empty) await userEvent.click(empty);

  expect(empty).toBeTruthy();
  expect(screen.getByText('Chọn ô để lập nhóm đối tượng.')).toBeTruthy();
});

import { screen, within } from '@testing-library/react';

import { answer, calls, renderPage } from '@/testing/render';

import { RosterPage } from './roster-page';

const post = {
  unit: '301',
  unit_name: 'Văn phòng HĐND và UBND',
  position: '9',
  position_name_en: 'Office and statistics',
  position_kind: 'professional',
  duty: '',
};
const roster = {
  on: '2026-11-23',
  unit: { id: '300', full_name: 'Xã Mường Ảng' },
  totals: { authorised: 84, persons: 82, vacancies: 2, concurrent: 1, temporary: 0 },
  counts: { all: 84, vacant: 2, concurrent: 1, temporary: 0 },
  units: [
    { unit: '301', name: 'Văn phòng HĐND và UBND', authorised: 22, persons: 21, vacancies: 1 },
  ],
  actions: ['add_person', 'appoint'],
  matching: 2,
  items: [
    {
      ...post,
      post: '1',
      position_name: 'Văn phòng - thống kê',
      holding: '11',
      person: '21',
      name: 'Quàng Văn Bình',
      staff_number: '031990001',
      rank: 'Cán sự',
      rank_en: 'Technical officer',
      kind: 'main',
      share_percent: 100,
      since: '2025-09-15',
      beside: [{ post: '2', position_name: 'Quản trị công nghệ thông tin', position_name_en: '' }],
    },
    {
      ...post,
      post: '2',
      position_name: 'Quản trị công nghệ thông tin',
      holding: null,
      person: null,
      name: '',
      staff_number: '',
      rank: '',
      rank_en: '',
      kind: null,
      share_percent: null,
      since: '2026-08-01',
      beside: [],
    },
  ],
  next: null,
};

test('C1 part: the sentence says the posts authorised, the people and the vacancies', async () => {
  answer('GET /units/300/roster', roster);
  renderPage(<RosterPage />);

  expect(
    await screen.findByText(/84 vị trí được giao: 82 người, 2 vị trí trống. 1 người kiêm nhiệm./),
  ).toBeTruthy();
  expect(screen.getByText('21 người, 1 trống')).toBeTruthy();
});

test('a vacant post says for how many days, and offers to appoint somebody', async () => {
  answer('GET /units/300/roster', roster);
  renderPage(<RosterPage />, { at: '/?on=2026-11-23' });

  const row = await screen.findByRole('row', { name: /Chưa có người/ });
  expect(within(row).getByText('Vị trí trống 114 ngày')).toBeTruthy();
  expect(within(row).getByRole('button', { name: 'Cử tạm thời' })).toBeTruthy();
});

test('who may only read is offered no appointment', async () => {
  answer('GET /units/300/roster', { ...roster, actions: [] });
  renderPage(<RosterPage />);

  await screen.findByRole('row', { name: /Chưa có người/ });
  expect(screen.queryByRole('button', { name: 'Cử tạm thời' })).toBeNull();
});

test('the list asks for the filter and the day in its address', async () => {
  answer('GET /units/300/roster', { ...roster, matching: 0, items: [] });
  renderPage(<RosterPage />, { at: '/?show=vacant&on=2025-07-01&q=binh' });

  expect(await screen.findByText('Không có dòng nào như vậy')).toBeTruthy();
  const query = calls.find((call) => call.path === '/units/300/roster')?.query;
  expect(query?.get('show')).toBe('vacant');
  expect(query?.get('on')).toBe('2025-07-01');
  expect(query?.get('search')).toBe('binh');
});

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { answer, calls, renderPage } from '@/testing/render';

import type { Grant } from './api';
import { EndGrantDialog } from './end-grant-dialog';

const user = userEvent.setup();

const grant: Grant = {
  id: '900',
  account: '100',
  role: 'civil_servant',
  unit: '300',
  from: '2025-07-01',
  until: null,
  state: 'in_force',
  reason: 'Theo phân công',
};

test('a role does not end on a day that could not be read', async () => {
  answer('POST /grants/900/end', undefined);
  renderPage(<EndGrantDialog grant={grant} onClose={() => {}} />);
  const date = await screen.findByLabelText('Kết thúc từ ngày');

  await user.clear(date);
  await user.type(date, '31/06/2027');
  await user.type(screen.getByLabelText('Lý do'), 'Chuyển công tác');
  await user.click(screen.getByRole('button', { name: 'Kết thúc vai trò' }));

  expect(calls).toEqual([]);
  expect(document.activeElement).toBe(date);
  expect(screen.getByText(/Chưa đọc được ngày này/)).toBeTruthy();
});

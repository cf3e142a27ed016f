import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { answer, calls, renderPage } from '@/testing/render';

import type { Account, Grant } from './api';
import { EndGrantDialog } from './end-grant-dialog';
import { GiveRoleDialog } from './give-role-dialog';

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

const account = { id: '100', name: 'Quàng Thị Thảo', unit: '300' } as Account;

async function showGiveRole(onClose = () => {}) {
  answer('GET /grants/choices', { items: [{ role: 'assessor' }] });
  answer('GET /units/300', { unit: { id: '300', full_name: 'Xã Mường Ảng' }, ancestors: [] });
  renderPage(<GiveRoleDialog account={account} onClose={onClose} />);
  await user.click(await screen.findByRole('radio', { name: /Giám định viên năng lực/ }));
}
const grants = () => calls.filter((call) => call.method === 'POST');

test('a role is given over a unit, from a day, for a reason', async () => {
  const close = vi.fn();
  await showGiveRole(close);
  answer('POST /grants', grant);

  await user.type(screen.getByLabelText('Đến trước ngày'), '30/06/2027');
  await user.type(screen.getByLabelText('Lý do'), '15/QĐ-UBND');
  await user.click(screen.getByRole('button', { name: 'Giao vai trò' }));

  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(grants()[0]?.body).toMatchObject({
    account: '100',
    role: 'assessor',
    unit: '300',
    until: '2027-06-30',
    reason: '15/QĐ-UBND',
  });
});

test('a role without a reason is not given, and one till no day that is does not become open', async () => {
  await showGiveRole();

  await user.click(screen.getByRole('button', { name: 'Giao vai trò' }));
  expect(screen.getByText('Cần điền ô này.')).toBeTruthy();
  await user.type(screen.getByLabelText('Lý do'), '15/QĐ-UBND');
  await user.type(screen.getByLabelText('Đến trước ngày'), '31/06/2027');
  await user.click(screen.getByRole('button', { name: 'Giao vai trò' }));

  expect(grants()).toEqual([]);
});

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { answer, calls, problem, renderPage } from '@/testing/render';

import { RecoveryPage } from './recovery-page';

async function recover(again: string) {
  await userEvent.type(await screen.findByLabelText('Tên đăng nhập hoặc thư công vụ'), 'thao');
  await userEvent.type(screen.getByLabelText('Mã khôi phục'), 'abcd-efgh-2345');
  await userEvent.type(screen.getByLabelText('Mật khẩu mới'), 'một câu đủ dài');
  await userEvent.type(screen.getByLabelText('Nhập lại mật khẩu mới'), again);
  await userEvent.click(screen.getByRole('button', { name: 'Lưu mật khẩu mới' }));
}

const page = () =>
  renderPage(<RecoveryPage />, { path: '/recovery', at: '/recovery', session: null });

test('whoever has a code sets a password and goes on to sign in', async () => {
  answer('POST /recovery', null);
  const { router } = page();

  await recover('một câu đủ dài');

  await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
  expect(calls[0]?.body).toEqual({
    login: 'thao',
    code: 'abcd-efgh-2345',
    password: 'một câu đủ dài',
  });
});

test('two passwords that differ are not sent', async () => {
  page();

  await recover('một câu khác hẳn');

  expect(await screen.findByText('Hai lần nhập khác nhau. Nhập lại cho giống.')).toBeTruthy();
  expect(calls).toEqual([]);
});

test('a code that is refused is said beside the button', async () => {
  answer('POST /recovery', problem(401, 'recovery.refused'));
  page();

  await recover('một câu đủ dài');

  expect((await screen.findByRole('alert')).textContent).toContain('mã khôi phục chưa đúng');
});

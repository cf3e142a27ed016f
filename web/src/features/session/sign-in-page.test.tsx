import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { chooseLanguage, hasChosenLanguage, speak } from '@/lib/i18n';
import { answer, calls, problem, renderPage } from '@/testing/render';
import { civilServant } from '@/testing/world';

import { SignInPage } from './sign-in-page';

async function signIn() {
  await userEvent.type(await screen.findByLabelText('Tên đăng nhập hoặc thư công vụ'), 'thao');
  await userEvent.type(screen.getByLabelText('Mật khẩu'), 'một câu ngắn');
  await userEvent.click(screen.getByRole('button', { name: 'Đăng nhập bằng mật khẩu' }));
}

test('who signs in goes on to the page that was asked for', async () => {
  answer('POST /session', { account: '100', token: null });
  answer('GET /session', civilServant);
  const { router } = renderPage(<SignInPage />, {
    path: '/sign-in',
    at: '/sign-in?return=%2Fposts',
    session: null,
  });

  await signIn();

  await waitFor(() => expect(router.state.location.pathname).toBe('/posts'));
  expect(calls[0]?.body).toEqual({ login: 'thao', password: 'một câu ngắn' });
});

test('who has chosen a language before goes on as well', async () => {
  localStorage.setItem('nangluc.language', 'vi');
  answer('POST /session', { account: '100', token: null });
  answer('GET /session', civilServant);
  const { router } = renderPage(<SignInPage />, {
    path: '/sign-in',
    at: '/sign-in',
    session: null,
  });

  await signIn();

  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
});

test('on a computer where nobody chose a language, the account’s own is spoken', async () => {
  await speak('vi');
  answer('POST /session', { account: '100', token: null });
  answer('GET /session', { ...civilServant, language: 'en' });
  renderPage(<SignInPage />, { path: '/sign-in', at: '/sign-in', session: null });

  await signIn();

  await waitFor(() => expect(document.documentElement.lang).toBe('en'));
  expect(hasChosenLanguage()).toBe(false);
  await speak('vi');
});

test('a language that was chosen on the computer stays', async () => {
  await chooseLanguage('vi');
  answer('POST /session', { account: '100', token: null });
  answer('GET /session', { ...civilServant, language: 'en' });
  const { router } = renderPage(<SignInPage />, {
    path: '/sign-in',
    at: '/sign-in',
    session: null,
  });

  await signIn();

  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  expect(document.documentElement.lang).toBe('vi');
});

test('an address of another site is not gone on to', async () => {
  const { router } = renderPage(<SignInPage />, {
    path: '/sign-in',
    at: '/sign-in?return=%2F%2Felsewhere.example',
  });

  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
});

test('a wrong password is said beside the button, and what was typed stays', async () => {
  answer('POST /session', problem(401, 'sign_in.refused'));
  renderPage(<SignInPage />, { path: '/sign-in', at: '/sign-in', session: null });

  await signIn();

  expect((await screen.findByRole('alert')).textContent).toContain('chưa đúng');
  expect(screen.getByDisplayValue('thao')).toBeTruthy();
});

test('the five languages are offered in their own script', async () => {
  renderPage(<SignInPage />, { path: '/sign-in', at: '/sign-in', session: null });

  for (const name of ['English', '한국어', 'Oʻzbekcha', 'ไทย']) {
    expect(await screen.findByRole('button', { name })).toBeTruthy();
  }
});

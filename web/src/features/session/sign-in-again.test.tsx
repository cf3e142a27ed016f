import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';

import { Providers } from '@/app/providers';
import { Root } from '@/app/root';
import { Shell } from '@/app/shell';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { post } from '@/lib/api-client';
import { makeQueryClient } from '@/lib/query-client';
import { sessionQuery } from '@/lib/session';
import { useAct } from '@/lib/use-act';
import { answer, calls, problem } from '@/testing/answers';
import { civilServant, hrOfficer } from '@/testing/world';

function Form() {
  const [words, setWords] = useState('');
  const say = useAct((given: string, key) => post('/opinions', { given }, { key }));
  return (
    <>
      <h1>Ý kiến</h1>
      <TextField label="Nội dung" value={words} onChange={setWords} />
      <button onClick={() => say.mutate(words)}>Gửi</button>
      {say.isSuccess && <p>Đã gửi</p>}
      <Refusal error={say.error} />
    </>
  );
}

function show() {
  const client = makeQueryClient();
  client.setQueryData(sessionQuery.queryKey, civilServant);
  const router = createMemoryRouter([
    {
      element: <Root />,
      children: [
        { element: <Shell />, children: [{ path: '/', element: <Form /> }] },
        { path: '/sign-in', element: <p>Trang đăng nhập</p> },
      ],
    },
  ]);
  render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  );
  return client;
}

const user = userEvent.setup();
const opinions = () => calls.filter((call) => call.path === '/opinions').length;
const formText = () => screen.getByLabelText<HTMLInputElement>('Nội dung').value;
const press = (name: string) => user.click(screen.getByRole('button', { name, hidden: true }));

async function writeUntilTheSessionEnds() {
  answer('POST /opinions', problem(401, 'session.required'));
  answer('GET /session', problem(401, 'session.required'));
  await user.type(await screen.findByLabelText('Nội dung'), 'Đã học một lớp');
  await press('Gửi');
  await screen.findByRole('dialog', { name: 'Đăng nhập lại để làm tiếp' });
}

async function signInAs(session: typeof civilServant) {
  answer('POST /session', { account: session.account, token: null });
  answer('GET /session', session);
  const login = screen.getByLabelText<HTMLInputElement>('Tên đăng nhập hoặc thư công vụ');
  expect(login.value).toBe(civilServant.login);
  await user.clear(login);
  await user.type(login, session.login);
  await user.type(screen.getByLabelText('Mật khẩu'), 'một câu ngắn');
  await press('Đăng nhập bằng mật khẩu');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

test('who signs in again where the session ended finds what was typed, and sends it', async () => {
  show();
  await writeUntilTheSessionEnds();

  await signInAs(civilServant);
  expect(formText()).toBe('Đã học một lớp');
  answer('POST /opinions', {});
  await press('Gửi');

  await screen.findByText('Đã gửi');
  expect(opinions()).toBe(2);
});

test('another person who signs in finds the page anew', async () => {
  show();
  await writeUntilTheSessionEnds();

  await signInAs(hrOfficer);

  expect(formText()).toBe('');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a wrong password says so over the page, and nothing typed is lost', async () => {
  show();
  await writeUntilTheSessionEnds();

  answer('POST /session', problem(401, 'sign_in.refused'));
  await user.type(screen.getByLabelText('Mật khẩu'), 'sai rồi');
  await press('Đăng nhập bằng mật khẩu');

  expect(await screen.findByText(/chưa đúng/u)).toBeTruthy();
  expect(formText()).toBe('Đã học một lớp');
});

test('who leaves comes to sign in, and is nobody', async () => {
  const client = show();
  await writeUntilTheSessionEnds();

  await press('Rời trang, bỏ nội dung đã nhập');

  expect(await screen.findByText('Trang đăng nhập')).toBeTruthy();
  expect(client.getQueryData(sessionQuery.queryKey)).toBeNull();
});

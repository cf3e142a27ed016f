import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense, useState } from 'react';

import { answer, calls, problem, renderPage } from '@/testing/render';

import { get, post, put } from './api-client';
import { useAct } from './use-act';
import { useReading } from './use-reading';

const user = userEvent.setup();
const keys = () =>
  calls.filter((call) => call.method === 'POST').map((call) => call.headers.get('idempotency-key'));
const reads = () => calls.filter((call) => call.path === '/things').length;

// A count that any act may change, and the acts.
function Page({ keepsDraft, apart }: { keepsDraft?: boolean; apart?: boolean }) {
  const [text, setText] = useState('một');
  const { data } = useQuery({ queryKey: ['things'], queryFn: () => get<number>('/things') });
  const add = useAct((given: string, key) => post('/things', { given }, { key }), {
    keepsDraft,
    apart: apart ? (given) => given : undefined,
  });
  const change = useAct(() => put('/things/1', {}, { version: 1 }), { keepsDraft });
  const save = useReading(() => get('/things/file'));
  return (
    <>
      <p>Có {data ?? '…'}</p>
      <button onClick={() => add.mutate(text)}>Thêm</button>
      <button onClick={() => setText('hai')}>Sửa</button>
      <button onClick={() => change.mutate(undefined)}>Đổi</button>
      <button onClick={() => save.mutate()}>Tải</button>
      {(add.isPending || change.isPending || save.isPending) && <p>Đang chờ</p>}
    </>
  );
}

async function press(name: string) {
  await user.click(await screen.findByRole('button', { name }));
  await waitFor(() => expect(screen.queryByText('Đang chờ')).toBeNull());
}

const lost = () => {
  throw new TypeError('Failed to fetch');
};

test('an act whose answer was lost is tried again under the same key, so it is done once', async () => {
  answer('GET /things', 1);
  answer('POST /things', lost);
  renderPage(<Page />);

  await press('Thêm');
  await press('Thêm');
  answer('POST /things', undefined);
  await press('Thêm');
  await press('Thêm');

  const [first, second, third, fourth] = keys();
  expect(second).toBe(first);
  expect(third).toBe(first);
  expect(fourth).not.toBe(first);
});

test('what was changed after a lost answer is sent as the same act: the server tells if it is done', async () => {
  answer('GET /things', 1);
  answer('POST /things', lost);
  renderPage(<Page />);

  await press('Thêm');
  await press('Sửa');
  answer('POST /things', problem(422, 'idempotency.other_body'));
  await press('Thêm');
  await press('Thêm');

  expect(new Set(keys()).size).toBe(1);
  expect(reads()).toBeGreaterThan(1);
});

test('another button of the same page is another act', async () => {
  answer('GET /things', 1);
  answer('POST /things', lost);
  renderPage(<Page apart />);

  await press('Thêm');
  await press('Sửa');
  await press('Thêm');

  expect(keys()[1]).not.toBe(keys()[0]);
});

test('a refused act is another one when it is tried again, one that still runs is not', async () => {
  answer('GET /things', 1);
  answer('POST /things', problem(409, 'idempotency.running'));
  renderPage(<Page />);

  await press('Thêm');
  answer('POST /things', problem(409, 'thing.taken'));
  await press('Thêm');
  await press('Thêm');

  const [first, second, third] = keys();
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test('after an act all that is on screen is read again', async () => {
  answer('GET /things', 1);
  answer('POST /things', undefined);
  renderPage(<Page />);
  await screen.findByText('Có 1');
  answer('GET /things', 2);

  await press('Thêm');

  expect(await screen.findByText('Có 2')).toBeTruthy();
});

test('where somebody else was faster, what they changed is shown', async () => {
  answer('GET /things', 1);
  answer('PUT /things/1', problem(412, 'server.412'));
  renderPage(<Page />);
  await screen.findByText('Có 1');
  answer('GET /things', 2);

  await press('Đổi');

  expect(await screen.findByText('Có 2')).toBeTruthy();
});

test('a draft is not read over by what somebody else changed', async () => {
  answer('GET /things', 1);
  answer('PUT /things/1', problem(412, 'server.412'));
  renderPage(<Page keepsDraft />);
  await screen.findByText('Có 1');

  await press('Đổi');

  expect(reads()).toBe(1);
});

test('saving a file reads nothing again', async () => {
  answer('GET /things', 1);
  answer('GET /things/file', 'x');
  renderPage(<Page />);
  await screen.findByText('Có 1');

  await press('Tải');

  expect(reads()).toBe(1);
});

// A form that is left as soon as its act is done, and may be opened again.
function Desk() {
  const [isOpen, setOpen] = useState(true);
  return isOpen ? (
    <Suspense fallback={<p>Đang đọc</p>}>
      <Form onDone={() => setOpen(false)} />
    </Suspense>
  ) : (
    <button onClick={() => setOpen(true)}>Mở lại</button>
  );
}

function Form({ onDone }: { onDone: () => void }) {
  const { data } = useSuspenseQuery({
    queryKey: ['things', 1],
    queryFn: ({ signal }) => get<string>('/things/1', { signal }),
  });
  const [text, setText] = useState(data);
  const save = useAct(() => put('/things/1', { text }, { version: 1 }), { onDone });
  return (
    <>
      <input aria-label="Tên" value={text} onChange={(event) => setText(event.target.value)} />
      <button onClick={() => save.mutate(undefined)}>Lưu</button>
    </>
  );
}

test('a form opened again after its act stands on what the act has left', async () => {
  answer('GET /things/1', 'cũ');
  answer('PUT /things/1', undefined);
  renderPage(<Desk />);
  await screen.findByDisplayValue('cũ');
  answer('GET /things/1', () => new Promise((done) => setTimeout(done, 200, 'mới')));

  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  await user.click(await screen.findByRole('button', { name: 'Mở lại' }));

  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Tên' });
  expect(field.value).toBe('mới');
});

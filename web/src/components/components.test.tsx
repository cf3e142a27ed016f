import { screen, within, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type SyntheticEvent, useState } from 'react';

import { i18n } from '@/lib/i18n';
import { problem, renderPage } from '@/testing/render';

import { Button } from './button';
import { DateField } from './date-field';
import { DownloadButton } from './download-button';
import { LevelScale } from './level-scale';
import { NumberField } from './number-field';
import { Refusal } from './refusal';
import { SearchField } from './search-field';
import { SelectField } from './select-field';

const user = userEvent.setup();

test('a working button says so and is not pressed twice', async () => {
  const press = vi.fn();
  renderPage(
    <Button working onClick={press}>
      Lưu nháp
    </Button>,
  );

  await user.click(await screen.findByRole('button', { name: /Đang lưu/ }));

  expect(press).not.toHaveBeenCalled();
});

test('a button that cannot be pressed has its reason beside it', async () => {
  renderPage(
    <Button disabled reason="Còn 2 hàng chưa trả lời.">
      Gửi
    </Button>,
  );

  expect((await screen.findByRole('button', { name: 'Gửi' })).hasAttribute('disabled')).toBe(true);
  expect(screen.getByText('Còn 2 hàng chưa trả lời.')).toBeTruthy();
});

test('a level scale is one picture with its sentence as name', async () => {
  renderPage(<LevelScale levels={6} held={2} required={4} />);

  expect(await screen.findByRole('img', { name: 'Có bậc 2, cần bậc 4, thiếu 2 bậc' })).toBeTruthy();
});

test('a level that nobody has assessed is said to be unknown, not nought', async () => {
  renderPage(<LevelScale levels={6} held={null} required={3} />);

  expect(await screen.findByRole('img', { name: 'Chưa đánh giá, cần bậc 3' })).toBeTruthy();
});

function Dated({ told }: { told: (date: string | null) => void }) {
  const [date, setDate] = useState<string | null>(null);
  return (
    <DateField
      label="Từ ngày"
      value={date}
      onChange={(next) => {
        setDate(next);
        told(next);
      }}
    />
  );
}

test('a date is read as typed and set in order only when the field is left', async () => {
  const told = vi.fn();
  renderPage(<Dated told={told} />);
  const field = await screen.findByLabelText<HTMLInputElement>('Từ ngày');

  await user.type(field, '1/7/2025');
  expect(field.value).toBe('1/7/2025');
  await user.tab();

  expect(told).toHaveBeenLastCalledWith('2025-07-01');
  expect(field.value).toBe('01/07/2025');
});

test('a day that does not exist is kept as typed and said to be none', async () => {
  renderPage(<Dated told={() => {}} />);
  const field = await screen.findByLabelText<HTMLInputElement>('Từ ngày');

  await user.type(field, '31/02/1988');
  await user.tab();

  expect(field.value).toBe('31/02/1988');
  expect(screen.getByText(/Chưa đọc được ngày này/)).toBeTruthy();
});

test.each([
  ['a date', '31/06/2027', /Chưa đọc được ngày này/],
  ['a number', '500tr', /Chưa đọc được số này/],
])('%s that could not be read is not sent as none', async (kind, typed, said) => {
  const send = vi.fn((event: SyntheticEvent) => event.preventDefault());
  renderPage(
    <form onSubmit={send}>
      {kind === 'a date' ? (
        <DateField label="Ô" value={null} onChange={() => {}} />
      ) : (
        <NumberField label="Ô" value={null} onChange={() => {}} />
      )}
      <Button type="submit">Lưu</Button>
    </form>,
  );
  const field = await screen.findByLabelText('Ô');

  await user.type(field, typed);
  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  expect(send).not.toHaveBeenCalled();
  expect(screen.getByText(said)).toBeTruthy();

  await user.clear(field);
  await user.click(screen.getByRole('button', { name: 'Lưu' }));
  expect(send).toHaveBeenCalledOnce();
});

test('a number is read with Vietnamese separators', async () => {
  const told = vi.fn();
  renderPage(<NumberField label="Kinh phí" value={null} onChange={told} />);

  await user.type(await screen.findByLabelText('Kinh phí'), '1.234,5');

  expect(told).toHaveBeenLastCalledWith(1234.5);
});

test('a refusal is told in words by its code, with the next step', async () => {
  renderPage(<Refusal error={problem(401, 'sign_in.refused')} />);

  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Tên đăng nhập hoặc mật khẩu chưa đúng.');
  expect(alert.textContent).toContain('Kiểm tra bộ gõ');
});

test.each([
  [403, 'permission.edit_people', /chưa có quyền/],
  [404, 'plan', /Không tìm thấy/],
  [412, 'version', /vừa được người khác sửa/],
])('a refusal of %d without words of its own is told by its status', async (status, code, said) => {
  renderPage(<Refusal error={problem(status, code)} />);

  expect((await screen.findByRole('alert')).textContent).toMatch(said);
});

test('each kind of fault is told once, whichever catalogue has its words', async () => {
  const faults = ['/name', '/code'].map((path) => ({ path, code: 'required' }));
  renderPage(<Refusal error={problem(422, 'request.invalid', faults)} />);

  const items = within(await screen.findByRole('alert')).getAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual([i18n._('fault.required')]);
});

test('an unknown refusal shows its code to report', async () => {
  renderPage(<Refusal error={problem(409, 'never.heard_of')} />);

  expect((await screen.findByRole('alert')).textContent).toContain('test-1');
});

test('a fault of the server can be tried again', async () => {
  const retry = vi.fn();
  renderPage(<Refusal error={problem(500, 'server.fault')} retry={retry} />);

  await user.click(await screen.findByRole('button', { name: 'Thử lại' }));

  expect(retry).toHaveBeenCalledOnce();
});

test('a choice is found without accents', async () => {
  const told = vi.fn();
  const names = [
    'Mường Ảng',
    'Búng Lao',
    'Nà Tấu',
    'Tuần Giáo',
    'Na Sang',
    'Sín Thầu',
    'Đường',
    'Tủa Chùa',
  ];
  renderPage(
    <SelectField
      label="Xã"
      value={null}
      onChange={told}
      options={names.map((name) => ({ value: name, label: name }))}
    />,
  );

  await user.type(await screen.findByRole('combobox', { name: 'Xã' }), 'duong');
  await user.click(await screen.findByRole('option', { name: 'Đường', hidden: true }));

  expect(told).toHaveBeenCalledWith('Đường');
  expect(screen.queryByRole('option', { name: 'Búng Lao', hidden: true })).toBeNull();
});

test('a search waits for the pause after the last letter', async () => {
  const told = vi.fn();
  renderPage(<SearchField label="Tìm" value="" onChange={told} />);

  await user.type(await screen.findByRole('searchbox', { name: 'Tìm' }), 'quang');
  expect(told).not.toHaveBeenCalled();

  await waitFor(() => expect(told).toHaveBeenCalledExactlyOnceWith('quang'));
});

test.each([true, false])(
  'a file that cannot be had is told at its button (link: %s)',
  async (isLink) => {
    renderPage(
      <DownloadButton isLink={isLink} save={() => Promise.reject(problem(403, 'server.403'))}>
        Tải về
      </DownloadButton>,
    );

    await user.click(await screen.findByRole('button', { name: 'Tải về' }));

    expect((await screen.findByRole('alert')).textContent).not.toBe('');
  },
);

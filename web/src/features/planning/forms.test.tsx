import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';

import { answer, calls, problem, renderPage } from '@/testing/render';
import { planner } from '@/testing/world';

import type { Line, Plan } from './api';
import { BudgetsDialog } from './budgets-dialog';
import { SessionForm } from './session-form';

const user = userEvent.setup();

const session = {
  id: '61',
  place_unit: '300',
  place: 'Xã Mường Ảng',
  starts_on: '2027-03-03',
  ends_on: '2027-03-04',
  seats: 40,
  min_seats: 20,
  cost_fixed: 15_000_000,
  cost_per_person: 200_000,
};
const line = { id: '51', min_class: 20, max_class: 40, sessions: [session] } as unknown as Line;
const plan = {
  plan: { id: '41', version: 7, budgets: [{ source: 'province', ceiling: 200_000_000 }] },
  lines: [line],
} as unknown as Plan;

const sent = () => calls.find((call) => call.method === 'PUT');
const show = (form: ReactElement) => renderPage(form, { session: planner });

test('ceilings are sent as whole sums, under the version that was read', async () => {
  answer('PUT /plans/41/budgets', plan);
  const close = vi.fn();
  show(<BudgetsDialog plan={plan} onClose={close} />);
  const province = await screen.findByLabelText('Ngân sách tỉnh');

  await user.clear(province);
  await user.type(province, '250.000.000');
  await user.click(screen.getByRole('button', { name: 'Lưu dự toán' }));

  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(sent()?.body).toEqual({ budgets: [{ source: 'province', ceiling: 250_000_000 }] });
  expect(sent()?.headers.get('if-match')).toBe('"7"');
});

test('a ceiling that could not be read is not sent as none', async () => {
  answer('PUT /plans/41/budgets', plan);
  show(<BudgetsDialog plan={plan} onClose={() => {}} />);
  const province = await screen.findByLabelText('Ngân sách tỉnh');

  await user.clear(province);
  await user.type(province, '500tr');
  await user.click(screen.getByRole('button', { name: 'Lưu dự toán' }));

  expect(sent()).toBeUndefined();
  expect(screen.getByText(/Chưa đọc được số này/)).toBeTruthy();
});

test('a session is changed in its line, and its costs are told in full', async () => {
  answer('PUT /plans/41/sessions/61', plan);
  const close = vi.fn();
  show(<SessionForm plan={plan} line={line} session={line.sessions[0]} onClose={close} />);
  const seats = await screen.findByLabelText('Số chỗ');

  await user.clear(seats);
  await user.type(seats, '35');
  await user.click(screen.getByRole('button', { name: 'Sửa lớp' }));

  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(sent()?.body).toMatchObject({
    line: null,
    place_unit: '300',
    starts_on: '2027-03-03',
    seats: 35,
    min_seats: 20,
    cost_fixed: 15_000_000,
  });
});

test('a session that is refused says so in the form, which stays', async () => {
  answer(
    'PUT /plans/41/sessions/61',
    problem(422, 'session.invalid', [{ path: '/seats', code: 'out_of_range' }]),
  );
  const close = vi.fn();
  show(<SessionForm plan={plan} line={line} session={line.sessions[0]} onClose={close} />);

  await user.click(await screen.findByRole('button', { name: 'Sửa lớp' }));

  expect(await screen.findByText('Lớp chưa hợp lệ.')).toBeTruthy();
  expect(screen.getByLabelText('Số chỗ').getAttribute('aria-invalid')).toBe('true');
  expect(close).not.toHaveBeenCalled();
});

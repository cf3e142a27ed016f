import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { answer, calls, renderPage } from '@/testing/render';

import { ResultPage } from './result-page';

const counts = {
  rows: 82,
  added: 6,
  changed: 9,
  same: 61,
  rejected: 2,
  question: 4,
  errors: 2,
  questions: 4,
  notices: 0,
};
const tried = {
  id: '7',
  unit: '300',
  file_name: 'nhan-su.xlsx',
  format: 'xlsx',
  status: 'checked',
  title_row: 1,
  titles: [],
  columns: [],
  missing: [],
  unknown: [],
  date_order: 'ask',
  counts,
  answers: 2,
  job: '9',
  applied_rows: null,
  created_at: '2026-11-23T01:00:00Z',
  checked_at: '2026-11-23T01:01:00Z',
  applied_at: null,
  undone_at: null,
  undo_until: null,
  actions: ['map', 'answer', 'check', 'apply_good'],
};
const ambiguous = {
  row: 17,
  column_number: 6,
  column: 'from_date',
  code: 'ambiguous_date',
  severity: 'question',
  person: 'Lò Văn Pâng',
  value: '03/04/2026',
  options: [
    { value: '2026-04-03', label: '' },
    { value: '2026-03-04', label: '' },
  ],
  answer_kind: null,
  answer: null,
};
const impossible = {
  ...ambiguous,
  row: 74,
  column_number: 4,
  column: 'birth_date',
  code: 'impossible_date',
  severity: 'error',
  value: '31/02/1988',
  options: [],
};

function show(given = tried, faults = [ambiguous, impossible]) {
  answer('GET /roster-imports/7', given);
  answer('GET /roster-imports/7/faults', { items: faults, next: null });
  answer('PUT /roster-imports/7/answers', given);
  renderPage(<ResultPage />, { path: '/roster-import/:importId', at: '/roster-import/7' });
}

test('C1 part: the result says that nothing is written, and sets questions apart from errors', async () => {
  show();

  expect(await screen.findByText(/82 hàng. Chưa có gì được ghi vào hệ thống./)).toBeTruthy();
  expect(await screen.findByText('4 câu hỏi')).toBeTruthy();
  expect(screen.getByText('2 lỗi')).toBeTruthy();
  expect(screen.getByText('Đã trả lời 2 trên 6.', { exact: false })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Áp dụng 15 hàng đúng' })).toBeTruthy();
});

test('a question is answered in its row', async () => {
  show();
  const row = await screen.findByRole('row', { name: /Lò Văn Pâng.*F Từ ngày/ });

  await userEvent.click(within(row).getByRole('radio', { name: 'ngày 03/04/2026' }));

  const sent = calls.find((call) => call.method === 'PUT');
  expect(sent?.body).toEqual({
    answers: [{ row: 17, column: 'from_date', choice: '2026-04-03' }],
  });
});

test('an error is mended in its row', async () => {
  show();
  const field = await screen.findByRole('textbox', { name: 'Ghi lại cho hàng 74' });

  await userEvent.type(field, '28/02/1988{Enter}');

  const sent = calls.find((call) => call.method === 'PUT');
  expect(sent?.body).toEqual({ answers: [{ row: 74, column: 'birth_date', text: '28/02/1988' }] });
});

test('a clean file is applied whole', async () => {
  const clean = { ...counts, rejected: 0, question: 0, errors: 0, questions: 0 };
  show({ ...tried, counts: clean, actions: ['check', 'apply_all'] }, []);
  answer('POST /roster-imports/7/application', { ...tried, status: 'applying' });

  await userEvent.click(await screen.findByRole('button', { name: 'Áp dụng 15 hàng' }));

  expect(await screen.findByText('elsewhere')).toBeTruthy();
  const sent = calls.find((call) => call.path === '/roster-imports/7/application');
  expect(sent?.body).toEqual({ rows: 'all' });
});

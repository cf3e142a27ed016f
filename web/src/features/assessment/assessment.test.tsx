import { fireEvent, screen, waitFor } from '@testing-library/react';

import { answer, calls, problem, renderPage } from '@/testing/render';

import { MyCompetenciesPage } from './my-competencies-page';
import { RateForm } from './rate-form';
import { RulePreview } from './rule-preview';
import { TeamPage } from './team-page';

const competency = { id: '21', code: 'data', name: 'Dùng dữ liệu', area: 'Dữ liệu', levels: 5 };
const rating = {
  id: '71',
  level: 2,
  score: null,
  score_error: null,
  method: 'test',
  rater: { person: '9', name: 'Lò Thị Sen', role: 'assessor' },
  scale: '20',
  campaign: null,
  has_evidence: false,
  note: '',
  observed_on: '2026-09-14',
  recorded_at: '2026-09-14T02:00:00.000000Z',
  use: 'counted',
  withdrawn: null,
  actions: [],
};
const mine = {
  person: { id: '12', staff_number: 'T12', name: 'Nguyễn Văn Bách' },
  on: '2026-11-23',
  known_at: '2026-11-23T01:00:00.000000Z',
  rule: { id: '4', code: 'r', version: 2, title: 'Bài kiểm tra trước', decision_number: '01/QĐ' },
  competencies: [
    {
      competency,
      required: 3,
      held: {
        level: 2,
        confidence: 1000,
        rule: '4',
        rule_code: 'r',
        rule_version: 2,
        observed_on: '2026-09-14',
        valid_until: '2027-09-14',
      },
      ratings: [rating],
      reviews: [],
      actions: ['comment', 'rate_self', 'ask_review'],
    },
  ],
};

test('one’s own level shows who found it, how, and until when it holds', async () => {
  answer('GET /me/competencies', mine);
  renderPage(<MyCompetenciesPage />);

  expect(await screen.findByText('Lò Thị Sen, ngày 14/09/2026')).toBeTruthy();
  expect(screen.getByText(/hiệu lực đến 14\/09\/2027/)).toBeTruthy();
  expect(screen.getByText('Được tính')).toBeTruthy();
});

test('a request for review that comes too late is refused beside the act', async () => {
  answer('GET /me/competencies', mine);
  answer('POST /people/12/competencies/21/reviews', problem(409, 'review.too_late'));
  renderPage(<MyCompetenciesPage />);

  fireEvent.click(await screen.findByRole('button', { name: 'Đề nghị xem lại' }));
  fireEvent.change(await screen.findByRole('textbox', { name: /Nội dung/ }), {
    target: { value: 'Có chứng chỉ' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Gửi đề nghị' }));

  expect(await screen.findByText('Đã quá thời hạn đề nghị xem lại.')).toBeTruthy();
});

test('two levels away from the own rating needs a reason before it is saved', async () => {
  answer('GET /competencies/21/descriptors', { items: [] });
  answer('POST /ratings', {});
  const own = { ...rating, method: 'self', level: 5 } as never;
  renderPage(
    <RateForm
      person="12"
      competency={competency}
      required={3}
      own={own}
      actions={['rate_as_supervisor']}
      last={false}
      onDone={() => {}}
    />,
  );

  fireEvent.click(await screen.findByRole('radio', { name: /bậc 2/iu }));
  fireEvent.change(screen.getByRole('textbox', { name: /Ngày đánh giá/ }), {
    target: { value: '30/06/2026' },
  });
  const save = screen.getByRole('button', { name: 'Lưu và sang năng lực sau' });
  expect(save.hasAttribute('disabled')).toBe(true);
  fireEvent.change(screen.getByRole('textbox', { name: /Nhận xét/ }), {
    target: { value: 'Chưa làm độc lập' },
  });
  fireEvent.click(save);

  await waitFor(() =>
    expect(calls.find((call) => call.path === '/ratings')?.body).toMatchObject({
      level: 2,
      method: 'supervisor',
      observed_on: '2026-06-30',
    }),
  );
});

test('the last competency of a person is saved towards the team', async () => {
  answer('GET /competencies/21/descriptors', { items: [] });
  renderPage(
    <RateForm
      person="12"
      competency={competency}
      required={3}
      own={null}
      actions={['rate_as_supervisor']}
      last
      onDone={() => {}}
    />,
  );

  expect(await screen.findByRole('button', { name: 'Lưu và về nhân sự phụ trách' })).toBeTruthy();
});

test('a rule that is edited tells at once who would change', async () => {
  answer('POST /rules/preview', {
    people: 82,
    changed: 1,
    raised: 1,
    lowered: 0,
    gained: 0,
    lost: 0,
    first_changes: [
      {
        person: '12',
        person_name: 'Nguyễn Văn Bách',
        competency: '21',
        competency_name: 'Dùng dữ liệu',
        from: 2,
        to: 3,
      },
    ],
  });
  renderPage(
    <RulePreview
      scope="3"
      definition={{
        combination: 'first_method',
        rounding: 'down',
        minimum_weight: 1,
        methods: [{ method: 'supervisor', weight: 1, months_valid: 12 }],
      }}
    />,
  );

  expect(await screen.findByText('82 người trong phạm vi, 1 bậc thay đổi.')).toBeTruthy();
  expect(screen.getByText('2 → 3')).toBeTruthy();
});

test('the team’s map counts who lacks what', async () => {
  const cell = { competency: '21', required: 4, desired: 5, held: 2, valid_until: '2027-01-01' };
  answer('GET /units/3/held-matrix', {
    unit: '3',
    on: '2026-11-23',
    competencies: [competency],
    rows: [
      {
        person: {
          id: '12',
          staff_number: 'T12',
          name: 'Nguyễn Văn Bách',
          position: 'Chuyên viên',
          position_en: 'Officer',
        },
        cells: [cell],
      },
    ],
    actions: ['rate_as_supervisor'],
  });
  localStorage.setItem('nangluc.unit.7', JSON.stringify('3'));
  renderPage(<TeamPage />, {
    session: {
      account: '7',
      login: 'a',
      name: 'A',
      person: null,
      unit: '3',
      language: 'vi',
      must_change_password: false,
      roles: [],
      permissions: ['read_ratings'],
      home: [],
    },
  });

  expect(await screen.findByText(/1 người, 1 năng lực, 1 khoảng cách/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Nguyễn Văn Bách' })).toBeTruthy();
});

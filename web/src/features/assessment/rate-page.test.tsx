import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { answer, calls, renderPage } from '@/testing/render';

import { RatePage } from './rate-page';

const person = { id: '12', staff_number: 'T12', name: 'Nguyễn Văn Bách' };
const competencies = ['Dùng dữ liệu', 'Tiếp công dân'].map((name, index) => ({
  id: String(21 + index),
  code: `c${index}`,
  name,
  area: 'Nghiệp vụ',
  levels: 4,
}));

beforeEach(() => {
  answer('GET /units/300/held-matrix', {
    on: '2026-11-23',
    competencies,
    rows: [
      {
        person,
        cells: competencies.map(({ id }) => ({ competency: id, held: null, required: 2 })),
      },
    ],
    actions: ['rate_as_supervisor'],
  });
  answer('GET /people/12/ratings', { person, competencies: [] });
  for (const { id } of competencies) answer(`GET /competencies/${id}/descriptors`, { items: [] });
  answer('POST /ratings', undefined);
});

async function rate() {
  await userEvent.click(await screen.findByRole('radio', { name: /Bậc 2|bậc 2/ }));
  await userEvent.click(screen.getByRole('button', { name: /^Lưu và/ }));
}

test('whoever saved one competency goes on at the name of the next, then back to the staff', async () => {
  const { router } = renderPage(<RatePage />, {
    path: '/team/:personId/rating',
    at: '/team/12/rating',
  });

  await screen.findByText('Năng lực 1 trên 2.');
  await rate();
  await screen.findByText('Năng lực 2 trên 2.');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Tiếp công dân'));
  await rate();

  await waitFor(() => expect(router.state.location.pathname).toBe('/team'));
  expect(
    calls
      .filter((call) => call.path === '/ratings')
      .map((call) => (call.body as { competency: string }).competency),
  ).toEqual(['21', '22']);
});

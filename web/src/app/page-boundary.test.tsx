import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { problem, renderPage } from '@/testing/render';

import { PageBoundary } from './page-boundary';

const user = userEvent.setup();

function Page({ unit, fault }: { unit: string; fault: unknown }) {
  if (unit === 'tỉnh') throw fault;
  return <p>Trang của {unit}</p>;
}

function Shell({ fault }: { fault: unknown }) {
  const [unit, setUnit] = useState('tỉnh');
  return (
    <>
      <button onClick={() => setUnit('xã')}>Chọn xã</button>
      <PageBoundary asked={unit}>
        <Page unit={unit} fault={fault} />
      </PageBoundary>
    </>
  );
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

test('a page too wide to show is shown when a smaller unit is chosen', async () => {
  renderPage(<Shell fault={problem(422, 'team.too_wide')} />);
  await screen.findByRole('alert');

  await user.click(screen.getByRole('button', { name: 'Chọn xã' }));

  expect(await screen.findByText('Trang của xã')).toBeTruthy();
});

test.each([403, 404, 500])('after %d one may try again, and change the date', async (status) => {
  renderPage(<Shell fault={problem(status, 'x.y')} />, { at: '/?on=2025-07-01' });

  expect(await screen.findByRole('button', { name: 'Thử lại' })).toBeTruthy();
  expect(await screen.findByRole('button', { name: '01/07/2025' })).toBeTruthy();
});

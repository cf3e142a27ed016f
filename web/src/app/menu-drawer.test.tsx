import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { answer, renderPage } from '@/testing/render';
import { planner } from '@/testing/world';

import { MenuDrawer } from './menu-drawer';

const page = (id: string, name: string) => ({
  unit: { id, full_name: name, parent: '1' },
  ancestors: [],
});

test('the menu of a phone has the units to choose from, and closes when one is chosen', async () => {
  answer('GET /units/1', page('1', 'Tỉnh Điện Biên'));
  answer('GET /units/300', page('300', 'Xã Mường Ảng'));
  const session = {
    ...planner,
    roles: ['1', '300'].map((unit) => ({ role: 'planner', unit, from: '2025-07-01', until: '' })),
  };
  const close = vi.fn();
  renderPage(<MenuDrawer open={[]} onClose={close} />, { session });

  await userEvent.click(await screen.findByRole('button', { name: /Tỉnh Điện Biên/ }));
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Xã Mường Ảng' }));

  expect(localStorage.getItem('nangluc.unit.102')).toContain('300');
  expect(close).toHaveBeenCalledOnce();
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { renderPage } from '@/testing/render';

import { Menu } from './menu';

test('the choices of a menu are groups with their names', async () => {
  const item = (label: string) => ({ label, current: false, onSelect: () => {} });
  renderPage(
    <Menu
      button="Tài khoản"
      label="Tài khoản"
      groups={[
        { title: 'Ngôn ngữ', items: [item('Tiếng Việt')] },
        { title: 'Giao diện', items: [item('Sáng'), item('Tối')] },
      ]}
    />,
  );
  await userEvent.click(await screen.findByRole('button'));

  const group = screen.getByRole('group', { name: 'Giao diện' });
  expect(within(group).getAllByRole('menuitemradio')).toHaveLength(2);
});

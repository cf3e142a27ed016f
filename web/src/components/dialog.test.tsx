import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { renderPage } from '@/testing/render';

import { Dialog } from './dialog';
import { Drawer } from './drawer';

const user = userEvent.setup();

function Page({ holds, isDrawer }: { holds?: boolean; isDrawer?: boolean }) {
  const [open, setOpen] = useState(false);
  const [second, setSecond] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>Mở</button>
      {open && isDrawer && (
        <Drawer title="Ngăn" open onClose={close}>
          <input aria-label="Ô" />
        </Drawer>
      )}
      {open && !isDrawer && (
        <Dialog title="Một" open holds={holds} onClose={close}>
          <button onClick={() => setSecond(true)}>Mở nữa</button>
        </Dialog>
      )}
      {second && (
        <Dialog title="Hai" open onClose={() => setSecond(false)}>
          <input aria-label="Ô" />
        </Dialog>
      )}
    </>
  );
}

test('a press beside a dialog does not drop what was typed in it', async () => {
  renderPage(<Page />);
  await user.click(await screen.findByRole('button', { name: 'Mở' }));
  await screen.findByRole('dialog', { name: 'Một' });

  const scrim = document.querySelector('.mantine-Modal-inner');
  if (scrim) await user.click(scrim);

  expect(scrim).not.toBeNull();
  expect(screen.getByRole('dialog', { name: 'Một' })).toBeTruthy();
});

test('what is shown once is not taken away by Escape, and has no cross', async () => {
  renderPage(<Page holds />);
  await user.click(await screen.findByRole('button', { name: 'Mở' }));
  await screen.findByRole('dialog', { name: 'Một' });

  await user.keyboard('{Escape}');

  expect(screen.getByRole('dialog', { name: 'Một' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Đóng' })).toBeNull();
});

test.each([false, true])(
  'the button that opened it has the focus again (drawer: %s)',
  async (isDrawer) => {
    renderPage(<Page isDrawer={isDrawer} />);
    const button = await screen.findByRole('button', { name: 'Mở' });
    await user.click(button);
    await screen.findByRole('dialog');

    await user.click(screen.getByRole('button', { name: 'Đóng' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button));
  },
);

test('Escape closes the uppermost of two dialogs', async () => {
  renderPage(<Page />);
  await user.click(await screen.findByRole('button', { name: 'Mở' }));
  await user.click(await screen.findByRole('button', { name: 'Mở nữa' }));
  await screen.findByRole('dialog', { name: 'Hai' });

  await user.keyboard('{Escape}');

  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Hai' })).toBeNull());
  expect(screen.getByRole('dialog', { name: 'Một' })).toBeTruthy();
});

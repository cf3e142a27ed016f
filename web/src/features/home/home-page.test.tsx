import { screen } from '@testing-library/react';

import { TodoSources, type Todo } from '@/lib/todos';
import { renderPage } from '@/testing/render';

import { HomePage } from './home-page';

const todo = (key: string, due: string): Todo => ({
  key,
  group: 'due',
  due,
  title: { id: 'home.empty' },
  to: '/posts',
  act: { id: 'menu.home' },
});

function home(load: () => Promise<Todo[]>, permissions?: string[]) {
  return (
    <TodoSources.Provider value={[{ part: 'core', name: 'test', permissions, load }]}>
      <HomePage />
    </TodoSources.Provider>
  );
}

test('what is due first stands first, and the sentence counts it', async () => {
  renderPage(home(() => Promise.resolve([todo('b', '2026-12-02'), todo('a', '2026-11-25')])));

  expect(await screen.findByText(/Có 2 việc đến hạn\./)).toBeTruthy();
  expect(screen.getAllByText(/^đến /).map((each) => each.textContent)).toEqual([
    'đến 25/11/2026',
    'đến 02/12/2026',
  ]);
});

test('a day without work says so', async () => {
  renderPage(home(() => Promise.resolve([])));

  expect(await screen.findByRole('heading', { name: 'Không có việc nào đang chờ' })).toBeTruthy();
});

test('work of another role is not asked for', async () => {
  const load = vi.fn(() => Promise.resolve([]));
  renderPage(home(load, ['approve_plans']));

  await screen.findByRole('heading', { name: 'Không có việc nào đang chờ' });
  expect(load).not.toHaveBeenCalled();
});

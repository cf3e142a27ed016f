import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { renderPage } from '@/testing/render';
import { planner } from '@/testing/world';

import { inUnit, useKeptScope, useUnitScope } from './unit-scope';

function Page({ isScoped }: { isScoped?: boolean }) {
  const { unitId, setUnitId } = useUnitScope();
  useKeptScope(isScoped ?? true);
  return (
    <>
      <p>Đơn vị {unitId}</p>
      <button onClick={() => setUnitId('7')}>Chọn 7</button>
    </>
  );
}

const key = `nangluc.unit.${planner.account}`;
const show = (at: string, isScoped?: boolean) =>
  renderPage(<Page isScoped={isScoped} />, { path: '/roster', at, session: planner });

afterEach(() => sessionStorage.clear());

test('an address that names a unit shows that unit, and the tab keeps it', async () => {
  localStorage.setItem(key, JSON.stringify('5'));
  show('/roster?show=vacant&scope=3');

  expect(await screen.findByText('Đơn vị 3')).toBeTruthy();
  expect(sessionStorage.getItem(key)).toContain('3');
  expect(localStorage.getItem(key)).toContain('5');
});

test('the unit of the tab stands in the address of a page that shows its work', async () => {
  sessionStorage.setItem(key, JSON.stringify('4'));
  localStorage.setItem(key, JSON.stringify('5'));
  const { router } = show('/roster?show=vacant');

  expect(await screen.findByText('Đơn vị 4')).toBeTruthy();
  await waitFor(() => expect(router.state.location.search).toBe('?show=vacant&scope=4'));
});

test('a page that shows nothing of a unit keeps its plain address', async () => {
  const { router } = show('/roster', false);

  expect(await screen.findByText(`Đơn vị ${planner.unit}`)).toBeTruthy();
  expect(router.state.location.search).toBe('');
});

test('going back shows the unit from before', async () => {
  const { router } = show('/roster?scope=3');

  await userEvent.click(await screen.findByRole('button', { name: 'Chọn 7' }));
  expect(await screen.findByText('Đơn vị 7')).toBeTruthy();
  await router.navigate(-1);

  expect(await screen.findByText('Đơn vị 3')).toBeTruthy();
});

test('a way into a unit keeps the filters of the address', () => {
  expect(inUnit('/roster', '3')).toBe('/roster?scope=3');
  expect(inUnit('/roster?show=vacant', '3')).toBe('/roster?show=vacant&scope=3');
});

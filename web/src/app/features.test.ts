import { pages } from './features';

test('each letter after g leads to one page', () => {
  const letters = pages.flatMap((page) => page.letter ?? []);

  expect(letters).toEqual([...new Set(letters)]);
  expect(letters).not.toContain('g');
});

test('each page has an address of its own', () => {
  const shapes = pages.map((page) => page.path.replace(/:\w+/gu, ':'));

  expect(shapes).toEqual([...new Set(shapes)]);
});

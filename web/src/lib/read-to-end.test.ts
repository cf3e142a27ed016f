import { type PagedList, readToEnd } from './read-to-end';

const list = (pages: number, read = 1): PagedList<number> => ({
  data: { pages: Array.from({ length: read }, (_, page) => ({ items: [page * 2, page * 2 + 1] })) },
  error: null,
  hasNextPage: read < pages,
  fetchNextPage: () => Promise.resolve(list(pages, read + 1)),
});

test('a list is read to its end, whatever was on screen', async () => {
  expect(await readToEnd(list(3))).toEqual({ rows: [0, 1, 2, 3, 4, 5], isWhole: true });
});

test('a list that is too long tells that it is not whole', async () => {
  expect(await readToEnd(list(9), 4)).toEqual({ rows: [0, 1, 2, 3], isWhole: false });
});

test('a page that cannot be read is told, not left out', async () => {
  const broken = {
    ...list(3),
    fetchNextPage: () => Promise.resolve({ ...list(3), error: new Error('lost') }),
  };
  await expect(readToEnd(broken)).rejects.toThrow('lost');
});

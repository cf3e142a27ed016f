type Pages<Item> = { pages: { items: Item[] }[] };

// What useInfiniteQuery gives of a list that is read page by page.
export type PagedList<Item = unknown> = {
  data?: Pages<Item>;
  error: unknown;
  hasNextPage: boolean;
  fetchNextPage: () => Promise<PagedList<Item>>;
};

const longest = 20_000;

// Every row of a list of which only a part is on screen, up to `most`; `isWhole` tells whether that
// is all.
export async function readToEnd<Item>(list: PagedList<Item>, most = longest) {
  const rowsOf = ({ data }: PagedList<Item>) => data?.pages.flatMap((page) => page.items) ?? [];
  let read = list;
  while (read.hasNextPage && rowsOf(read).length < most) {
    read = await read.fetchNextPage();
    if (read.error) throw read.error as Error;
  }
  return { rows: rowsOf(read), isWhole: !read.hasNextPage };
}

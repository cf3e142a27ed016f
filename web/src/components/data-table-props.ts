import type { ReactNode } from 'react';

import type { Column, Sorting } from './data-table-rows';

// What is shown in place of the rows.
export type TableState =
  | { kind: 'ready' }
  | { kind: 'loading'; what?: string; rows?: number }
  | { kind: 'error'; error: unknown; retry?: () => void };

export type TableProps<T> = {
  caption: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  state?: TableState;
  // Why there is nothing and what to do about it.
  empty: { title: string; reason: ReactNode; action?: ReactNode; second?: ReactNode };
  // Rows that follow one another with the same key get a heading row.
  groupOf?: (row: T) => { key: string; title: ReactNode; note?: ReactNode };
  totals?: Record<string, ReactNode>;
  selection?: { chosen: ReadonlySet<string>; onChange: (chosen: Set<string>) => void };
  selectable?: (row: T) => boolean;
  current?: string | null;
  // Hatched, for a post without a person.
  vacant?: (row: T) => boolean;
  tone?: (row: T) => 'warn' | 'err' | undefined;
  // Given when the server sorts; else the table sorts what it has by the columns' `sort`.
  sorting?: { value: Sorting | null; onChange: (value: Sorting | null) => void };
  // How many there are in all; and the next page, by cursor.
  total?: number | null;
  more?: { has: boolean; loading: boolean; onMore: () => void };
  foot?: ReactNode;
  // A column each row opens beneath itself.
  detail?: (row: T) => ReactNode;
};

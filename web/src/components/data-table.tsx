import { type ReactNode, useId } from 'react';

import { useDensity } from '@/lib/density';

import { TableBody } from './data-table-body';
import { TableFoot } from './data-table-foot';
import { TableHead } from './data-table-head';
import styles from './data-table.module.css';
import { type Column, type Sorting, useSortedRows } from './data-table-rows';
import { Empty, Failed, Loading } from './state-blocks';

export type { Column, Sorting } from './data-table-rows';

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

export function DataTable<T>(props: TableProps<T>) {
  const { caption, columns, rowKey, state = { kind: 'ready' }, selection } = props;
  const { density } = useDensity();
  const name = useId();
  const { rows, sorting, sortBy } = useSortedRows(props);
  const choosable = rows.filter((row) => props.selectable?.(row) ?? true).map(rowKey);

  if (state.kind === 'error') return <Failed error={state.error} retry={state.retry} />;
  if (state.kind === 'ready' && rows.length === 0) {
    return (
      <div className={styles.sheet}>
        <Empty drawing {...props.empty} />
      </div>
    );
  }
  return (
    <div className={styles.sheet} data-density={density ?? undefined}>
      <div className={styles.scroll}>
        <table className={styles.table} aria-labelledby={name} role="table">
          <caption id={name} className="unseen">
            {caption}
          </caption>
          <TableHead
            columns={columns}
            sorting={sorting}
            onSort={sortBy}
            selection={selection}
            choosable={choosable}
          />
          {state.kind === 'ready' && <TableBody {...props} rows={rows} />}
        </table>
        {state.kind === 'loading' && <Loading what={state.what} rows={state.rows} />}
      </div>
      {state.kind === 'ready' && (
        <TableFoot shown={rows.length} total={props.total} more={props.more} note={props.foot} />
      )}
    </div>
  );
}

import { useId } from 'react';

import { useDensity } from '@/lib/density';

import { TableBody } from './data-table-body';
import { TableFoot } from './data-table-foot';
import { TableHead } from './data-table-head';
import styles from './data-table.module.css';
import type { TableProps } from './data-table-props';
import { useSortedRows } from './data-table-rows';
import { Empty, Failed, Loading } from './state-blocks';

export type { TableProps, TableState } from './data-table-props';
export type { Column, Sorting } from './data-table-rows';

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

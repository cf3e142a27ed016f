import { useWords } from '@/lib/words';

import { CheckField } from './check-field';
import type { Column, Sorting } from './data-table-rows';
import styles from './data-table.module.css';
import { Icon } from './icons';

type Props<T> = {
  columns: Column<T>[];
  sorting: Sorting | null;
  onSort: (column: string) => void;
  selection?: { chosen: ReadonlySet<string>; onChange: (chosen: Set<string>) => void };
  choosable: string[];
};

export function TableHead<T>({ columns, sorting, onSort, selection, choosable }: Props<T>) {
  const t = useWords();
  const count = selection ? choosable.filter((key) => selection.chosen.has(key)).length : 0;
  const all = count > 0 && count === choosable.length;
  return (
    <thead className={styles.head} role="rowgroup">
      <tr role="row">
        {selection && (
          <th scope="col" role="columnheader" className={styles.tick}>
            <CheckField
              label=""
              name={t('ui.choose_all')}
              checked={all}
              partly={count > 0 && !all}
              onChange={() => selection.onChange(new Set(all ? [] : choosable))}
            />
          </th>
        )}
        {columns.map((column) => {
          const direction = sorting?.column === column.id ? sorting : null;
          return (
            <th
              key={column.id}
              scope="col"
              role="columnheader"
              style={{ width: column.width }}
              data-align={column.align}
              aria-sort={
                direction ? (direction.descending ? 'descending' : 'ascending') : undefined
              }
            >
              {column.sort ? (
                <button type="button" className={styles.sort} onClick={() => onSort(column.id)}>
                  {column.header}
                  {direction && (
                    <Icon name={direction.descending ? 'sortDown' : 'sortUp'} size={14} />
                  )}
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

import { Fragment, type ReactNode, useId } from 'react';

import { useWords } from '@/lib/words';

import { CheckField } from './check-field';
import styles from './data-table.module.css';
import type { TableProps } from './data-table-props';

export function TableBody<T>(props: TableProps<T>) {
  const { columns, rows, rowKey, groupOf, totals, selection } = props;
  const width = columns.length + (selection ? 1 : 0);
  return (
    <tbody role="rowgroup">
      {rows.map((row, index) => {
        const group = groupOf?.(row);
        const before = rows[index - 1];
        const isNew = group && (before === undefined || groupOf?.(before).key !== group.key);
        const detail = props.detail?.(row);
        return (
          <Fragment key={rowKey(row)}>
            {isNew && (
              <tr role="row" className={styles.group}>
                <th scope="colgroup" role="rowheader" colSpan={width}>
                  {group.title} {group.note && <span>{group.note}</span>}
                </th>
              </tr>
            )}
            <BodyRow {...props} row={row} />
            {detail && (
              <tr role="row" className={styles.detail}>
                <td role="cell" colSpan={width}>
                  {detail}
                </td>
              </tr>
            )}
          </Fragment>
        );
      })}
      {totals && (
        <tr role="row" className={styles.totals}>
          {selection && <td role="cell" />}
          {columns.map((column) => (
            <Cell key={column.id} column={column} content={totals[column.id]} />
          ))}
        </tr>
      )}
    </tbody>
  );
}

type Label = { id: string; header: string; align?: 'right'; rowHeader?: boolean; acts?: boolean };

type CellProps = { id?: string; column: Label; content: ReactNode };

function Cell({ id, column, content }: CellProps) {
  const empty = content === null || content === undefined || content === false || content === '';
  const shared = {
    'data-label': column.acts ? undefined : column.header,
    'data-align': column.align,
    'data-empty': empty || undefined,
  };
  return column.rowHeader ? (
    <th id={id} scope="row" role="rowheader" {...shared}>
      {content}
    </th>
  ) : (
    <td role="cell" {...shared}>
      {content}
    </td>
  );
}

function BodyRow<T>({ row, ...props }: TableProps<T> & { row: T }) {
  const { columns, rowKey, selection, selectable, current } = props;
  const t = useWords();
  const id = useId();
  const header = columns.find((column) => column.rowHeader);
  const key = rowKey(row);
  const chosen = selection?.chosen.has(key) ?? false;

  function choose(on: boolean) {
    const next = new Set(selection?.chosen);
    if (on) next.add(key);
    else next.delete(key);
    selection?.onChange(next);
  }
  return (
    <tr
      role="row"
      className={styles.row}
      data-chosen={chosen || current === key || undefined}
      data-vacant={props.vacant?.(row) || undefined}
      data-tone={props.tone?.(row)}
      aria-selected={selection ? chosen : undefined}
    >
      {selection && (
        <td role="cell" className={styles.tick}>
          {(selectable?.(row) ?? true) && (
            <>
              <span id={`${id}-act`} className="unseen">
                {t('ui.choose_row')}
              </span>
              <CheckField
                label=""
                namedBy={header ? `${id}-act ${id}` : `${id}-act`}
                checked={chosen}
                onChange={choose}
              />
            </>
          )}
        </td>
      )}
      {columns.map((column) => (
        <Cell
          key={column.id}
          id={column === header ? id : undefined}
          column={column}
          content={column.cell(row)}
        />
      ))}
    </tr>
  );
}

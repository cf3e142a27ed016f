import { type ReactNode, useState } from 'react';

import { useWords } from '@/lib/words';

import { useGridKeys } from './grid-keys';
import { HeatCell, heatKind, type HeatValue } from './heat-cell';
import styles from './heat-map.module.css';
import { HeatLegend } from './heat-legend';

export type HeatColumn = { key: string; title: string; group?: string };
export type HeatRow = {
  key: string;
  title: ReactNode;
  note?: ReactNode;
  values: Record<string, HeatValue | undefined>;
};

type Props = {
  caption: string;
  rowHeader: string;
  columns: HeatColumn[];
  rows: HeatRow[];
  // What stands under the table for the chosen cell: names, words, the way to the reason.
  explain: (row: HeatRow, column: HeatColumn, value: HeatValue) => ReactNode;
  onOpen?: (row: HeatRow, column: HeatColumn) => void;
};

const nothing: HeatValue = { held: null, required: null };

export function HeatMap({ caption, rowHeader, columns, rows, explain, onOpen }: Props) {
  const t = useWords();
  const [chosen, setChosen] = useState<{ row: number; column: number } | null>(null);
  const { ref, cell } = useGridKeys(rows.length, columns.length, {
    onMove: setChosen,
    onOpen: (at) => {
      const [row, column] = [rows[at.row], columns[at.column]];
      if (row && column) onOpen?.(row, column);
    },
  });
  const row = chosen && rows[chosen.row];
  const column = chosen && columns[chosen.column];

  return (
    <div className={styles.root}>
      <div className={styles.scroll}>
        <table role="grid" aria-label={caption} className={styles.table} ref={ref}>
          <HeatHead columns={columns} rowHeader={rowHeader} />
          <tbody>
            {rows.map((each, at) => (
              <tr key={each.key}>
                <th scope="row">
                  {each.title}
                  {each.note && <span className={styles.note}>{each.note}</span>}
                </th>
                {columns.map((title, index) => (
                  <td
                    key={title.key}
                    role="gridcell"
                    data-first={isFirst(columns, index) || undefined}
                    aria-selected={chosen?.row === at && chosen.column === index}
                    {...cell(at, index)}
                  >
                    <HeatCell value={each.values[title.key] ?? nothing} />
                  </td>
                ))}
                <td className={styles.sum}>
                  <b>{missingIn(each, columns)}</b>
                  {unknownIn(each, columns) > 0 && (
                    <span className={styles.note}>
                      {t('ui.heat.unknown_count', { count: unknownIn(each, columns) })}
                    </span>
                  )}
                </td>
              </tr>
            ))}
            <tr className={styles.totals}>
              <th scope="row">{t('ui.heat.people_missing')}</th>
              {columns.map((title) => (
                <td key={title.key}>{lackingIn(rows, title.key)}</td>
              ))}
              <td className={styles.sum}>
                <b>{rows.reduce((sum, each) => sum + missingIn(each, columns), 0)}</b>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      <HeatLegend />
      {row && column && (
        <div className={styles.explained} aria-live="polite">
          {explain(row, column, row.values[column.key] ?? nothing)}
        </div>
      )}
    </div>
  );
}

function HeatHead({ columns, rowHeader }: { columns: HeatColumn[]; rowHeader: string }) {
  const t = useWords();
  const groups = columns.filter((_, index) => isFirst(columns, index));
  const isGrouped = columns.some((column) => column.group);
  return (
    <thead>
      {isGrouped && (
        <tr className={styles.groups}>
          <td />
          {groups.map((column) => (
            <th
              key={column.key}
              scope="colgroup"
              data-first
              colSpan={columns.filter((each) => each.group === column.group).length}
            >
              {column.group}
            </th>
          ))}
          <td />
        </tr>
      )}
      <tr>
        <th scope="col">{rowHeader}</th>
        {columns.map((column, index) => (
          <th key={column.key} scope="col" data-first={isFirst(columns, index) || undefined}>
            {column.title}
          </th>
        ))}
        <th scope="col" className={styles.sum}>
          {t('ui.heat.missing')}
        </th>
      </tr>
    </thead>
  );
}

function isFirst(columns: HeatColumn[], index: number): boolean {
  return index === 0 || columns[index - 1]?.group !== columns[index]?.group;
}

// Levels are not added up: each competency that is missing counts once.
function missingIn(row: HeatRow, columns: HeatColumn[]): number {
  return columns.filter((column) => heatKind(row.values[column.key] ?? nothing).startsWith('gap'))
    .length;
}

function unknownIn(row: HeatRow, columns: HeatColumn[]): number {
  return columns.filter((column) => heatKind(row.values[column.key] ?? nothing) === 'unknown')
    .length;
}

function lackingIn(rows: HeatRow[], column: string): number {
  return rows.filter((row) => heatKind(row.values[column] ?? nothing).startsWith('gap')).length;
}

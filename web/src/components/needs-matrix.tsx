import { Fragment, type ReactNode } from 'react';

import { showNumber, showShare } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { useGridKeys } from './grid-keys';
import { Icon } from './icons';
import { Glyph, NeedsCell, shareSteps } from './needs-cell';
import styles from './needs-matrix.module.css';

export type NeedsColumn = { key: string; title: string };
export type NeedsRow = {
  key: string;
  title: string;
  depth?: number;
  people: number;
  // People lacking the competency; where only some need it, how many do.
  counts: Record<string, { count: number; of?: number } | undefined>;
  expandable?: boolean;
  expanded?: boolean;
};

type Props = {
  caption: string;
  rowHeader: string;
  columns: NeedsColumn[];
  rows: NeedsRow[];
  total?: NeedsRow;
  by: 'count' | 'share';
  steps?: number[];
  isChosen?: (row: NeedsRow, column: NeedsColumn) => boolean;
  onChoose?: (row: NeedsRow, column: NeedsColumn) => void;
  onExpand?: (row: NeedsRow) => void;
  foot?: ReactNode;
};

export function NeedsMatrix(props: Props) {
  const { caption, rowHeader, columns, rows, total, by, steps = shareSteps } = props;
  const { ref, cell } = useGridKeys(rows.length, columns.length, {
    onOpen: (at) => {
      const [row, column] = [rows[at.row], columns[at.column]];
      if (row && column) props.onChoose?.(row, column);
    },
  });
  return (
    <div>
      <div className={styles.sheet}>
        <div className={styles.scroll}>
          <table role="grid" aria-label={caption} className={styles.table} ref={ref}>
            <thead>
              <tr>
                <th scope="col">{rowHeader}</th>
                {columns.map((column) => (
                  <th key={column.key} scope="col">
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {total && <TotalRow row={total} columns={columns} by={by} />}
              {rows.map((row, at) => (
                <tr key={row.key} data-depth={row.depth || undefined}>
                  <th scope="row" style={{ paddingInlineStart: 12 + (row.depth ?? 0) * 20 }}>
                    <RowTitle row={row} onExpand={props.onExpand} />
                  </th>
                  {columns.map((column, index) => {
                    const need = row.counts[column.key];
                    return (
                      <td
                        key={column.key}
                        role="gridcell"
                        aria-selected={props.isChosen?.(row, column) ?? false}
                        {...cell(at, index)}
                        onClick={() => props.onChoose?.(row, column)}
                      >
                        {need && (
                          <NeedsCell
                            count={need.count}
                            people={need.of ?? row.people}
                            by={by}
                            steps={steps}
                          />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {props.foot && <div className={styles.foot}>{props.foot}</div>}
      </div>
      <NeedsLegend steps={steps} />
    </div>
  );
}

function RowTitle({ row, onExpand }: { row: NeedsRow; onExpand?: (row: NeedsRow) => void }) {
  const t = useWords();
  return (
    <span className={styles.title}>
      {row.expandable ? (
        <button
          type="button"
          className={styles.expand}
          aria-expanded={row.expanded ?? false}
          aria-label={t('ui.expand', { name: row.title })}
          onClick={() => onExpand?.(row)}
        >
          <Icon name={row.expanded ? 'down' : 'right'} size={16} />
        </button>
      ) : (
        <span className={styles.noExpand} />
      )}
      <span>{row.title}</span>
      <span className={styles.people}>{showNumber(row.people, t.language)}</span>
    </span>
  );
}

function TotalRow({
  row,
  columns,
  by,
}: {
  row: NeedsRow;
  columns: NeedsColumn[];
  by: Props['by'];
}) {
  const t = useWords();
  return (
    <tr className={styles.total}>
      <th scope="row">
        {row.title} <span className={styles.people}>{showNumber(row.people, t.language)}</span>
      </th>
      {columns.map((column) => {
        const need = row.counts[column.key] ?? { count: 0 };
        return (
          <td key={column.key}>
            {by === 'count'
              ? showNumber(need.count, t.language)
              : showShare(need.count / (need.of ?? (row.people || 1)), t.language)}
          </td>
        );
      })}
    </tr>
  );
}

function NeedsLegend({ steps }: { steps: number[] }) {
  const t = useWords();
  const percent = (share: number) => Math.round(share * 100);
  return (
    <ul className={styles.legend} aria-label={t('ui.legend')}>
      <li>{t('ui.needs.share')}</li>
      {[0, 1, 2, 3, 4].map((level) => (
        <Fragment key={level}>
          <li>
            <span className={styles.cell} data-class={level} aria-hidden="true">
              <Glyph level={level} />
            </span>
            {level === 0
              ? t('ui.needs.below', { share: percent(steps[0] ?? 0) })
              : level === 4
                ? t('ui.needs.from', { share: percent(steps[3] ?? 0) })
                : t('ui.needs.between', {
                    low: percent(steps[level - 1] ?? 0),
                    high: percent(steps[level] ?? 0) - 1,
                  })}
          </li>
        </Fragment>
      ))}
    </ul>
  );
}

import { showNumber, showShare } from '@/lib/numbers';
import { useMedia } from '@/lib/use-media';
import { useWords } from '@/lib/words';

import { useGridKeys } from './grid-keys';
import { Icon } from './icons';
import { NeedsCards } from './needs-cards';
import { NeedsCell, shareSteps } from './needs-cell';
import { NeedsLegend } from './needs-legend';
import styles from './needs-matrix.module.css';
import type { NeedsColumn, NeedsMatrixProps, NeedsRow } from './needs-matrix-props';

export type { NeedsColumn, NeedsMatrixProps, NeedsRow } from './needs-matrix-props';

// A table with the keys of a grid; on a phone a list of cards.
export function NeedsMatrix(props: NeedsMatrixProps) {
  const phone = useMedia('(max-width: 639px)');
  const steps = props.steps ?? shareSteps;
  return (
    <div>
      {phone ? <NeedsCards {...props} steps={steps} /> : <Sheet {...props} steps={steps} />}
      {phone && props.foot && <p className={styles.foot}>{props.foot}</p>}
      <NeedsLegend steps={steps} />
    </div>
  );
}

function Sheet(props: NeedsMatrixProps & { steps: number[] }) {
  const { caption, rowHeader, columns, rows, total, by, steps } = props;
  const { ref, cell } = useGridKeys(rows.length, columns.length, {
    onOpen: (at) => {
      const [row, column] = [rows[at.row], columns[at.column]];
      if (row && column) props.onChoose?.(row, column);
    },
  });
  return (
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
              <tr key={row.key} data-expanded={row.expanded || undefined}>
                <th scope="row" style={{ paddingInlineStart: 12 + (row.depth ?? 0) * 20 }}>
                  <RowTitle row={row} onExpand={props.onExpand} />
                </th>
                {columns.map((column, index) => {
                  const need = row.counts[column.key];
                  return (
                    <td
                      key={column.key}
                      role="gridcell"
                      aria-selected={props.onChoose && (props.isChosen?.(row, column) ?? false)}
                      {...cell(at, index)}
                      onDoubleClick={undefined}
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
  by: NeedsMatrixProps['by'];
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

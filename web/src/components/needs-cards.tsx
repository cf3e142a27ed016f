import { useState } from 'react';

import { useWords } from '@/lib/words';

import { Icon } from './icons';
import { LinkText } from './link-text';
import { NeedsCell } from './needs-cell';
import styles from './needs-cards.module.css';
import type { NeedsColumn, NeedsMatrixProps, NeedsRow } from './needs-matrix-props';

const first = 5;

type Need = { column: NeedsColumn; count: number; of: number };

// The matrix on a phone: a card for each unit, the greatest shares first.
export function NeedsCards(props: NeedsMatrixProps & { steps: number[] }) {
  const rows = props.total ? [props.total, ...props.rows] : props.rows;
  return (
    <ul className={styles.cards} aria-label={props.caption}>
      {rows.map((row) => (
        <UnitCard key={row.key} row={row} isTotal={row === props.total} {...props} />
      ))}
    </ul>
  );
}

function needsOf(row: NeedsRow, columns: NeedsColumn[]): Need[] {
  return columns
    .flatMap((column) => {
      const need = row.counts[column.key];
      return need && need.count > 0
        ? [{ column, count: need.count, of: need.of ?? row.people }]
        : [];
    })
    .sort((left, right) => right.count / right.of - left.count / left.of);
}

type CardProps = NeedsMatrixProps & { steps: number[]; row: NeedsRow; isTotal: boolean };

function UnitCard({ row, isTotal, columns, by, steps, ...props }: CardProps) {
  const t = useWords();
  const [all, setAll] = useState(false);
  const needs = needsOf(row, columns);
  const shown = all ? needs : needs.slice(0, first);
  return (
    <li className={styles.card} data-total={isTotal || undefined} data-depth={row.depth}>
      <p className={styles.head}>
        <b>{row.title}</b>
        <span>{t('ui.needs.people', { count: row.people })}</span>
      </p>
      {needs.length === 0 && <p className={styles.none}>{t('ui.needs.none')}</p>}
      <ul>
        {shown.map(({ column, count, of }) => (
          <li key={column.key}>
            <button
              type="button"
              className={styles.need}
              aria-pressed={
                isTotal || !props.onChoose ? undefined : (props.isChosen?.(row, column) ?? false)
              }
              disabled={isTotal || !props.onChoose}
              onClick={() => props.onChoose?.(row, column)}
            >
              <span>{column.title}</span>
              <NeedsCell count={count} people={of} by={by} steps={steps} />
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.more}>
        {needs.length > first && (
          <LinkText onClick={() => setAll(!all)}>
            {all ? t('ui.needs.fewer') : t('ui.needs.all', { count: needs.length })}
          </LinkText>
        )}
        {row.expandable && (
          <button
            type="button"
            className={styles.open}
            aria-expanded={row.expanded ?? false}
            onClick={() => props.onExpand?.(row)}
          >
            {t('ui.expand', { name: row.title })}
            <Icon name={row.expanded ? 'down' : 'right'} size={16} />
          </button>
        )}
      </p>
    </li>
  );
}

import type { ReactNode } from 'react';

import styles from './layout.module.css';

// Things under one another. Gaps are the steps of the design: 4 8 12 16 24 40.
export function Stack({
  gap = 16,
  children,
}: {
  gap?: 4 | 8 | 12 | 16 | 24 | 40;
  children: ReactNode;
}) {
  return (
    <div className={styles.stack} style={{ gap }}>
      {children}
    </div>
  );
}

// Things beside one another, wrapping.
export function Row({
  gap = 8,
  apart,
  children,
}: {
  gap?: 4 | 8 | 12 | 16 | 24;
  apart?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={styles.row}
      style={{ gap, justifyContent: apart ? 'space-between' : undefined }}
    >
      {children}
    </div>
  );
}

// Two short fields that belong together.
export function Pair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}

// Main part with a side of fixed width; one under the other where there is no room.
export function Split({
  side,
  width = 280,
  children,
}: {
  side: ReactNode;
  width?: 280 | 408;
  children: ReactNode;
}) {
  return (
    <div className={width === 280 ? styles.split : styles.splitWide}>
      <div className={styles.cell}>{children}</div>
      <div className={styles.cell}>{side}</div>
    </div>
  );
}

// The filter row over a table: filters at the left, `aside` at the right.
export function FilterRow({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className={`${styles.filters}`}>
      <div className={styles.row}>{children}</div>
      {aside && <div className={styles.row}>{aside}</div>}
    </div>
  );
}

// Label and value pairs.
export function Facts({ items }: { items: { label: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {items.map((item, index) => (
        <div key={index}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

// A few counts that a sentence has already said.
export function Figures({
  items,
}: {
  items: { value: ReactNode; label: ReactNode; tone?: 'warn' | 'quiet' }[];
}) {
  return (
    <dl className={styles.figures}>
      {items.map((item, index) => (
        <div key={index}>
          <dt>{item.label}</dt>
          <dd data-tone={item.tone}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

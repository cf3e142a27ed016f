import type { ReactNode } from 'react';

import styles from './timeline.module.css';

export type TimelineEntry = { key: string; act: ReactNode; date?: string; note?: ReactNode };

// What happened, newest first, numbered from the first. Only added to.
export function Timeline({ entries, label }: { entries: TimelineEntry[]; label: string }) {
  return (
    <ol className={styles.root} aria-label={label}>
      {entries.map((entry, index) => (
        <li key={entry.key}>
          <span className={styles.number} aria-hidden="true">
            {entries.length - index}
          </span>
          <div>
            <p>
              <strong>{entry.act}</strong> {entry.date && <time>{entry.date}</time>}
            </p>
            {entry.note && <div className={styles.note}>{entry.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

// Numbered lines, counted from the first: the five lines of a reason.
export function NumberedLines({ lines }: { lines: { title: ReactNode; body?: ReactNode }[] }) {
  return (
    <ol className={styles.root}>
      {lines.map((line, index) => (
        <li key={index}>
          <span className={styles.number} aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <p>
              <strong>{line.title}</strong>
            </p>
            {line.body && <div className={styles.note}>{line.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

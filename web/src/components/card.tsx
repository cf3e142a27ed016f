import type { ReactNode } from 'react';

import styles from './card.module.css';

// A sheet with one hairline. `flush` for a table or a list that brings its own padding.
export function Card({
  title,
  aside,
  flush,
  children,
}: {
  title?: ReactNode;
  aside?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={`${styles.root} ${flush ? styles.flush : ''}`}>
      {title && (
        <header className={styles.head}>
          <h2>{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}

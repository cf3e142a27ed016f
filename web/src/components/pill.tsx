import type { ReactNode } from 'react';

import { Icon } from './icons';
import styles from './pill.module.css';

export type PillKind = 'neutral' | 'sent' | 'done' | 'look' | 'returned' | 'vacant';

export function Pill({ kind = 'neutral', children }: { kind?: PillKind; children: ReactNode }) {
  return (
    <span className={`${styles.root} ${styles[kind]}`}>
      {kind === 'done' && <Icon name="check" size={13} />}
      {kind === 'look' && <Icon name="alert" size={13} />}
      {children}
    </span>
  );
}

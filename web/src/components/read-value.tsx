import type { ReactNode } from 'react';

import styles from './field.module.css';

// A field that may be read but not changed is text, not a grey box.
export function ReadValue({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div>
      <span className={styles.readingLabel}>{label}</span>
      <span className={styles.readingValue}>{value || '–'}</span>
    </div>
  );
}

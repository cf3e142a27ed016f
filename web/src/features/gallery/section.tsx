import type { ReactNode } from 'react';

import { Stack } from '@/components/layout';
import { useWords } from '@/lib/words';

import styles from './gallery.module.css';

export function Section({ id, children }: { id: string; children: ReactNode }) {
  const t = useWords();
  return (
    <section className={styles.section}>
      <h2>{t(`gallery.${id}`)}</h2>
      <Stack>{children}</Stack>
    </section>
  );
}

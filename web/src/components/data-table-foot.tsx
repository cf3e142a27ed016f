import type { ReactNode } from 'react';

import { useWords } from '@/lib/words';

import { Button } from './button';
import styles from './data-table.module.css';

type Props = {
  shown: number;
  total?: number | null;
  more?: { has: boolean; loading: boolean; onMore: () => void };
  note?: ReactNode;
};

export function TableFoot({ shown, total, more, note }: Props) {
  const t = useWords();
  const words =
    total !== null && total !== undefined
      ? t('ui.shown_of', { shown, total })
      : more?.has
        ? t('ui.shown_more', { shown })
        : t('ui.shown', { shown });
  return (
    <div className={styles.foot}>
      <span aria-live="polite">{words}</span>
      {more?.has && (
        <Button working={more.loading} workingWords={t('ui.loading')} onClick={more.onMore}>
          {t('ui.load_more')}
        </Button>
      )}
      {note && <span className={styles.note}>{note}</span>}
    </div>
  );
}

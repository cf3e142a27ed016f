import type { ReactNode } from 'react';

import { showNumber } from '@/lib/numbers';
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
  const count = showNumber(shown, t.language);
  const words =
    total !== null && total !== undefined
      ? t('ui.shown_of', { shown: count, total: showNumber(total, t.language) })
      : more?.has
        ? t('ui.shown_more', { shown: count })
        : t('ui.shown', { shown: count });
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

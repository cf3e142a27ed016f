import { useWords } from '@/lib/words';

import { Glyph } from './needs-cell';
import styles from './needs-matrix.module.css';

export function NeedsLegend({ steps }: { steps: number[] }) {
  const t = useWords();
  const percent = (share: number) => Math.round(share * 100);
  return (
    <ul className={styles.legend} aria-label={t('ui.legend')}>
      <li>{t('ui.needs.share')}</li>
      {[0, 1, 2, 3, 4].map((level) => (
        <li key={level}>
          <span className={styles.cell} data-class={level} aria-hidden="true">
            <Glyph level={level} />
          </span>
          {level === 0
            ? t('ui.needs.below', { share: percent(steps[0] ?? 0) })
            : level === 4
              ? t('ui.needs.from', { share: percent(steps[3] ?? 0) })
              : t('ui.needs.between', {
                  low: percent(steps[level - 1] ?? 0),
                  high: percent(steps[level] ?? 0) - 1,
                })}
        </li>
      ))}
    </ul>
  );
}

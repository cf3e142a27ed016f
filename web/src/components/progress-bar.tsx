import { useWords } from '@/lib/words';

import styles from './job-progress.module.css';

// Real counts only: with no total known, the bar is left out.
export function ProgressBar({
  label,
  done,
  total,
}: {
  label: string;
  done: number;
  total: number;
}) {
  const t = useWords();
  return (
    <div className={styles.root}>
      <p className={styles.words} role="status">
        <b>{label}</b> {total > 0 && <span>{t('job.count', { done, total })}</span>}
      </p>
      {total > 0 && (
        <div
          className={styles.track}
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={done}
        >
          <span style={{ width: `${Math.min(done / total, 1) * 100}%` }} />
        </div>
      )}
    </div>
  );
}

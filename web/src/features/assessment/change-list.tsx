import { useWords } from '@/lib/words';

import type { Change } from './api';
import styles from './assessment.module.css';

export function ChangeList({ changes }: { changes: Change[] }) {
  const t = useWords();
  const level = (value: number | null | undefined) =>
    value == null ? t('assessment.unknown_short') : `${value}`;
  if (changes.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('assessment.who_changes')}>
      {changes.map((change) => (
        <li key={`${change.person} ${change.competency}`} className={styles.line}>
          <div>
            <span>{change.person_name}</span>
            <p>{change.competency_name}</p>
          </div>
          <b>{t('assessment.from_to', { from: level(change.from), to: level(change.to) })}</b>
        </li>
      ))}
    </ul>
  );
}

import { LevelScale } from '@/components/level-scale';
import { LinkText } from '@/components/link-text';
import { useWords } from '@/lib/words';

import type { Gap } from './gap-api';
import styles from './gaps.module.css';
import { NextStep } from './next-step';

export function GapItem({ gap, onWhy }: { gap: Gap; onWhy: () => void }) {
  const t = useWords();
  return (
    <li className={styles.item}>
      <h2 id={`gap-${gap.competency}`}>{gap.name || gap.code}</h2>
      <LevelScale levels={gap.levels} held={gap.held} required={gap.required} wide />
      {gap.missing !== null && gap.missing > 0 && <NextStep gap={gap} />}
      {gap.missing === null && <p className={styles.next}>{t('needs.not_assessed')}</p>}
      <p className={styles.acts}>
        <LinkText onClick={onWhy}>
          {t('ui.why')}
          <span className="unseen"> {gap.name}</span>
        </LinkText>
      </p>
    </li>
  );
}

import { LevelScale } from '@/components/level-scale';
import { LinkText } from '@/components/link-text';
import { Pill } from '@/components/pill';
import { TestLink } from '@/components/test-link';
import { useWords } from '@/lib/words';

import type { Gap } from './gap-api';
import styles from './gaps.module.css';
import { NextStep } from './next-step';

// Given where it is the reader's own list: they propose what to learn.
type Props = { gap: Gap; onWhy: () => void; onPropose?: () => void };

export function GapItem({ gap, onWhy, onPropose }: Props) {
  const t = useWords();
  const goal = gap.requirements.find((each) => each.reason.kind === 'person');
  return (
    <li className={styles.item}>
      <h2 id={`gap-${gap.competency}`}>{gap.name || gap.code}</h2>
      <LevelScale levels={gap.levels} held={gap.held} required={gap.required} wide />
      {gap.missing !== null && gap.missing > 0 && <NextStep gap={gap} />}
      {goal && (
        <p className={styles.next}>
          <Pill kind="neutral">{t('needs.own_goal', { level: goal.minimum })}</Pill>
        </p>
      )}
      {gap.missing === null && <p className={styles.next}>{t('needs.not_assessed')}</p>}
      <p className={styles.acts}>
        <LinkText onClick={onWhy}>
          {t('ui.why')}
          <span className="unseen"> {gap.name}</span>
        </LinkText>
        {onPropose && <TestLink competency={gap.competency} name={gap.name} />}
        {onPropose && (gap.held ?? 0) < gap.levels && (
          <LinkText onClick={onPropose}>
            {t('needs.propose')}
            <span className="unseen"> {gap.name}</span>
          </LinkText>
        )}
      </p>
    </li>
  );
}

import { useRef } from 'react';

import { Button } from '@/components/button';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { Notice } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

import type { Sitting } from './api';
import { QuestionForm } from './question-form';
import styles from './sitting.module.css';
import { useAnswering } from './use-answering';

export function QuestionView({ sitting }: { sitting: Sitting }) {
  const t = useWords();
  const answering = useAnswering(sitting);
  const { question } = sitting;
  const within = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.narrow} ref={within}>
      <PageHead title={t('sitting.test_of', { name: sitting.competency.name })} />
      <Progress sitting={sitting} />
      <Refusal error={answering.refused} />
      {answering.isWaiting && (
        <Notice tone="warn">
          {t('sitting.waiting')}{' '}
          <LinkText onClick={answering.sendNow}>{t('sitting.send_now')}</LinkText>
        </Notice>
      )}
      {question && (
        <QuestionForm
          key={question.item}
          question={question}
          within={within}
          answering={answering}
        />
      )}
      {!question && <Button to="/me/competencies">{t('sitting.to_competencies')}</Button>}
    </div>
  );
}

// An adaptive test has no fixed end: the bar is full at the most questions that there can be.
function Progress({ sitting }: { sitting: Sitting }) {
  const t = useWords();
  const { answered, at_least: least, at_most: most } = sitting;
  const label = t('sitting.progress', { position: answered + 1, least, most });
  return (
    <div className={styles.progress}>
      <p>{label}</p>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={answered}
      >
        <span style={{ width: `${(answered / Math.max(most, 1)) * 100}%` }} />
      </div>
      <p className={styles.small}>
        {answered === 0 ? t('sitting.stops') : t('sitting.saved', { answered })}
      </p>
    </div>
  );
}

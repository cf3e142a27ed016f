import { Pill } from '@/components/pill';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import type { Record } from './api';
import styles from './assessment.module.css';

export function ReviewLine({ review }: { review: Record['reviews'][number] }) {
  const t = useWords();
  const isOpen = review.kind === 'review' && !review.outcome;
  return (
    <li className={styles.line}>
      <div>
        <span>{t(`assessment.said.${review.kind}`)}</span>
        <p>{review.text}</p>
        {review.answer && <p>{t('assessment.answer', { answer: review.answer })}</p>}
        {isOpen && review.deadline && (
          <p>{t('assessment.deadline', { date: showDate(review.deadline) })}</p>
        )}
      </div>
      <span>{showDate(review.asked_at)}</span>
      {isOpen && <Pill kind="sent">{t('assessment.review.open')}</Pill>}
      {review.outcome && (
        <Pill kind={review.outcome === 'changed' ? 'done' : 'neutral'}>
          {t(`assessment.outcome.${review.outcome}`)}
        </Pill>
      )}
    </li>
  );
}

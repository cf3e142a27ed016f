import { useState } from 'react';

import { DownloadButton } from '@/components/download-button';
import { LinkText } from '@/components/link-text';
import { Pill } from '@/components/pill';
import { download } from '@/lib/api-client';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Rating } from './api';
import styles from './assessment.module.css';
import { WithdrawDialog } from './withdraw-dialog';

const kinds = {
  counted: 'done',
  compared: 'neutral',
  too_old: 'look',
  withdrawn: 'returned',
  superseded: 'neutral',
} as const;

// Who said what, when, how, and what became of it.
export function RatingLine({ rating }: { rating: Rating }) {
  const t = useWords();
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <li className={styles.line}>
      <div>
        <span>{t(`assessment.method.${rating.method}`)}</span>
        <p>
          {rating.rater.name
            ? t('assessment.rated_by', {
                name: rating.rater.name,
                date: showDate(rating.observed_on),
              })
            : t('assessment.rated_on', { date: showDate(rating.observed_on) })}
        </p>
        {rating.note && <p>{rating.note}</p>}
        {rating.withdrawn && (
          <p>
            {t('assessment.withdrawn_by', {
              name: rating.withdrawn.by,
              reason: rating.withdrawn.reason,
            })}
          </p>
        )}
        {rating.has_evidence && (
          <DownloadButton isLink save={() => download(`/ratings/${rating.id}/evidence`)}>
            {t('assessment.evidence')}
          </DownloadButton>
        )}{' '}
        {rating.actions.includes('withdraw') && (
          <LinkText onClick={() => setWithdrawing(true)}>{t('assessment.withdraw')}</LinkText>
        )}
      </div>
      <b>{t('ui.level.name', { level: `${rating.level}` })}</b>
      <Pill kind={kinds[rating.use]}>{t(`assessment.use.${rating.use}`)}</Pill>
      {withdrawing && <WithdrawDialog rating={rating} onClose={() => setWithdrawing(false)} />}
    </li>
  );
}

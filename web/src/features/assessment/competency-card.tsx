import { useState } from 'react';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Row, Stack } from '@/components/layout';
import { LevelScale } from '@/components/level-scale';
import { TestLink } from '@/components/test-link';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import type { Record } from './api';
import styles from './assessment.module.css';
import { RatingLine } from './rating-line';
import { ReviewLine } from './review-line';
import { SayDialog } from './say-dialog';
import { SelfRatingDialog } from './self-rating-dialog';

type Act = 'comment' | 'ask_review' | 'rate_self';
const acts: Act[] = ['rate_self', 'comment', 'ask_review'];

export function CompetencyCard({ record, person }: { record: Record; person: string }) {
  const t = useWords();
  const [act, setAct] = useState<Act | null>(null);
  const { competency, held } = record;
  const close = () => setAct(null);

  return (
    <Card title={competency.name} aside={<span className={styles.over}>{competency.area}</span>}>
      <Stack gap={12}>
        <LevelScale
          levels={competency.levels}
          held={held?.level ?? null}
          required={record.required ?? null}
        />
        {held && (
          <p className={styles.said}>
            {t('assessment.held_from', {
              from: showDate(held.observed_on),
              until: showDate(held.valid_until),
            })}
          </p>
        )}
        <ul className={styles.list} aria-label={t('assessment.history')}>
          {record.ratings.map((rating) => (
            <RatingLine key={rating.id} rating={rating} />
          ))}
          {record.reviews.map((review) => (
            <ReviewLine key={review.id} review={review} />
          ))}
        </ul>
        <Row>
          {acts
            .filter((each) => record.actions.includes(each))
            .map((each) => (
              <Button key={each} onClick={() => setAct(each)}>
                {t(`assessment.act.${each}`)}
              </Button>
            ))}
          <TestLink competency={competency.id} name={competency.name} />
        </Row>
      </Stack>
      {act === 'rate_self' && <SelfRatingDialog record={record} person={person} onClose={close} />}
      {(act === 'comment' || act === 'ask_review') && (
        <SayDialog
          what={act === 'comment' ? 'comments' : 'reviews'}
          competency={competency}
          person={person}
          onClose={close}
        />
      )}
    </Card>
  );
}

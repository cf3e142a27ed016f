import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { RadioField } from '@/components/radio-field';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import { type Decision, type ReviewCase, useDecide } from './api';
import { LevelField } from './level-field';

export function DecideDialog({ found, onClose }: { found: ReviewCase; onClose: () => void }) {
  const t = useWords();
  const [outcome, setOutcome] = useState<Decision['outcome'] | null>(null);
  const [level, setLevel] = useState<number | null>(null);
  const [answer, setAnswer] = useState('');
  const decide = useDecide(found.review.id);
  const changes = outcome === 'changed';
  const ready = outcome !== null && answer.trim() !== '' && (!changes || level !== null);

  return (
    <Dialog
      wide
      open
      onClose={onClose}
      title={t('assessment.decide.title', {
        name: found.person.name,
        competency: found.competency.name,
      })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          const decision = { outcome, level: changes ? level : null, answer };
          decide.mutate(decision, { onSuccess: onClose });
        }}
      >
        <Stack gap={16}>
          <p>{found.review.text}</p>
          <RadioField
            label={t('assessment.decision')}
            value={outcome}
            onChange={setOutcome}
            options={(['upheld', 'changed'] as const).map((each) => ({
              value: each,
              label: t(`assessment.outcome.${each}`),
            }))}
          />
          {changes && (
            <LevelField
              competency={found.competency}
              label={t('assessment.decide.level')}
              value={level}
              onChange={setLevel}
            />
          )}
          <TextField
            kind="long"
            label={t('assessment.decide.answer')}
            required
            value={answer}
            onChange={setAnswer}
          />
          <Refusal error={decide.error} />
          <Row>
            <Button kind="primary" type="submit" working={decide.isPending} disabled={!ready}>
              {t('assessment.decide.save')}
            </Button>
            <Button onClick={onClose}>{t('ui.close')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

import { useState } from 'react';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { Empty } from '@/components/state-blocks';
import { NumberedLines } from '@/components/timeline';
import { useWords } from '@/lib/words';

import { type Reorganisation, type Step, useSaveDraft } from './api';
import { StepForm } from './step-form';
import { useStepWords } from './step-words';

// What is to be done, in order. Saved at once with each step, so that the effect below follows.
export function StepsCard({ found, version }: { found: Reorganisation; version: string }) {
  const t = useWords();
  const save = useSaveDraft(found.id, version);
  const say = useStepWords(found);
  const [adding, setAdding] = useState(false);
  const editable = found.actions.includes('edit');
  const keep = (steps: Step[]) =>
    save.mutate({
      title: found.title,
      decision_number: found.decision_number,
      issuer: found.issuer,
      effective_on: found.effective_on,
      steps,
    });

  return (
    <Card title={t('reorganisation.steps')}>
      <Stack>
        {found.steps.length === 0 && (
          <Empty
            title={t('reorganisation.steps.none')}
            reason={t('reorganisation.steps.none.reason')}
          />
        )}
        <NumberedLines
          lines={found.steps.map((step, index) => ({
            title: say(step),
            body: editable && (
              <Button
                kind="text"
                disabled={save.isPending}
                onClick={() => keep(found.steps.filter((_, at) => at !== index))}
              >
                {t('reorganisation.step.remove', { number: index + 1 })}
              </Button>
            ),
          }))}
        />
        <Refusal error={save.error} />
        {editable && !adding && (
          <Row>
            <Button onClick={() => setAdding(true)}>{t('reorganisation.step.add')}</Button>
          </Row>
        )}
        {editable && adding && (
          <StepForm
            found={found}
            onAdd={(steps) => keep([...found.steps, ...steps])}
            onClose={() => setAdding(false)}
          />
        )}
      </Stack>
    </Card>
  );
}

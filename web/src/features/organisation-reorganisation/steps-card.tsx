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
  const add = editable && (
    <Button onClick={() => setAdding(true)}>{t('reorganisation.step.add')}</Button>
  );

  return (
    <Card title={t('reorganisation.steps')} aside={found.steps.length > 0 && add}>
      <Stack>
        {found.steps.length === 0 && (
          <Empty
            title={t('reorganisation.steps.none')}
            reason={t('reorganisation.steps.none.reason')}
            action={add}
          />
        )}
        <NumberedLines
          lines={found.steps.map((step, index) => ({
            title: say(step),
            body: editable && (
              <Row>
                <Button
                  kind="text"
                  disabled={save.isPending}
                  onClick={() => keep(found.steps.toSpliced(index, 1))}
                >
                  {t('reorganisation.step.remove', { number: index + 1 })}
                </Button>
              </Row>
            ),
          }))}
        />
        {!adding && <Refusal error={save.error} />}
        {adding && (
          <StepForm
            found={found}
            onAdd={(step) => keep([...found.steps, step])}
            saving={save.isPending}
            refused={save.error}
            onClose={() => {
              setAdding(false);
              save.reset();
            }}
          />
        )}
      </Stack>
    </Card>
  );
}

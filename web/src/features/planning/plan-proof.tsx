import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { JobProgress } from '@/components/job-progress';
import { Facts, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { showTime } from '@/lib/dates';
import { showNumber, showShare } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { type Plan, planQuery, useSolve } from './api';

// How near to the best the seats are, and why somebody has none.
export function PlanProof({ plan }: { plan: Plan }) {
  const t = useWords();
  const client = useQueryClient();
  const solve = useSolve(plan);
  const [job, setJob] = useState<string | null>(null);
  const maySolve = plan.actions.includes('solve');

  return (
    <Card title={t(titleOf(plan), { share: shareOf(plan, t.language) })}>
      <Stack gap={12}>
        <p>{t(plan.solution ? 'planning.proof' : 'planning.unsolved.reason')}</p>
        {plan.solution && <Proof plan={plan} />}
        {job && (
          <JobProgress
            jobId={job}
            onDone={() => {
              void client.invalidateQueries({ queryKey: planQuery(plan.plan.id).queryKey });
            }}
          />
        )}
        <Refusal error={solve.error} />
        {maySolve && (
          <Button
            kind={plan.solution ? 'outlined' : 'primary'}
            working={solve.isPending}
            onClick={() => solve.mutate(undefined, { onSuccess: (made) => setJob(made.job) })}
          >
            {t(plan.solution ? 'planning.solve_again' : 'planning.solve')}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

function titleOf({ solution }: Plan): string {
  if (!solution) return 'planning.unsolved';
  return solution.gap === 0 ? 'planning.best' : 'planning.near_best';
}

function shareOf({ solution }: Plan, language: string): string {
  return solution && solution.bound > 0
    ? showShare(solution.gap / solution.bound, language, 2)
    : '';
}

function Proof({ plan }: { plan: Plan }) {
  const t = useWords();
  const { solution } = plan;
  if (!solution) return null;
  const number = (value: number) => showNumber(value, t.language);
  const unplaced = new Map<string, number>();
  for (const { reason, people } of plan.lines.flatMap((line) => line.unplaced)) {
    unplaced.set(reason, (unplaced.get(reason) ?? 0) + people);
  }
  return (
    <>
      <Facts
        items={[
          { label: t('planning.value'), value: number(solution.value) },
          { label: t('planning.bound'), value: number(solution.bound) },
          { label: t('planning.solved_at'), value: showTime(solution.solved_at ?? '') },
          { label: t('planning.input'), value: solution.input_hash.slice(0, 12) },
        ]}
      />
      <h3>
        {t('planning.unplaced', { count: [...unplaced.values()].reduce((a, b) => a + b, 0) })}
      </h3>
      {unplaced.size > 0 && (
        <Facts
          items={[...unplaced].map(([reason, people]) => ({
            label: t(`planning.unplaced.${reason}`),
            value: number(people),
          }))}
        />
      )}
      {solution.unlocated > 0 && <p>{t('planning.unlocated', { count: solution.unlocated })}</p>}
    </>
  );
}

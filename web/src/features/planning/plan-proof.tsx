import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { DownloadButton } from '@/components/download-button';
import { Facts, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { showTime } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { type Plan, planQuery, saveProof, useRunningSearch, useSolve } from './api';
import { PlanCurves } from './plan-curves';
import { PlanPrices } from './plan-prices';
import { type Gap, GapChoice, PlanSearch } from './plan-search';
import { apart, showWorth } from './plan-worth';

// How near to the best the plan is, how that was found, and why somebody has no seat.
export function PlanProof({ plan }: { plan: Plan }) {
  const t = useWords();
  const client = useQueryClient();
  const solve = useSolve(plan);
  const [started, setStarted] = useState<string | null>(null);
  const [gap, setGap] = useState<Gap>('0');
  const maySolve = plan.actions.includes('solve');
  const running = useRunningSearch(plan, maySolve && !started);
  const job = started ?? running;

  if (job) {
    return (
      <PlanSearch
        jobId={job}
        onDone={(ended) => {
          void client.invalidateQueries({ queryKey: planQuery(plan.plan.id).queryKey });
          if (ended.status === 'done' || ended.status === 'cancelled') setStarted(null);
        }}
      />
    );
  }
  return (
    <Card title={t(titleOf(plan), { share: apart(plan.solution, t.language) })}>
      <Stack gap={12}>
        <p>{t(plan.solution ? 'planning.proof' : 'planning.unsolved.reason')}</p>
        {plan.solution && <PlanCurves curve={plan.solution.curve} />}
        {plan.solution && <Proof plan={plan} />}
        <Refusal error={solve.error} />
        {maySolve && <GapChoice value={gap} onChange={setGap} />}
        {maySolve && (
          <Button
            kind={plan.solution ? 'outlined' : 'primary'}
            working={solve.isPending}
            onClick={() => solve.mutate(Number(gap), { onSuccess: (made) => setStarted(made.job) })}
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

function Proof({ plan }: { plan: Plan }) {
  const t = useWords();
  const { solution } = plan;
  if (!solution) return null;
  const number = (value: number) => showNumber(value, t.language);
  const million = (dong: number) => t('planning.million', { number: showWorth(dong, t.language) });
  const unplaced = new Map<string, number>();
  for (const { reason, people } of plan.lines.flatMap((line) => line.unplaced)) {
    unplaced.set(reason, (unplaced.get(reason) ?? 0) + people);
  }
  return (
    <>
      <Facts
        items={[
          { label: t('planning.value'), value: million(solution.value) },
          { label: t('planning.bound'), value: million(solution.bound) },
          { label: t('planning.apart'), value: million(solution.gap) },
          { label: t('planning.solved_at'), value: showTime(solution.solved_at ?? '') },
          { label: t('planning.input'), value: solution.input_hash.slice(0, 12) },
          ...(solution.certificate_hash
            ? [{ label: t('planning.certificate'), value: solution.certificate_hash.slice(0, 12) }]
            : []),
        ]}
      />
      {solution.value_per_level > 0 && (
        <p>
          {t('planning.value.unit', { millions: showWorth(solution.value_per_level, t.language) })}
        </p>
      )}
      {!solution.certificate_hash && <p>{t('planning.too_large')}</p>}
      {solution.certificate_hash && (
        <DownloadButton save={() => saveProof(plan.plan.id)}>
          {t('planning.proof.save')}
        </DownloadButton>
      )}
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
      <PlanPrices plan={plan} />
      {solution.unlocated > 0 && <p>{t('planning.unlocated', { count: solution.unlocated })}</p>}
    </>
  );
}

import { useState } from 'react';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Row, Stack } from '@/components/layout';
import { Pill } from '@/components/pill';
import { Refusal } from '@/components/refusal';
import { SegmentedFilter } from '@/components/segmented-filter';
import { type Job, useJob } from '@/components/use-job';
import { Problem } from '@/lib/api-client';
import { useWords } from '@/lib/words';

import type { Offer } from './api';
import { PlanCurves } from './plan-curves';
import { apart, useSeconds } from './plan-worth';

export const gaps = ['0', '0.001', '0.005', '0.01'] as const;
export type Gap = (typeof gaps)[number];

// With how much left to the best possible plan the search may end by itself.
export function GapChoice({ value, onChange }: { value: Gap; onChange: (gap: Gap) => void }) {
  const t = useWords();
  return (
    <Stack gap={4}>
      <span>{t('planning.gap')}</span>
      <SegmentedFilter
        label={t('planning.gap')}
        value={value}
        onChange={onChange}
        options={gaps.map((gap) => ({ value: gap, label: t(`planning.gap.${gap}`) }))}
      />
    </Stack>
  );
}

type Props = { jobId: string; onDone: (job: Job) => void };

// The search while it runs: the two curves close in, and whoever waits may end it.
export function PlanSearch({ jobId, onDone }: Props) {
  const t = useWords();
  const seconds = useSeconds();
  const [accepted, setAccepted] = useState(false);
  const { job, error, accept, cancel, cancelling } = useJob(jobId, onDone);
  const offer = job?.offer as Offer | null | undefined;
  const curve = offer?.curve ?? [];
  const far = apart(curve.at(-1), t.language);
  const over = !!job && job.status !== 'waiting' && job.status !== 'running';

  if (over && job.status !== 'done') {
    return (
      <Card title={t(`job.status.${job.status}`)}>
        {job.refusal_code && <Refusal error={new Problem(409, job.refusal_code)} />}
      </Card>
    );
  }
  return (
    <Card
      title={far ? t('planning.near_best', { share: far }) : t('planning.searching')}
      aside={
        <Pill kind="sent">
          {seconds ? t('planning.searching.since', { count: seconds }) : t('planning.searching')}
        </Pill>
      }
    >
      <Stack gap={12}>
        <p>{t(curve.length ? 'planning.searching.proof' : 'planning.searching.begins')}</p>
        <PlanCurves curve={curve} />
        <Refusal error={error} />
        <Row gap={12}>
          {(job?.actions.includes('accept') || accepted) && (
            <Button
              kind="primary"
              working={accepted}
              onClick={() => {
                setAccepted(true);
                accept();
              }}
            >
              {t('planning.accept')}
            </Button>
          )}
          <Button kind="text" working={cancelling} onClick={cancel}>
            {t('planning.search.cancel')}
          </Button>
        </Row>
        <p>{t('job.leave')}</p>
      </Stack>
    </Card>
  );
}

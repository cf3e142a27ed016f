import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useParams } from 'react-router';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { JobProgress } from '@/components/job-progress';
import { Facts, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { UnitName } from '@/components/unit-name';
import { showTime } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { jobQuery, useRunAgain } from './api';
import { useKindWords } from './job-words';

export function JobPage() {
  const t = useWords();
  const kindWords = useKindWords();
  const client = useQueryClient();
  const { job: id = '' } = useParams();
  const { data: job } = useSuspenseQuery(jobQuery(id));
  const again = useRunAgain(id);
  const onDone = useCallback(
    () => void client.invalidateQueries({ queryKey: ['jobs', 'list'] }),
    [client],
  );
  const time = (at: string | null | undefined) => (at ? showTime(at) : '–');

  return (
    <>
      <PageHead
        title={kindWords(job.kind)}
        trail={[{ label: t('menu.jobs'), to: '/jobs' }, { label: kindWords(job.kind) }]}
        sentence={t(`jobs.is.${job.status}`, { time: time(job.ended_at ?? job.created_at) })}
        actions={
          job.actions.includes('run_again') && (
            <Button kind="primary" working={again.isPending} onClick={() => again.mutate()}>
              {t('jobs.run_again')}
            </Button>
          )
        }
      />
      <Stack>
        <Refusal error={again.error} />
        <Card title={t('jobs.progress')}>
          <JobProgress key={`${id} ${job.attempts}`} jobId={id} onDone={onDone} />
        </Card>
        <Card title={t('jobs.about')}>
          <Facts
            items={[
              { label: t('jobs.unit'), value: <UnitName id={job.unit} /> },
              { label: t('jobs.created'), value: time(job.created_at) },
              { label: t('jobs.started'), value: time(job.started_at) },
              { label: t('jobs.ended'), value: time(job.ended_at) },
              { label: t('jobs.attempts'), value: job.attempts },
            ]}
          />
        </Card>
      </Stack>
    </>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { JobProgress } from '@/components/job-progress';
import { Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import { type Line, type Plan, planQuery, useCancelSession } from './api';

type Props = { plan: Plan; session: Line['sessions'][number]; onClose: () => void };

// A session that is not held after all: the plan is made again around it, and shown first.
export function CancelSessionDialog({ plan, session, onClose }: Props) {
  const t = useWords();
  const client = useQueryClient();
  const cancel = useCancelSession(plan);
  const [reason, setReason] = useState('');
  const [job, setJob] = useState<string | null>(null);
  return (
    <Dialog
      title={t('planning.session.cancel.at', { place: session.place })}
      open
      onClose={onClose}
    >
      <Stack>
        <p>{t('planning.session.cancel.effect', { count: session.people })}</p>
        <TextField
          kind="long"
          label={t('planning.reason')}
          value={reason}
          onChange={setReason}
          required
        />
        <Refusal error={cancel.error} />
        {job ? (
          <JobProgress
            jobId={job}
            onDone={(ended) => {
              void client.invalidateQueries({ queryKey: planQuery(plan.plan.id).queryKey });
              if (ended.status === 'done') onClose();
            }}
          />
        ) : (
          <Button
            kind="primary"
            working={cancel.isPending}
            onClick={() =>
              cancel.mutate(
                { session: session.id, reason },
                { onSuccess: (made) => setJob(made.job) },
              )
            }
          >
            {t('planning.session.cancel.act')}
          </Button>
        )}
      </Stack>
    </Dialog>
  );
}

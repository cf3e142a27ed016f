import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import { type Plan, usePlanAct } from './api';
import { PlanExports } from './plan-exports';

// The server names the acts open to this reader; nothing else is offered.
export function PlanActs({ plan }: { plan: Plan }) {
  const t = useWords();
  const act = usePlanAct(plan);
  const [reasoned, setReasoned] = useState<'return' | 'amendment' | null>(null);
  const open = (name: string) => plan.actions.includes(name);

  return (
    <Stack gap={8}>
      <Row>
        {open('submit') && (
          <Button
            kind="primary"
            working={act.isPending}
            onClick={() => act.mutate({ path: 'submission' })}
          >
            {t('planning.submit')}
          </Button>
        )}
        {open('approve') && (
          <Button
            kind="primary"
            working={act.isPending}
            onClick={() => act.mutate({ path: 'approval' })}
          >
            {t('planning.approve')}
          </Button>
        )}
        {open('return') && (
          <Button onClick={() => setReasoned('return')}>{t('planning.return')}</Button>
        )}
        {open('amend') && (
          <Button onClick={() => setReasoned('amendment')}>{t('planning.amend')}</Button>
        )}
        <PlanExports plan={plan.plan.id} />
        <Button icon="print" onClick={() => window.print()}>
          {t('planning.print')}
        </Button>
      </Row>
      {!reasoned && <Refusal error={act.error} />}
      {reasoned && (
        <ReasonDialog
          title={t(reasoned === 'return' ? 'planning.return' : 'planning.amend')}
          working={act.isPending}
          error={act.error}
          onClose={() => setReasoned(null)}
          onAct={(reason) =>
            act.mutate({ path: reasoned, body: { reason } }, { onSuccess: () => setReasoned(null) })
          }
        />
      )}
    </Stack>
  );
}

type ReasonProps = {
  title: string;
  working: boolean;
  error: unknown;
  onAct: (reason: string) => void;
  onClose: () => void;
};

function ReasonDialog({ title, working, error, onAct, onClose }: ReasonProps) {
  const t = useWords();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={title} open onClose={onClose}>
      <Stack>
        <TextField
          kind="long"
          label={t('planning.reason')}
          value={reason}
          onChange={setReason}
          required
        />
        <Refusal error={error} />
        <Button kind="primary" working={working} onClick={() => onAct(reason)}>
          {title}
        </Button>
      </Stack>
    </Dialog>
  );
}

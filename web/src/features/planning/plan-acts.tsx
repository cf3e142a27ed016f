import { useState } from 'react';

import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { PrintButton } from '@/components/print-button';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { showMillions, showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { type Plan, usePlanAct } from './api';
import { PlanExports } from './plan-exports';

// The server names the acts open to this reader; nothing else is offered.
export function PlanActs({ plan }: { plan: Plan }) {
  const t = useWords();
  const act = usePlanAct(plan);
  const [reasoned, setReasoned] = useState<'return' | 'amendment' | null>(null);
  const [asked, setAsked] = useState<'submission' | 'approval' | null>(null);
  const close = () => {
    setAsked(null);
    act.reset();
  };
  const cost = plan.lines.reduce((sum, line) => sum + line.cost, 0);
  const open = (name: string) => plan.actions.includes(name);

  return (
    <Stack gap={8}>
      <Row>
        {open('submit') && (
          <Button kind="primary" onClick={() => setAsked('submission')}>
            {t('planning.submit')}
          </Button>
        )}
        {open('approve') && (
          <Button kind="primary" onClick={() => setAsked('approval')}>
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
        <PrintButton />
      </Row>
      {asked && (
        <ConfirmDialog
          open
          title={t(asked === 'submission' ? 'planning.submit' : 'planning.approve')}
          act={t(asked === 'submission' ? 'planning.submit.act' : 'planning.approve.act')}
          effect={
            <Stack gap={8}>
              <p>
                {t('planning.act.what', {
                  title: plan.plan.title,
                  lines: showNumber(plan.lines.length, t.language),
                  millions: showMillions(cost, t.language),
                })}
              </p>
              <p>{t(`planning.${asked}.effect`)}</p>
            </Stack>
          }
          working={act.isPending}
          error={act.error}
          onAct={() => act.mutate({ path: asked }, { onSuccess: close })}
          onClose={close}
        />
      )}
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

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { Stack } from '@/components/layout';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import { type Act, previewQuery, type Reorganisation, useReorganisationAct } from './api';

const acts: { action: string; what: Act }[] = [
  { action: 'submit', what: 'submission' },
  { action: 'approve', what: 'approval' },
  { action: 'return', what: 'return' },
  { action: 'withdraw', what: 'withdrawal' },
];

export function Acts({ found, version }: { found: Reorganisation; version: string }) {
  const t = useWords();
  const act = useReorganisationAct(found.id, version);
  const [asked, setAsked] = useState<Act | null>(null);
  const [reason, setReason] = useState('');
  const preview = useQuery({ ...previewQuery(found.id), enabled: found.steps.length > 0 });
  const open = (preview.data?.people_asked ?? 0) - (preview.data?.people_placed ?? 0);
  const close = () => {
    setAsked(null);
    act.reset();
  };
  const offered = acts.filter(
    ({ action, what }) =>
      found.actions.includes(action) && (what !== 'submission' || found.steps.length > 0),
  );
  return (
    <>
      {offered.map(({ what }) => (
        <Button
          key={what}
          kind={what === 'submission' || what === 'approval' ? 'primary' : 'outlined'}
          onClick={() => setAsked(what)}
        >
          {t(`reorganisation.act.${what}`)}
        </Button>
      ))}
      {asked && (
        <ConfirmDialog
          open
          title={t(`reorganisation.act.${asked}`)}
          act={t(`reorganisation.act.${asked}`)}
          effect={
            <Stack>
              {t(`reorganisation.act.${asked}.effect`)}
              {asked === 'approval' && open > 0 && (
                <p>{t('reorganisation.act.approval.open', { count: open })}</p>
              )}
              {asked === 'return' && (
                <TextField label={t('reorganisation.reason')} value={reason} onChange={setReason} />
              )}
            </Stack>
          }
          working={act.isPending}
          error={act.error}
          onAct={() => act.mutate({ what: asked, reason }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </>
  );
}

import { type ReactNode, useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { hasHalfTyped } from '@/components/half-typed';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

type Act = {
  mutate: (reason: string, then: { onSuccess: () => void }) => void;
  isPending: boolean;
  error: unknown;
};

type Props = {
  title: string;
  // What will happen, and whether it can be taken back.
  effect: ReactNode;
  danger?: boolean;
  act: Act;
  onDone?: () => void;
  onClose: () => void;
  children?: ReactNode;
};

// An act that needs nothing but its reason. The title is the verb of its button.
export function ReasonDialog({ title, effect, danger, act, onDone, onClose, children }: Props) {
  const t = useWords();
  const fault = useFieldFaults(act.error);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && !reason.trim() ? t('fault.required') : null;

  function submit() {
    setTried(true);
    if (!reason.trim() || act.isPending) return;
    act.mutate(reason.trim(), {
      onSuccess: () => {
        onDone?.();
        onClose();
      },
    });
  }
  return (
    <Dialog title={title} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!hasHalfTyped(event.currentTarget)) submit();
        }}
      >
        <Stack>
          <p>{effect}</p>
          {children}
          <TextField
            label={t('accounts.reason')}
            hint={t('accounts.reason.hint')}
            kind="long"
            value={reason}
            onChange={setReason}
            error={missing ?? fault('/reason')}
            required
          />
          <Refusal error={act.error} />
          <Row>
            <Button kind={danger ? 'danger' : 'primary'} type="submit" working={act.isPending}>
              {title}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

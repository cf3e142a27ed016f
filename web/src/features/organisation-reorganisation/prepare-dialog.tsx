import { useState } from 'react';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import { usePrepare } from './api';

type Props = { open: boolean; onClose: () => void };

// Title, decision and day; the steps follow on the page of the draft.
export function PrepareDialog({ open, onClose }: Props) {
  const t = useWords();
  const { unitId } = useUnitScope();
  const navigate = useNavigate();
  const prepare = usePrepare();
  const [title, setTitle] = useState('');
  const [number, setNumber] = useState('');
  const [issuer, setIssuer] = useState('');
  const [on, setOn] = useState<string | null>(null);
  const ready = title && number && issuer && on && unitId;

  const send = () => {
    if (!on || !unitId) return;
    prepare.mutate(
      { root: unitId, title, decision_number: number, issuer, effective_on: on },
      { onSuccess: ({ id }) => void navigate(`/reorganisations/${id}`) },
    );
  };
  return (
    <Dialog title={t('reorganisation.prepare')} open={open} onClose={onClose}>
      <Stack>
        <TextField label={t('reorganisation.title')} value={title} onChange={setTitle} />
        <TextField label={t('reorganisation.decision')} value={number} onChange={setNumber} />
        <TextField label={t('reorganisation.issuer')} value={issuer} onChange={setIssuer} />
        <DateField label={t('reorganisation.effective')} value={on} onChange={setOn} />
        <Refusal error={prepare.error} />
        <Row>
          <Button kind="primary" disabled={!ready} onClick={send}>
            {t('reorganisation.prepare')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
}

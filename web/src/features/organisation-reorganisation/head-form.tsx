import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import type { Head } from './api';

type Props = {
  title: string;
  act: string;
  value?: Head;
  working: boolean;
  error: unknown;
  onSend: (head: Head) => void;
  onClose: () => void;
};

// Title, decision and day of a reorganisation.
export function HeadForm({ title: heading, act, value, working, error, onSend, onClose }: Props) {
  const t = useWords();
  const [title, setTitle] = useState(value?.title ?? '');
  const [number, setNumber] = useState(value?.decision_number ?? '');
  const [issuer, setIssuer] = useState(value?.issuer ?? '');
  const [on, setOn] = useState<string | null>(value?.effective_on ?? null);
  const faults = useFieldFaults(error);
  const ready = title && number && issuer && on;

  return (
    <Dialog title={heading} open onClose={onClose}>
      <Stack>
        <TextField
          label={t('reorganisation.title')}
          hint={t('reorganisation.title.hint')}
          error={faults('/title')}
          value={title}
          onChange={setTitle}
        />
        <TextField
          label={t('reorganisation.decision')}
          error={faults('/decision_number')}
          value={number}
          onChange={setNumber}
        />
        <TextField
          label={t('reorganisation.issuer')}
          error={faults('/issuer')}
          value={issuer}
          onChange={setIssuer}
        />
        <DateField
          label={t('reorganisation.effective')}
          error={faults('/effective_on')}
          value={on}
          onChange={setOn}
        />
        <Refusal error={error} />
        <Row>
          <Button
            kind="primary"
            working={working}
            disabled={!ready}
            onClick={() =>
              on && onSend({ title, decision_number: number, issuer, effective_on: on })
            }
          >
            {act}
          </Button>
          <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}

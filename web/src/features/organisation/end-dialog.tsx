import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { toast } from '@/components/toast';
import { post } from '@/lib/api-client';
import { today } from '@/lib/dates';
import { useAct } from '@/lib/use-act';
import { useWords } from '@/lib/words';

import { type CareerLine } from './api';

// The post is free from the day given.
export function EndDialog({ line, onClose }: { line: CareerLine; onClose: () => void }) {
  const t = useWords();
  const [until, setUntil] = useState<string | null>(today());
  const [note, setNote] = useState('');
  const end = useAct(
    (body: { until: string; note: string }, key) => post(`/holdings/${line.id}/end`, body, { key }),
    {
      onDone: () => {
        toast(t('person.ended'));
        onClose();
      },
    },
  );
  const fault = useFieldFaults(end.error);

  return (
    <Dialog title={t('person.end.title')} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (until) end.mutate({ until, note });
        }}
      >
        <Stack>
          <p>{t('person.end.effect', { post: line.position_name, unit: line.unit_name })}</p>
          <DateField
            label={t('person.end.until')}
            value={until}
            onChange={setUntil}
            error={fault('/until')}
            required
          />
          <TextField label={t('person.note')} value={note} onChange={setNote} />
          <Refusal error={end.error} />
          <Row>
            <Button kind="danger" type="submit" working={end.isPending}>
              {t('person.end.act')}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

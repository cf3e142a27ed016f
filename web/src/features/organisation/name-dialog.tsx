import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { toast } from '@/components/toast';
import { put } from '@/lib/api-client';
import { useAct } from '@/lib/use-act';
import { useWords } from '@/lib/words';

import { type Person } from './api';

type Props = { person: Person; version: string; onClose: () => void };

export function NameDialog({ person, version, onClose }: Props) {
  const t = useWords();
  const [name, setName] = useState(person.name);
  const save = useAct(
    (body: { name: string }) => put(`/people/${person.id}/name`, body, { version }),
    {
      onDone: () => {
        toast(t('person.name_corrected'));
        onClose();
      },
    },
  );
  const fault = useFieldFaults(save.error);
  return (
    <Dialog title={t('person.correct_name')} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ name });
        }}
      >
        <Stack>
          <TextField
            label={t('roster.name')}
            hint={t('person.name.hint')}
            value={name}
            onChange={setName}
            error={fault('/name')}
            required
          />
          <Refusal error={save.error} />
          <Row>
            <Button kind="primary" type="submit" working={save.isPending}>
              {t('person.name.save')}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

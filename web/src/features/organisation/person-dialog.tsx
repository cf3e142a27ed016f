import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { toast } from '@/components/toast';
import { type PickedUnit, UnitPicker } from '@/components/unit-picker';
import { post } from '@/lib/api-client';
import { today } from '@/lib/dates';
import { useAct } from '@/lib/use-act';
import { useWords } from '@/lib/words';

import { findPosts, type NewPersonBody } from './api';

type Props = { unit: string; place?: PickedUnit; onClose: () => void };

// Somebody new with their main post. Who is on file already is moved, not added.
export function PersonDialog({ unit, place, onClose }: Props) {
  const t = useWords();
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [birth, setBirth] = useState<string | null>(null);
  const [where, setWhere] = useState<PickedUnit | null>(place ?? null);
  const [from, setFrom] = useState<string | null>(today());
  const [note, setNote] = useState('');
  const save = useAct((body: NewPersonBody, key) => post('/people', body, { key }), {
    onDone: () => {
      toast(t('person.added', { name }));
      onClose();
    },
  });
  const fault = useFieldFaults(save.error);
  const ready = !!where && !!birth && !!from && number !== '' && name !== '';

  function submit() {
    if (!where || !birth || !from) return;
    save.mutate({
      staff_number: number,
      birth_date: birth,
      name: { name },
      holding: { post: where.id, kind: 'main', from, note },
    });
  }
  return (
    <Dialog title={t('person.add')} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <TextField
            label={t('roster.name')}
            hint={t('person.add.name.hint')}
            value={name}
            onChange={setName}
            error={fault('/name/name') ?? fault('/name')}
            maxLength={120}
            required
          />
          <TextField
            label={t('person.staff_number')}
            value={number}
            onChange={setNumber}
            error={fault('/staff_number')}
            maxLength={40}
            required
          />
          <DateField
            label={t('fact.birth_date')}
            value={birth}
            onChange={setBirth}
            error={fault('/birth_date')}
            required
          />
          <UnitPicker
            label={t('holding.post')}
            hint={t('holding.post.hint')}
            value={where}
            onChange={setWhere}
            error={fault('/post') ?? fault('/holding/post')}
            source={`posts ${unit} ${from}`}
            load={(sought, signal) => findPosts(unit, from ?? today(), sought, signal)}
          />
          <DateField
            label={t('roster.since')}
            value={from}
            onChange={setFrom}
            error={fault('/holding/from')}
            required
          />
          <TextField label={t('person.note')} value={note} onChange={setNote} />
          <Refusal error={save.error} />
          <Row>
            <Button
              kind="primary"
              type="submit"
              working={save.isPending}
              disabled={!ready}
              reason={t('person.add.fill_first')}
            >
              {t('person.add.act')}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

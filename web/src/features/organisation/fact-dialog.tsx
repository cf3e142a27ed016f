import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { NumberField } from '@/components/number-field';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { toast } from '@/components/toast';
import { post } from '@/lib/api-client';
import { today } from '@/lib/dates';
import { useAct } from '@/lib/use-act';
import { useWords } from '@/lib/words';

import { catalogueQuery, type FactBody } from './api';

const kinds = [
  'rank',
  'salary_group',
  'salary_step',
  'seniority',
  'qualification',
  'staff_kind',
  'yearly_rating',
  'achievement',
] as const;
const choices: Partial<Record<FactBody['kind'], string[]>> = {
  qualification: ['intermediate', 'college', 'university', 'master', 'doctor'],
  staff_kind: ['cadre', 'civil_servant', 'public_employee', 'contract'],
  yearly_rating: ['excellent', 'good', 'complete', 'incomplete'],
};

// A new fact from a day on: the one before ends there and stays on file.
export function FactDialog({ person, onClose }: { person: string; onClose: () => void }) {
  const t = useWords();
  const catalogue = useQuery(catalogueQuery);
  const [kind, setKind] = useState<(typeof kinds)[number]>('rank');
  const [value, setValue] = useState('');
  const [year, setYear] = useState<number | null>(null);
  const [from, setFrom] = useState<string | null>(today());
  const state = useAct((body: FactBody, key) => post(`/people/${person}/facts`, body, { key }), {
    onDone: () => {
      toast(t('fact.stated'));
      onClose();
    },
  });
  const fault = useFieldFaults(state.error);
  const offered =
    kind === 'rank'
      ? catalogue.data?.ranks.map((rank) => ({ value: rank.code, label: rank.name }))
      : choices[kind]?.map((word) => ({ value: word, label: t(`fact.value.${word}`) }));

  return (
    <Dialog title={t('fact.state')} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (from) state.mutate({ kind, value, year, from });
        }}
      >
        <Stack>
          <SelectField
            label={t('fact.kind')}
            value={kind}
            options={kinds.map((each) => ({ value: each, label: t(`fact.kind.${each}`) }))}
            onChange={(next) => {
              if (next) setKind(next);
              setValue('');
            }}
          />
          {offered ? (
            <SelectField
              label={t('fact.value')}
              value={value || null}
              options={offered}
              onChange={(next) => setValue(next ?? '')}
              error={fault('/value')}
              required
            />
          ) : (
            <TextField
              label={t('fact.value')}
              value={value}
              onChange={setValue}
              error={fault('/value')}
              required
            />
          )}
          {kind === 'yearly_rating' && (
            <NumberField
              label={t('fact.year')}
              value={year}
              onChange={setYear}
              error={fault('/year')}
              required
            />
          )}
          <DateField label={t('roster.since')} value={from} onChange={setFrom} required />
          <Refusal error={state.error} />
          <Row>
            <Button kind="primary" type="submit" working={state.isPending}>
              {t('fact.save')}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Split, Stack } from '@/components/layout';
import { LevelScale } from '@/components/level-scale';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { toast } from '@/components/toast';
import { showDate, today } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Method, type Rating, useRate } from './api';
import { EvidenceField } from './evidence-field';
import { LevelField } from './level-field';

const methodsOf: { [action: string]: Method[] } = {
  rate_as_supervisor: ['supervisor', 'observation', 'performance', 'evidence'],
  rate_as_assessor: ['panel', 'test', 'work_sample', 'situation', 'observation', 'evidence'],
};

type Props = {
  person: string;
  competency: { id: string; name: string; levels: number };
  required: number | null;
  own: Rating | null;
  actions: string[];
  last: boolean;
  onDone: () => void;
};

// One's own judgement beside that of the person, with the meaning of each level.
export function RateForm({ person, competency, required, own, actions, last, onDone }: Props) {
  const t = useWords();
  const methods = [...new Set(actions.flatMap((action) => methodsOf[action] ?? []))];
  const [method, setMethod] = useState<Method | null>(methods[0] ?? null);
  const [level, setLevel] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [observed, setObserved] = useState<string | null>(today());
  const rate = useRate();
  const fault = useFieldFaults(rate.error);
  const apart = own !== null && level !== null && Math.abs(own.level - level) >= 2;
  const lacksReason = apart && !note.trim();

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (level === null || method === null || !observed || lacksReason) return;
        rate.mutate(
          { person, competency: competency.id, level, method, note, observed_on: observed, file },
          {
            onSuccess: () => {
              toast(t('assessment.rate.saved', { competency: competency.name }));
              onDone();
            },
          },
        );
      }}
    >
      <Split
        side={
          <Stack gap={8}>
            <b>{t('assessment.rate.self')}</b>
            <LevelScale levels={competency.levels} held={own?.level ?? null} required={required} />
            {own && (
              <p>
                {t('assessment.rate.self_on', { date: showDate(own.observed_on), note: own.note })}
              </p>
            )}
          </Stack>
        }
      >
        <Stack gap={16}>
          <SelectField
            label={t('assessment.method')}
            value={method}
            onChange={setMethod}
            options={methods.map((each) => ({
              value: each,
              label: t(`assessment.method.${each}`),
            }))}
          />
          <LevelField
            competency={competency}
            label={t('assessment.rate.level')}
            value={level}
            onChange={setLevel}
          />
          <DateField
            label={t('assessment.observed_on')}
            value={observed}
            onChange={setObserved}
            error={fault('/observed_on')}
            required
          />
          <TextField
            kind="long"
            label={t('assessment.note')}
            hint={apart ? t('assessment.rate.far_apart') : undefined}
            required={apart}
            value={note}
            onChange={setNote}
          />
          <EvidenceField file={file} onFile={setFile} />
          <Refusal error={rate.error} />
          <Row>
            <Button
              kind="primary"
              type="submit"
              working={rate.isPending}
              disabled={level === null || !observed || lacksReason}
              reason={t(lacksReason ? 'assessment.rate.far_apart' : 'assessment.choose_level')}
            >
              {t(last ? 'assessment.rate.save_last' : 'assessment.rate.save')}
            </Button>
          </Row>
        </Stack>
      </Split>
    </form>
  );
}

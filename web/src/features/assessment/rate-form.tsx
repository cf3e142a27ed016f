import { useState } from 'react';

import { Button } from '@/components/button';
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
  onDone: () => void;
};

// One's own judgement beside that of the person, with the meaning of each level.
export function RateForm({ person, competency, required, own, actions, onDone }: Props) {
  const t = useWords();
  const methods = [...new Set(actions.flatMap((action) => methodsOf[action] ?? []))];
  const [method, setMethod] = useState<Method | null>(methods[0] ?? null);
  const [level, setLevel] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const rate = useRate();
  const apart = own !== null && level !== null && Math.abs(own.level - level) >= 2;
  const lacksReason = apart && !note.trim();

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (level === null || method === null || lacksReason) return;
        rate.mutate(
          { person, competency: competency.id, level, method, note, observed_on: today(), file },
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
              disabled={level === null || lacksReason}
              reason={t(lacksReason ? 'assessment.rate.far_apart' : 'assessment.choose_level')}
            >
              {t('assessment.rate.save')}
            </Button>
          </Row>
        </Stack>
      </Split>
    </form>
  );
}

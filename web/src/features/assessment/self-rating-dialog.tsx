import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { today } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Record, useRate } from './api';
import { EvidenceField } from './evidence-field';
import { LevelField } from './level-field';

type Props = { record: Record; person: string; onClose: () => void };

export function SelfRatingDialog({ record, person, onClose }: Props) {
  const t = useWords();
  const [level, setLevel] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [observed, setObserved] = useState<string | null>(today());
  const rate = useRate();
  const fault = useFieldFaults(rate.error);

  return (
    <Dialog
      wide
      open
      onClose={onClose}
      title={t('assessment.self.title', { competency: record.competency.name })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (level === null || !observed) return;
          const { id } = record.competency;
          rate.mutate(
            { person, competency: id, level, method: 'self', observed_on: observed, note, file },
            { onSuccess: onClose },
          );
        }}
      >
        <Stack gap={16}>
          <LevelField
            competency={record.competency}
            label={t('assessment.self.level')}
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
          <TextField kind="long" label={t('assessment.note')} value={note} onChange={setNote} />
          <EvidenceField file={file} onFile={setFile} />
          <Refusal error={rate.error} />
          <Row>
            <Button
              kind="primary"
              type="submit"
              working={rate.isPending}
              disabled={level === null || !observed}
              reason={t('assessment.choose_level')}
            >
              {t('assessment.self.save')}
            </Button>
            <Button onClick={onClose}>{t('ui.close')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

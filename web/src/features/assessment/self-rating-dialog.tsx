import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { FileDrop } from '@/components/file-drop';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { today } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Record, useRate, useUploadEvidence } from './api';
import { LevelField } from './level-field';

type Props = { record: Record; person: string; onClose: () => void };

export function SelfRatingDialog({ record, person, onClose }: Props) {
  const t = useWords();
  const [level, setLevel] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const evidence = useUploadEvidence();
  const rate = useRate();

  async function save() {
    if (level === null) return;
    const hash = file ? (await evidence.mutateAsync(file)).hash : undefined;
    await rate.mutateAsync({
      person,
      competency: record.competency.id,
      level,
      method: 'self',
      observed_on: today(),
      note,
      evidence_hash: hash,
    });
    onClose();
  }

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
          // What is refused is shown by the mutations themselves.
          save().catch(() => {});
        }}
      >
        <Stack gap={16}>
          <LevelField
            competency={record.competency}
            label={t('assessment.self.level')}
            value={level}
            onChange={setLevel}
          />
          <TextField kind="long" label={t('assessment.note')} value={note} onChange={setNote} />
          <FileDrop
            label={t('assessment.evidence_file')}
            accept=".pdf,.jpg,.jpeg,.png"
            limit={10 * 1024 * 1024}
            file={file}
            onFile={setFile}
          />
          <Refusal error={evidence.error ?? rate.error} />
          <Row>
            <Button
              kind="primary"
              type="submit"
              working={evidence.isPending || rate.isPending}
              disabled={level === null}
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

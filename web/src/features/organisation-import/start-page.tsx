import { useState } from 'react';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FileDrop } from '@/components/file-drop';
import { Row, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { useUnitScope } from '@/lib/unit-scope';
import { useReading } from '@/lib/use-reading';
import { useWords } from '@/lib/words';

import { downloadTemplate, useUpload } from './api';
import { EarlierImports } from './earlier-imports';
import { ImportSteps } from './import-steps';

const mostBytes = 50_000_000;

export function StartPage() {
  const { unitId } = useUnitScope();
  return unitId ? <Start unit={unitId} /> : null;
}

function Start({ unit }: { unit: string }) {
  const t = useWords();
  return (
    <>
      <PageHead
        title={t('menu.roster_import')}
        sentence={t('import.start.sentence')}
        trail={[{ label: t('menu.roster'), to: '/roster' }, { label: t('menu.roster_import') }]}
        actions={<TemplateButton unit={unit} />}
      />
      <ImportSteps current={1} />
      <Stack gap={24}>
        <UploadCard unit={unit} />
        <EarlierImports unit={unit} />
      </Stack>
    </>
  );
}

function TemplateButton({ unit }: { unit: string }) {
  const t = useWords();
  const template = useReading(() => downloadTemplate(unit, t.language));
  return (
    <>
      <Button icon="download" working={template.isPending} onClick={() => template.mutate()}>
        {t('import.template.download')}
      </Button>
      <Refusal error={template.error} />
    </>
  );
}

function UploadCard({ unit }: { unit: string }) {
  const t = useWords();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const sending = useUpload(unit);

  function send() {
    if (!file) return;
    sending.mutate(file, {
      onSuccess: (sent) => void navigate(`/roster-import/${sent.id}/columns`),
    });
  }
  return (
    <Card>
      <Stack>
        <p>{t('import.template.why')}</p>
        <FileDrop
          label={t('import.file')}
          accept=".xlsx,.csv"
          limit={mostBytes}
          file={file}
          onFile={setFile}
        />
        <Refusal error={sending.error} />
        <Row gap={12}>
          <Button
            kind="primary"
            disabled={!file}
            reason={t('import.choose_first')}
            working={sending.isPending}
            workingWords={t('import.uploading')}
            onClick={send}
          >
            {t('import.upload')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

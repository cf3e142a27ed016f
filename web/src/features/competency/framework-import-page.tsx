import { useState } from 'react';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FileDrop } from '@/components/file-drop';
import { Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { Stepper } from '@/components/stepper';
import { TextField } from '@/components/text-field';
import { useReading } from '@/lib/use-reading';
import { useWords } from '@/lib/words';

import { lookAtFile } from './api';
import { ImportApply } from './import-apply';
import { ImportFaults } from './import-faults';

// A framework from a spreadsheet: choose, look at it without writing, then make a draft of it.
export function FrameworkImportPage() {
  const t = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [prefix, setPrefix] = useState('');
  const [levels, setLevels] = useState('');
  const look = useReading((chosen: File) => lookAtFile(chosen, prefix, levels));
  const report = look.data;
  const sound = !!report && report.faults.length === 0;

  return (
    <>
      <PageHead
        trail={[{ label: t('menu.frameworks'), to: '/frameworks' }]}
        title={t('framework_import.title')}
        sentence={t('framework_import.sentence')}
      />
      <Stack>
        <Stepper
          label={t('framework_import.steps')}
          current={sound ? 2 : report ? 1 : 0}
          steps={[
            { label: t('framework_import.step.file'), done: !!report },
            { label: t('framework_import.step.look'), done: sound },
            { label: t('framework_import.step.draft') },
          ]}
        />
        <Card title={t('framework_import.step.file')}>
          <Stack>
            <FileDrop
              label={t('framework_import.file')}
              accept=".xlsx,.csv"
              limit={10_000_000}
              file={file}
              onFile={(chosen) => {
                setFile(chosen);
                look.reset();
              }}
            />
            <TextField
              label={t('framework_import.prefix')}
              hint={t('framework_import.prefix.hint')}
              value={prefix}
              onChange={setPrefix}
            />
            <TextField
              label={t('framework_import.levels')}
              hint={t('framework_import.levels.hint')}
              kind="digits"
              value={levels}
              onChange={setLevels}
            />
            <div>
              <Button
                kind={sound ? 'outlined' : 'primary'}
                working={look.isPending}
                workingWords={t('framework_import.looking')}
                disabled={!file}
                onClick={() => file && look.mutate(file)}
              >
                {t('framework_import.look')}
              </Button>
            </div>
            <Refusal error={look.error} />
          </Stack>
        </Card>
        {report && <ImportFaults report={report} />}
        {sound && <ImportApply report={report} prefix={prefix} levels={levels} />}
      </Stack>
    </>
  );
}

import { useState } from 'react';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { DataTable } from '@/components/data-table';
import { Dialog } from '@/components/dialog';
import { DownloadButton } from '@/components/download-button';
import { FileDrop } from '@/components/file-drop';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { exportTopics, type ProgrammeDetails, useReadTopics } from './api';

const limit = 4 << 20;

// The topics in order; of a draft they are replaced by a sheet of the same form.
export function TopicsCard({ page, lock }: { page: ProgrammeDetails; lock: string }) {
  const t = useWords();
  const [reading, setReading] = useState(false);
  return (
    <Card
      title={t('programmes.topics')}
      aside={
        <Row>
          {page.topics.length > 0 && (
            <DownloadButton kind="text" save={() => exportTopics(page.version.id)}>
              {t('programmes.topics.export')}
            </DownloadButton>
          )}
          {page.actions.includes('edit') && (
            <Button kind="text" icon="upload" onClick={() => setReading(true)}>
              {t('programmes.topics.read')}
            </Button>
          )}
        </Row>
      }
    >
      {page.topics.length === 0 ? (
        <p>{t('programmes.topics.none')}</p>
      ) : (
        <DataTable
          caption={t('programmes.topics')}
          columns={[
            { id: 'seq', header: t('programmes.topic.seq'), cell: (topic) => topic.seq },
            {
              id: 'title',
              header: t('programmes.topic.title'),
              rowHeader: true,
              cell: (topic) => topic.title,
            },
            {
              id: 'outcome',
              header: t('programmes.topic.outcome'),
              cell: (topic) => topic.outcome,
            },
            {
              id: 'hours',
              header: t('programmes.hours'),
              align: 'right',
              cell: (topic) => showNumber(topic.hours, t.language),
            },
          ]}
          rows={page.topics}
          rowKey={(topic) => `${topic.seq}`}
          empty={{ title: t('programmes.topics.none'), reason: '' }}
        />
      )}
      {reading && <ReadTopics page={page} lock={lock} onClose={() => setReading(false)} />}
    </Card>
  );
}

type Props = { page: ProgrammeDetails; lock: string; onClose: () => void };

function ReadTopics({ page, lock, onClose }: Props) {
  const t = useWords();
  const read = useReadTopics(page.version.id, lock);
  const [file, setFile] = useState<File | null>(null);
  return (
    <Dialog title={t('programmes.topics.read')} open onClose={onClose}>
      <Stack>
        <p>{t('programmes.topics.read.effect')}</p>
        <FileDrop
          label={t('programmes.topics.file')}
          accept=".xlsx"
          limit={limit}
          file={file}
          onFile={setFile}
        />
        <Refusal error={read.error} />
        <Row>
          <Button
            kind="primary"
            working={read.isPending}
            disabled={!file}
            onClick={() => file && read.mutate(file, { onSuccess: onClose })}
          >
            {t('programmes.topics.read')}
          </Button>
          <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}

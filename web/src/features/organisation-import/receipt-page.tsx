import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';

import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { JobProgress } from '@/components/job-progress';
import { Row, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Notice } from '@/components/state-blocks';
import { Problem } from '@/lib/api-client';
import { showTime } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { importQuery, type RosterImport, useUndo } from './api';
import { ImportSteps } from './import-steps';

// What an import did, while it runs and afterwards; and the way back.
export function ReceiptPage() {
  const { importId = '' } = useParams();
  const { data: given } = useSuspenseQuery(importQuery(importId));
  const t = useWords();
  const client = useQueryClient();
  const isWorking = given.status === 'applying' || given.status === 'undoing';
  const isDry = given.status === 'uploaded' || given.status.startsWith('check');
  const title = isDry ? 'applying' : given.status;

  return (
    <>
      <PageHead
        title={t(`import.receipt.${title}`)}
        sentence={sentenceOf(given, t)}
        trail={[
          { label: t('menu.roster_import'), to: '/roster-import' },
          { label: t(`import.receipt.${title}`) },
        ]}
      />
      <ImportSteps current={4} id={given.id} />
      <Stack>
        {(isWorking || isDry) && given.job && (
          <JobProgress jobId={given.job} onDone={() => void client.invalidateQueries()} />
        )}
        {isDry && (
          <Row>
            <Button to={`/roster-import/${given.id}`}>{t('import.result.title')}</Button>
          </Row>
        )}
        {!isWorking && !isDry && <Done given={given} />}
      </Stack>
    </>
  );
}

function sentenceOf(given: RosterImport, t: ReturnType<typeof useWords>): string {
  const { file_name: file, counts } = given;
  if (given.undone_at) {
    return t('import.receipt.undone_sentence', { file, when: showTime(given.undone_at) });
  }
  if (!given.applied_at) return t('import.receipt.working', { file });
  const { added, changed } = counts;
  return t('import.receipt.sentence', { file, added, changed, when: showTime(given.applied_at) });
}

function Done({ given }: { given: RosterImport }) {
  const t = useWords();
  const [asking, setAsking] = useState(false);
  const undo = useUndo(given.id);
  const { counts, undo_until: until } = given;
  const mayUndo = given.actions.includes('undo');

  return (
    <>
      {mayUndo && until && (
        <Notice tone="neutral">{t('import.undo.until', { date: showTime(until) })}</Notice>
      )}
      <Row gap={12}>
        <Button kind="primary" to="/roster">
          {t('import.to_roster')}
        </Button>
        <Button to="/roster-import">{t('import.another')}</Button>
        {mayUndo && (
          <Button kind="text" onClick={() => setAsking(true)}>
            {t('import.undo')}
          </Button>
        )}
      </Row>
      <ConfirmDialog
        title={t('import.undo')}
        effect={
          <>
            <p>{t('import.undo.effect', { count: counts.added + counts.changed })}</p>
            <BlockedRows error={undo.error} />
          </>
        }
        act={t('import.undo')}
        danger
        open={asking}
        working={undo.isPending}
        error={undo.error}
        onAct={() => undo.mutate(undefined, { onSuccess: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function BlockedRows({ error }: { error: unknown }) {
  const t = useWords();
  if (!(error instanceof Problem) || error.code !== 'roster_import.undo_blocked') return null;
  const rows = error.faults.map((fault) => fault.path.replace('/rows/', ''));
  return <p>{t('import.undo.blocked_rows', { rows: [...new Set(rows)].join(', ') })}</p>;
}

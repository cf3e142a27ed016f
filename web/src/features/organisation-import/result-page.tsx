import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';

import { Button } from '@/components/button';
import { JobProgress } from '@/components/job-progress';
import { Figures } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { Empty } from '@/components/state-blocks';
import { showNumber } from '@/lib/numbers';
import { useReading } from '@/lib/use-reading';
import { useWords } from '@/lib/words';

import { downloadMarked, importQuery, type RosterImport, useApplication, useCheck } from './api';
import { FaultTable } from './fault-table';
import { ImportSteps } from './import-steps';
import styles from './import.module.css';

// What a dry run found: nothing is written until somebody applies it.
export function ResultPage() {
  const { importId = '' } = useParams();
  const { data } = useSuspenseQuery(importQuery(importId));
  const t = useWords();
  const isTrying = data.status === 'checking';
  return (
    <>
      <PageHead
        title={t('import.result.title')}
        sentence={
          isTrying
            ? t('import.result.checking', { file: data.file_name })
            : t('import.result.sentence', { file: data.file_name, count: data.counts.rows })
        }
        trail={[
          { label: t('menu.roster_import'), to: '/roster-import' },
          { label: t('import.result.title') },
        ]}
        actions={!isTrying && data.checked_at && <MarkedButton id={data.id} />}
      />
      <ImportSteps current={3} id={data.id} />
      {isTrying ? <Trying given={data} /> : <Result given={data} />}
    </>
  );
}

function Trying({ given }: { given: RosterImport }) {
  const client = useQueryClient();
  if (!given.job) return null;
  return (
    <JobProgress
      jobId={given.job}
      onDone={() => void client.invalidateQueries({ queryKey: ['roster-imports'] })}
    />
  );
}

function MarkedButton({ id }: { id: string }) {
  const t = useWords();
  const marked = useReading(() => downloadMarked(id, t.language));
  return (
    <>
      <Button icon="download" working={marked.isPending} onClick={() => marked.mutate()}>
        {t('import.marked')}
      </Button>
      <Refusal error={marked.error} />
    </>
  );
}

function Result({ given }: { given: RosterImport }) {
  const t = useWords();
  const { counts } = given;
  if (!given.checked_at) {
    return (
      <Empty
        title={t('import.not_tried')}
        reason={t('import.not_tried.reason')}
        action={
          <Button to={`/roster-import/${given.id}/columns`}>{t('import.step.columns')}</Button>
        }
      />
    );
  }
  const show = (value: number) => showNumber(value, t.language);
  const look = counts.rejected + counts.question;
  return (
    <>
      <Figures
        items={[
          { value: show(counts.added), label: t('import.count.added') },
          { value: show(counts.changed), label: t('import.count.changed') },
          { value: show(counts.same), label: t('import.count.same'), tone: 'quiet' },
          { value: show(look), label: t('import.count.look'), tone: look ? 'warn' : 'quiet' },
        ]}
      />
      <FaultTable given={given} look={look} />
      <Acts given={given} />
    </>
  );
}

function Acts({ given }: { given: RosterImport }) {
  const t = useWords();
  const navigate = useNavigate();
  const check = useCheck(given.id);
  const apply = useApplication(given.id);
  const rows = given.actions.includes('apply_all') ? 'all' : 'good';
  const mayApply = given.actions.includes('apply_all') || given.actions.includes('apply_good');
  const ready = given.counts.added + given.counts.changed;
  const asked = given.counts.errors + given.counts.questions;
  // With answers that no dry run has seen yet, trying again is what comes next.
  const isClean = rows === 'all' && mayApply;

  return (
    <div className={styles.acts}>
      {given.actions.includes('check') && (
        <Button
          kind={isClean ? 'outlined' : 'primary'}
          working={check.isPending}
          workingWords={t('import.starting')}
          onClick={() => check.mutate()}
        >
          {t('import.check.again')}
        </Button>
      )}
      {mayApply && (
        <Button
          kind={isClean ? 'primary' : 'outlined'}
          working={apply.isPending}
          workingWords={t('import.starting')}
          onClick={() =>
            apply.mutate(rows, {
              onSuccess: () => void navigate(`/roster-import/${given.id}/receipt`),
            })
          }
        >
          {t(`import.apply_${rows}`, { count: ready })}
        </Button>
      )}
      <span>
        {asked > 0
          ? t('import.answered', { answered: Math.min(given.answers, asked), count: asked })
          : t('import.undoable')}
      </span>
      <Refusal error={check.error ?? apply.error} />
    </div>
  );
}

import { Problem } from '@/lib/api-client';
import { useWords } from '@/lib/words';

import { Button } from './button';
import styles from './job-progress.module.css';
import { type Job, useJob } from './use-job';
import { Row } from './layout';
import { ProgressBar } from './progress-bar';
import { Refusal } from './refusal';

type Props = {
  jobId: string;
  // `job.stage.<stage>` are words for the stages that the job names.
  onDone?: (job: Job) => void;
};

// Real counts of a piece of long work. The page may be left: the job goes on.
export function JobProgress({ jobId, onDone }: Props) {
  const t = useWords();
  const { job, error, cancel, cancelling } = useJob(jobId, onDone);
  if (error) return <Refusal error={error} />;
  if (!job) return <p role="status">{t('ui.loading')}</p>;

  const active = job.status === 'waiting' || job.status === 'running';
  const stage = t.has(`job.stage.${job.stage}`) ? t(`job.stage.${job.stage}`) : '';
  const words = active && stage ? stage : t(`job.status.${job.status}`);

  return (
    <div className={styles.root}>
      <ProgressBar
        label={words}
        done={job.status === 'done' ? job.total : job.done}
        total={job.total}
      />
      {job.refusal_code && <Refusal error={new Problem(409, job.refusal_code)} />}
      {active && (
        <Row gap={12}>
          {job.actions.includes('cancel') && (
            <Button working={cancelling} workingWords={t('job.cancelling')} onClick={cancel}>
              {t('job.cancel')}
            </Button>
          )}
          <span className={styles.hint}>{t('job.leave')}</span>
        </Row>
      )}
    </div>
  );
}

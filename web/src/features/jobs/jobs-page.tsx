import { useInfiniteQuery } from '@tanstack/react-query';

import { Button } from '@/components/button';
import { type Column, DataTable } from '@/components/data-table';
import { FilterRow } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Pill, type PillKind } from '@/components/pill';
import { SegmentedFilter } from '@/components/segmented-filter';
import { tableState } from '@/components/table-state';
import { UnitName } from '@/components/unit-name';
import { showTime } from '@/lib/dates';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { type Job, jobsQuery } from './api';
import { useKindWords } from './job-words';

const statuses = ['all', 'running', 'waiting', 'done', 'refused', 'failed', 'cancelled'] as const;
const pills: Record<Job['status'], PillKind> = {
  waiting: 'neutral',
  running: 'sent',
  done: 'done',
  refused: 'look',
  failed: 'returned',
  cancelled: 'neutral',
};

export function JobsPage() {
  const t = useWords();
  const [status, setStatus] = useUrlState('status', 'all');
  const list = useInfiniteQuery({ ...jobsQuery(status), refetchInterval: 5000 });
  const columns = useJobColumns();
  return (
    <>
      <PageHead title={t('menu.jobs')} sentence={t('jobs.sentence')} />
      <FilterRow>
        <SegmentedFilter
          label={t('jobs.status')}
          value={status}
          onChange={setStatus}
          options={statuses.map((value) => ({ value, label: t(`jobs.status.${value}`) }))}
        />
      </FilterRow>
      <DataTable
        caption={t('menu.jobs')}
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.items) ?? []}
        rowKey={(job) => job.id}
        state={tableState(list)}
        empty={{
          title: t('jobs.empty'),
          reason: t('jobs.empty.reason'),
          action: status !== 'all' && (
            <Button onClick={() => setStatus(null)}>{t('jobs.show_all')}</Button>
          ),
        }}
        more={{
          has: list.hasNextPage,
          loading: list.isFetchingNextPage,
          onMore: () => void list.fetchNextPage(),
        }}
      />
    </>
  );
}

function useJobColumns(): Column<Job>[] {
  const t = useWords();
  const kindWords = useKindWords();
  return [
    {
      id: 'kind',
      header: t('jobs.kind'),
      rowHeader: true,
      cell: (job) => (
        <LinkText kind="name" to={`/jobs/${job.id}`}>
          {kindWords(job.kind)}
        </LinkText>
      ),
    },
    { id: 'unit', header: t('jobs.unit'), cell: (job) => job.unit && <UnitName id={job.unit} /> },
    {
      id: 'status',
      header: t('jobs.status'),
      cell: (job) => <Pill kind={pills[job.status]}>{t(`job.status.${job.status}`)}</Pill>,
    },
    {
      id: 'progress',
      header: t('jobs.progress'),
      align: 'right',
      cell: (job) => job.total > 0 && t('job.count', { done: job.done, total: job.total }),
    },
    { id: 'began', header: t('jobs.created'), cell: (job) => showTime(job.created_at ?? '') },
    {
      id: 'ended',
      header: t('jobs.ended'),
      cell: (job) => job.ended_at && showTime(job.ended_at),
    },
  ];
}

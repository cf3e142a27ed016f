import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { DataTable } from '@/components/data-table';
import { FilterRow } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { SegmentedFilter } from '@/components/segmented-filter';
import { tableState } from '@/components/table-state';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { importQuery, linesQuery, type Verdict } from './api';
import { ImportSteps } from './import-steps';

const verdicts: Verdict[] = ['changed', 'added', 'same', 'rejected', 'question'];

// Row by row what an import would do.
export function RowsPage() {
  const { importId = '' } = useParams();
  const t = useWords();
  const { data: given } = useSuspenseQuery(importQuery(importId));
  const [verdict, setVerdict] = useUrlState('verdict', 'changed');
  const query = useInfiniteQuery(linesQuery(importId, verdict as Verdict));
  const lines = query.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <>
      <PageHead
        title={t('import.changes.title')}
        sentence={t('import.changes.sentence', { file: given.file_name })}
        trail={[
          { label: t('menu.roster_import'), to: '/roster-import' },
          { label: t('import.result.title'), to: `/roster-import/${importId}` },
          { label: t('import.changes.title') },
        ]}
      />
      <ImportSteps current={3} id={importId} />
      <FilterRow>
        <SegmentedFilter
          label={t('import.verdict')}
          value={verdict}
          onChange={setVerdict}
          options={verdicts.map((value) => ({
            value,
            label: t(`import.verdict.${value}`),
            count: given.counts[value],
          }))}
        />
      </FilterRow>
      <DataTable
        caption={t('import.changes.title')}
        rows={lines}
        rowKey={(line) => String(line.row)}
        state={tableState(query, t('import.loading_faults'), 6)}
        empty={{ title: t('import.changes.none'), reason: t('import.changes.none.reason') }}
        total={given.counts[verdict as Verdict]}
        more={{
          has: query.hasNextPage,
          loading: query.isFetchingNextPage,
          onMore: () => void query.fetchNextPage(),
        }}
        columns={[
          {
            id: 'row',
            header: t('import.head.row'),
            align: 'right',
            width: '64px',
            cell: (line) => line.row,
          },
          {
            id: 'name',
            header: t('import.column.name'),
            rowHeader: true,
            cell: (line) => line.name,
          },
          {
            id: 'number',
            header: t('import.column.staff_number'),
            cell: (line) => line.staff_number,
          },
          {
            id: 'changes',
            header: t('import.head.changes'),
            cell: (line) => line.changes.map((change) => t(`import.change.${change}`)).join(', '),
          },
        ]}
      />
    </>
  );
}

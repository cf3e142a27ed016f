import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { DataTable, type Column } from '@/components/data-table';
import { FilterRow, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { SegmentedFilter } from '@/components/segmented-filter';
import { tableState } from '@/components/table-state';
import { showDate } from '@/lib/dates';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { type ReviewCase, reviewsQuery } from './api';
import { DecideDialog } from './decide-dialog';

export function ReviewsPage() {
  const t = useWords();
  const [status, setStatus] = useUrlState('status', 'open');
  const [chosen, setChosen] = useState<ReviewCase | null>(null);
  const query = useInfiniteQuery(reviewsQuery(status, t.language));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<ReviewCase>[] = [
    {
      id: 'person',
      header: t('assessment.person'),
      rowHeader: true,
      cell: (row) => row.person.name,
    },
    { id: 'competency', header: t('assessment.competency'), cell: (row) => row.competency.name },
    {
      id: 'held',
      header: t('assessment.level_now'),
      cell: (row) =>
        row.held_level == null
          ? t('ui.level.unknown')
          : t('ui.level.name', { level: `${row.held_level}` }),
    },
    { id: 'text', header: t('assessment.reason'), cell: (row) => row.review.text },
    {
      id: 'deadline',
      header: t('assessment.due'),
      sort: (left, right) =>
        (left.review.deadline ?? '').localeCompare(right.review.deadline ?? ''),
      cell: (row) => showDate(row.review.deadline),
    },
    {
      id: 'act',
      header: t('assessment.decision'),
      acts: true,
      cell: (row) =>
        row.review.outcome ? (
          <Pill kind="done">{t(`assessment.outcome.${row.review.outcome}`)}</Pill>
        ) : (
          row.actions.includes('decide') && (
            <Button onClick={() => setChosen(row)}>{t('assessment.decide')}</Button>
          )
        ),
    },
  ];

  return (
    <>
      <PageHead
        title={t('assessment.reviews')}
        sentence={!query.hasNextPage && t('assessment.reviews.sentence', { count: rows.length })}
      />
      <Stack gap={12}>
        <FilterRow>
          <SegmentedFilter
            label={t('assessment.status')}
            value={status}
            onChange={setStatus}
            options={['open', 'decided', 'all'].map((each) => ({
              value: each,
              label: t(`assessment.reviews.${each}`),
            }))}
          />
        </FilterRow>
        <DataTable
          caption={t('assessment.reviews')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.review.id}
          state={tableState(query)}
          empty={{
            title: t('assessment.reviews.empty'),
            reason: t('assessment.reviews.empty.reason'),
          }}
          more={{
            has: query.hasNextPage,
            loading: query.isFetchingNextPage,
            onMore: () => void query.fetchNextPage(),
          }}
        />
      </Stack>
      {chosen && <DecideDialog found={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

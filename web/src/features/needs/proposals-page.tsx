import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { type Column, DataTable } from '@/components/data-table';
import { FilterRow, Stack } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { SegmentedFilter } from '@/components/segmented-filter';
import { tableState } from '@/components/table-state';
import { showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { DecideProposalDialog } from './decide-proposal-dialog';
import { type Proposal, proposalsQuery, statuses } from './proposal-api';
import { pillOf } from './proposal-words';

// What the people of the unit want to learn, for their supervisor.
export function ProposalsPage() {
  const t = useWords();
  const [status, setStatus] = useUrlState('status', 'open');
  const [chosen, setChosen] = useState<Proposal | null>(null);
  const query = useInfiniteQuery(proposalsQuery(status, t.language));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <>
      <PageHead
        title={t('menu.proposals')}
        sentence={
          !query.hasNextPage && t(`needs.proposals.${status}.sentence`, { count: rows.length })
        }
      />
      <Stack gap={12}>
        <FilterRow>
          <SegmentedFilter
            label={t('needs.proposal.status')}
            value={status}
            onChange={setStatus}
            options={statuses.map((each) => ({ value: each, label: t(`needs.proposal.${each}`) }))}
          />
        </FilterRow>
        <DataTable
          caption={t('menu.proposals')}
          columns={columnsOf(t, setChosen)}
          rows={rows}
          rowKey={(row) => row.id}
          state={tableState(query)}
          empty={{
            title: t(`needs.proposals.${status}.empty`),
            reason: t('needs.proposals.empty.reason'),
          }}
          more={{
            has: query.hasNextPage,
            loading: query.isFetchingNextPage,
            onMore: () => void query.fetchNextPage(),
          }}
        />
      </Stack>
      {chosen && <DecideProposalDialog proposal={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

type Words = ReturnType<typeof useWords>;

function columnsOf(t: Words, onDecide: (proposal: Proposal) => void): Column<Proposal>[] {
  return [
    {
      id: 'person',
      header: t('needs.person'),
      rowHeader: true,
      cell: (row) => <LinkText to={`/people/${row.person.id}/gaps`}>{row.person.name}</LinkText>,
    },
    { id: 'competency', header: t('needs.competency'), cell: (row) => row.competency.name },
    {
      id: 'levels',
      header: t('needs.proposal.levels'),
      cell: (row) => t('needs.proposal.levels.of', { held: row.held ?? 'none', wanted: row.level }),
    },
    {
      id: 'text',
      header: t('needs.proposal.why'),
      cell: (row) => (
        <>
          {row.text}
          {row.programme && (
            <>
              {' '}
              <LinkText to={`/programmes/${row.programme.id}`}>
                {nameIn(t.language, row.programme.title, row.programme.title_en)}
              </LinkText>
            </>
          )}
        </>
      ),
    },
    { id: 'until', header: t('needs.propose.until'), cell: (row) => showDate(row.until) },
    {
      id: 'act',
      header: t('needs.proposal.decision'),
      acts: true,
      cell: (row) =>
        row.actions.includes('agree') ? (
          <Button onClick={() => onDecide(row)}>{t('needs.proposal.decide')}</Button>
        ) : (
          <Pill kind={pillOf[row.status]}>{t(`needs.proposal.${row.status}`)}</Pill>
        ),
    },
  ];
}

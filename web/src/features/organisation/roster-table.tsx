import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

import { DataTable } from '@/components/data-table';
import { tableState } from '@/components/table-state';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';
import { Button } from '@/components/button';

import type { Roster, RosterQuestion, RosterRow } from './api';
import { HoldingDialog } from './holding-dialog';
import { useRosterColumns } from './roster-columns';
import { useMissingForDuties, useStandings } from './standings';

type Props = {
  question: RosterQuestion;
  query: UseInfiniteQueryResult<InfiniteData<Roster>>;
};

export function RosterTable({ question, query }: Props) {
  const t = useWords();
  const [, setShow] = useUrlState('show', 'all');
  const [, setSearch] = useUrlState('q');
  const [appointing, setAppointing] = useState<RosterRow | null>(null);
  const pages = query.data?.pages;
  const first = pages?.[0];
  const rows = useMemo(() => numbered(pages?.flatMap((page) => page.items) ?? []), [pages]);
  const units = useMemo(() => new Map(first?.units.map((unit) => [unit.unit, unit])), [first]);
  const standings = useStandings(question.unit, question.on, pages);
  const missing = useMissingForDuties(question.unit, question.on, !!first?.counts.concurrent);
  const columns = useRosterColumns({
    on: question.on,
    standings,
    missing,
    onAppoint: first?.actions.includes('appoint') ? setAppointing : undefined,
  });
  const narrowed = question.show !== 'all' || question.search !== '';

  return (
    <>
      <DataTable
        caption={t('roster.caption')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        state={tableState(query, t('roster.loading'), 12)}
        vacant={(row) => !row.holding}
        groupOf={(row) => {
          const unit = units.get(row.unit);
          return {
            key: row.unit,
            title: row.unit_name,
            note: unit && t('roster.group', { persons: unit.persons, vacancies: unit.vacancies }),
          };
        }}
        empty={
          narrowed
            ? {
                title: t('roster.none_found'),
                reason: t('roster.none_found.reason'),
                action: (
                  <Button
                    onClick={() => {
                      setSearch(null);
                      setShow(null);
                    }}
                  >
                    {t('roster.show_all')}
                  </Button>
                ),
              }
            : { title: t('roster.empty'), reason: t('roster.empty.reason') }
        }
        total={first?.matching}
        more={{
          has: query.hasNextPage,
          loading: query.isFetchingNextPage,
          onMore: () => void query.fetchNextPage(),
        }}
      />
      {appointing && (
        <HoldingDialog
          kind="appoint"
          place={{
            id: appointing.post,
            name: appointing.position_name,
            parent: appointing.unit_name,
          }}
          onClose={() => setAppointing(null)}
        />
      )}
    </>
  );
}

// A post may have several vacancies, which nothing but their order tells apart.
function numbered(rows: RosterRow[]) {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    if (row.holding) return { ...row, key: row.holding };
    const count = (seen.get(row.post) ?? 0) + 1;
    seen.set(row.post, count);
    return { ...row, key: `${row.post} ${count}` };
  });
}

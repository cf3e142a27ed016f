import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { type Column, DataTable } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { PrintButton } from '@/components/print-button';
import { PrintHeader } from '@/components/print-header';
import { tableState } from '@/components/table-state';
import { showDate } from '@/lib/dates';
import { compareTexts } from '@/lib/sort';
import { unitQuery } from '@/lib/units';
import { useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import { dutiesQuery, type Duty } from './matrix-api';
import { MissingList } from './missing-list';

export function DutiesPage() {
  const { unitId } = useUnitScope();
  return unitId ? <UnitDuties unit={unitId} /> : null;
}

function UnitDuties({ unit }: { unit: string }) {
  const t = useWords();
  const { on, isToday } = useAsOf();
  const day = isToday ? undefined : on;
  const home = useQuery(unitQuery(unit, day)).data?.unit.full_name ?? '';
  const query = useInfiniteQuery(dutiesQuery({ unit, on: day, language: t.language }));
  const duties = query.data?.pages.flatMap((page) => page.items) ?? [];
  const count = query.data?.pages[0]?.count ?? 0;
  const lacking = duties.filter((duty) => duty.missing.length > 0).length;

  return (
    <>
      <PageHead
        title={t('needs.duties')}
        trail={[{ label: t('menu.needs'), to: '/needs' }, { label: t('needs.duties') }]}
        sentence={
          <>
            {home && `${home}. `}
            {query.data &&
              (query.hasNextPage
                ? t('needs.duties_part', { lacking, shown: duties.length, count })
                : t('needs.duties_sentence', { lacking, count }))}{' '}
            <AsOfDate />.
          </>
        }
        actions={duties.length > 0 && <PrintButton list={query} />}
      />
      <PrintHeader unit={home} asOf={showDate(on)} />
      <DataTable
        caption={t('needs.duties')}
        columns={columnsOf(t)}
        rows={duties}
        rowKey={(duty) => `${duty.person.id} ${duty.unit_name} ${duty.position_name} ${duty.since}`}
        state={tableState(query, t('needs.loading_duties'))}
        empty={{ title: t('needs.no_duties'), reason: t('needs.no_duties.reason') }}
        tone={(duty) => (duty.missing.length > 0 ? 'warn' : undefined)}
        total={count}
        more={{
          has: query.hasNextPage,
          loading: query.isFetchingNextPage,
          onMore: () => void query.fetchNextPage(),
        }}
      />
    </>
  );
}

function columnsOf(t: ReturnType<typeof useWords>): Column<Duty>[] {
  return [
    {
      id: 'person',
      header: t('needs.person'),
      rowHeader: true,
      cell: (duty) => (
        <LinkText to={`/people/${duty.person.id}/gaps`} kind="name">
          {duty.person.name}
        </LinkText>
      ),
    },
    {
      id: 'unit',
      header: t('needs.unit'),
      sort: (left, right) => compareTexts(left.unit_name, right.unit_name),
      cell: (duty) => duty.unit_name,
    },
    {
      id: 'duty',
      header: t('needs.duty'),
      sort: (left, right) => compareTexts(left.position_name, right.position_name),
      cell: (duty) => duty.position_name,
    },
    {
      id: 'since',
      header: t('needs.duty_since'),
      sort: (left, right) => compareTexts(left.since, right.since),
      cell: (duty) => showDate(duty.since),
    },
    {
      id: 'missing',
      header: t('needs.missing'),
      cell: (duty) =>
        duty.missing.length === 0 ? (
          <Pill kind="done">{t('needs.holds_all')}</Pill>
        ) : (
          <MissingList items={duty.missing} />
        ),
    },
  ];
}

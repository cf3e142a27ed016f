import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { type Column, DataTable } from '@/components/data-table';
import { ExportButtons } from '@/components/export-buttons';
import { Row } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { PrintHeader } from '@/components/print-header';
import { Empty } from '@/components/state-blocks';
import { tableState } from '@/components/table-state';
import { showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { showNumber } from '@/lib/numbers';
import { unitQuery } from '@/lib/units';
import { useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import { exportFoundations, foundationsQuery, type FoundedPosition } from './api';
import { DescribeDialog } from './describe-dialog';

// What a unit's positions still lack before anybody can be planned for.
export function FoundationsPage() {
  const t = useWords();
  const { unitId } = useUnitScope();
  const { on } = useAsOf();
  const query = useInfiniteQuery({ ...foundationsQuery(unitId ?? '', on), enabled: !!unitId });
  const first = query.data?.pages[0];
  const unit = useQuery({ ...unitQuery(unitId ?? ''), enabled: !!unitId });
  const columns = useColumns(!!first?.actions.includes('describe'));

  if (!unitId)
    return <Empty title={t('requirements.no_unit')} reason={t('requirements.no_unit.reason')} />;
  return (
    <>
      <PrintHeader unit={unit.data?.unit.full_name ?? ''} asOf={showDate(on)} />
      <PageHead
        title={t('menu.foundations')}
        sentence={
          <>
            {first &&
              t('foundations.sentence', {
                complete: showNumber(first.complete, t.language),
                positions: showNumber(first.positions, t.language),
              })}{' '}
            <AsOfDate />.
          </>
        }
        actions={
          <ExportButtons
            what={t('menu.foundations')}
            list={query}
            save={(kind) => exportFoundations(unitId, on, kind, t.language)}
          />
        }
      />
      <DataTable
        caption={t('menu.foundations')}
        columns={columns}
        rows={query.data?.pages.flatMap((page) => page.items) ?? []}
        rowKey={(row) => `${row.unit} ${row.position}`}
        groupOf={(row) => ({ key: row.unit, title: row.unit_name, note: row.above_name })}
        state={tableState(query)}
        empty={{ title: t('foundations.complete'), reason: t('foundations.complete.reason') }}
        total={first && first.positions - first.complete}
        more={{
          has: query.hasNextPage,
          loading: query.isFetchingNextPage,
          onMore: () => void query.fetchNextPage(),
        }}
      />
    </>
  );
}

function useColumns(mayDescribe: boolean): Column<FoundedPosition>[] {
  const t = useWords();
  const columns: Column<FoundedPosition>[] = [
    {
      id: 'position',
      header: t('foundations.position'),
      rowHeader: true,
      cell: (row) => nameIn(t.language, row.name, row.name_en),
    },
    {
      id: 'authorised',
      header: t('foundations.authorised'),
      align: 'right',
      cell: (row) => showNumber(row.authorised, t.language),
    },
    {
      id: 'competencies',
      header: t('foundations.competencies'),
      align: 'right',
      cell: (row) => showNumber(row.competencies, t.language),
    },
    {
      id: 'missing',
      header: t('foundations.missing'),
      cell: (row) => (
        <Row>
          {row.missing.map((missing) => (
            <Pill key={missing} kind="look">
              {t(`foundations.missing.${missing}`)}
            </Pill>
          ))}
        </Row>
      ),
    },
  ];
  if (mayDescribe) {
    columns.push({
      id: 'act',
      header: t('requirements.act'),
      acts: true,
      cell: (row) => row.missing.includes('description') && <DescribeDialog row={row} />,
    });
  }
  return columns;
}

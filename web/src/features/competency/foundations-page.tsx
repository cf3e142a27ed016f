import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { Button } from '@/components/button';
import { type Column, DataTable } from '@/components/data-table';
import { FilterRow, Row } from '@/components/layout';
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

import { foundationsQuery, type FoundedPosition } from './api';
import { DescribeDialog } from './describe-dialog';

// What a unit's positions still lack before anybody can be planned for.
export function FoundationsPage() {
  const t = useWords();
  const { unitId } = useUnitScope();
  const { on } = useAsOf();
  const query = useQuery({ ...foundationsQuery(unitId ?? '', on), enabled: !!unitId });
  const unit = useQuery({ ...unitQuery(unitId ?? ''), enabled: !!unitId });
  // A province has some two thousand positions: as many are drawn as somebody reads.
  const [shown, setShown] = useState(100);
  const columns = useColumns(!!query.data?.actions.includes('describe'));

  if (!unitId)
    return <Empty title={t('requirements.no_unit')} reason={t('requirements.no_unit.reason')} />;
  return (
    <>
      <PrintHeader unit={unit.data?.unit.full_name ?? ''} asOf={showDate(on)} />
      <PageHead
        title={t('menu.foundations')}
        sentence={
          <>
            {query.data &&
              t('foundations.sentence', {
                complete: showNumber(query.data.complete, t.language),
                positions: showNumber(query.data.positions, t.language),
              })}{' '}
            <AsOfDate />.
          </>
        }
      />
      <FilterRow
        aside={
          <Button icon="print" onClick={() => print()}>
            {t('requirements.print')}
          </Button>
        }
      >
        {null}
      </FilterRow>
      <DataTable
        caption={t('menu.foundations')}
        columns={columns}
        rows={query.data?.items.slice(0, shown) ?? []}
        rowKey={(row) => `${row.unit} ${row.position}`}
        groupOf={(row) => ({ key: row.unit, title: row.unit_name })}
        state={tableState(query)}
        empty={{ title: t('foundations.complete'), reason: t('foundations.complete.reason') }}
        total={query.data?.items.length}
        more={{
          has: (query.data?.items.length ?? 0) > shown,
          loading: false,
          onMore: () => setShown(shown + 200),
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

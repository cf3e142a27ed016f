import { useQuery } from '@tanstack/react-query';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { type Column, DataTable } from '@/components/data-table';
import { DownloadButton } from '@/components/download-button';
import { FilterRow } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { PrintButton } from '@/components/print-button';
import { PrintHeader } from '@/components/print-header';
import { SegmentedFilter } from '@/components/segmented-filter';
import { Empty } from '@/components/state-blocks';
import { tableState } from '@/components/table-state';
import { download } from '@/lib/api-client';
import { showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { showNumber } from '@/lib/numbers';
import { compareTexts } from '@/lib/sort';
import { unitQuery } from '@/lib/units';
import { inUnit, useUnitScope } from '@/lib/unit-scope';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { type Lacking, lackingQuery } from './api';

const duties = ['it_specialist', 'communications_officer'] as const;
type Row = Lacking['items'][number];

// The communes below the unit in which nobody is there for a duty, in one list.
export function LackingPage() {
  const t = useWords();
  const { unitId } = useUnitScope();
  const { on } = useAsOf();
  const [duty, setDuty] = useUrlState('duty', duties[0]);
  const lacking = useQuery({ ...lackingQuery(unitId ?? '', duty, on), enabled: !!unitId });
  const unit = useQuery({ ...unitQuery(unitId ?? ''), enabled: !!unitId });
  const columns = useColumns(on);
  const rows = lacking.data?.items ?? [];
  const helped = rows.filter((row) => row.concurrent > 0).length;

  if (!unitId) return <Empty title={t('roster.no_unit')} reason={t('roster.no_unit.reason')} />;
  return (
    <>
      <PrintHeader unit={unit.data?.unit.full_name ?? ''} asOf={showDate(on)} />
      <PageHead
        title={t('menu.lacking')}
        sentence={
          <>
            {lacking.data &&
              t(`lacking.sentence.${duty}`, {
                units: showNumber(rows.length, t.language),
                unit: unit.data?.unit.full_name ?? '',
                helped: showNumber(helped, t.language),
              })}{' '}
            <AsOfDate />.
          </>
        }
      />
      <FilterRow
        aside={
          <>
            <PrintButton />
            <DownloadButton
              save={() =>
                download(`/units/${unitId}/lacking.xlsx`, {
                  query: { duty, on, language: t.language },
                })
              }
            >
              XLSX
            </DownloadButton>
          </>
        }
      >
        <SegmentedFilter
          label={t('lacking.duty')}
          value={duty}
          onChange={setDuty}
          options={duties.map((value) => ({ value, label: t(`lacking.duty.${value}`) }))}
        />
      </FilterRow>
      <DataTable
        caption={t('menu.lacking')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.unit.id}
        state={tableState(lacking)}
        empty={{ title: t('lacking.none'), reason: t('lacking.none.reason') }}
        total={rows.length}
      />
    </>
  );
}

function useColumns(on: string): Column<Row>[] {
  const t = useWords();
  return [
    {
      id: 'unit',
      header: t('lacking.unit'),
      rowHeader: true,
      sort: (left, right) => compareTexts(left.unit.name, right.unit.name),
      cell: (row) => (
        <LinkText kind="name" to={inUnit(`/roster?show=vacant&on=${on}`, row.unit.id)}>
          {nameIn(t.language, row.unit.full_name, row.unit.full_name_en)}
        </LinkText>
      ),
    },
    {
      id: 'authorised',
      header: t('lacking.authorised'),
      align: 'right',
      sort: (left, right) => left.authorised - right.authorised,
      cell: (row) =>
        row.authorised === 0 ? t('lacking.no_post') : showNumber(row.authorised, t.language),
    },
    {
      id: 'concurrent',
      header: t('lacking.concurrent'),
      sort: (left, right) => left.concurrent - right.concurrent,
      cell: (row) =>
        row.concurrent > 0 ? (
          <Pill kind="look">{t('lacking.concurrent.by', { count: row.concurrent })}</Pill>
        ) : (
          <Pill kind="vacant">{t('lacking.nobody')}</Pill>
        ),
    },
  ];
}

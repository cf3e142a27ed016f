import { useQuery } from '@tanstack/react-query';

import { Button } from '@/components/button';
import { DataTable, type Column } from '@/components/data-table';
import { FilterRow, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { PrintButton } from '@/components/print-button';
import { PrintHeader } from '@/components/print-header';
import { SegmentedFilter } from '@/components/segmented-filter';
import { Empty } from '@/components/state-blocks';
import { tableState } from '@/components/table-state';
import { csvOf, saveText } from '@/lib/csv';
import { showDate, today } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { compareTexts } from '@/lib/sort';
import { useUnitScope } from '@/lib/unit-scope';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { moderationQuery, type UnitRatings } from './api';

const distances = ['50', '75', '100'];

// Units whose supervisors rate apart from the tests or from the other units.
export function ModerationPage() {
  const t = useWords();
  const { unitId } = useUnitScope();
  return unitId ? (
    <Compared unitId={unitId} />
  ) : (
    <Empty title={t('assessment.team.no_unit')} reason={t('assessment.team.no_unit.reason')} />
  );
}

function Compared({ unitId }: { unitId: string }) {
  const t = useWords();
  const [apart, setApart] = useUrlState('apart', '75');
  const query = useQuery(moderationQuery(unitId, apart));
  const rows = query.data?.items ?? [];
  const flagged = rows.filter((row) => row.flags.length > 0).length;
  const columns = useColumns();

  function save() {
    const heads = columns.map((column) => column.header);
    const body = rows.map((row) => [
      row.unit_name,
      `${row.opinions}`,
      `${row.beside_tests}`,
      levels(row.above_tests, t.language),
      levels(row.above_others, t.language),
      row.flags.map((flag) => t(`assessment.leaning.${flag}`)).join(', '),
    ]);
    saveText(`moderation-${today()}.csv`, csvOf([heads, ...body]));
  }

  return (
    <>
      <PrintHeader unit={t('menu.moderation')} asOf={showDate(today())} />
      <PageHead
        title={t('menu.moderation')}
        sentence={query.data && t('assessment.moderation.sentence', { flagged, all: rows.length })}
        actions={
          rows.length > 0 && (
            <>
              <PrintButton />
              <Button icon="download" onClick={save}>
                {t('ui.export')}
              </Button>
            </>
          )
        }
      />
      <Stack gap={12}>
        <FilterRow>
          <SegmentedFilter
            label={t('assessment.moderation.apart')}
            value={apart}
            onChange={setApart}
            options={distances.map((each) => ({
              value: each,
              label: t('assessment.moderation.from', {
                levels: (Number(each) / 100).toLocaleString(t.language),
              }),
            }))}
          />
        </FilterRow>
        <DataTable
          caption={t('menu.moderation')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.unit}
          state={tableState(query, t('assessment.moderation.loading'))}
          tone={(row) => (row.flags.length > 0 ? 'warn' : undefined)}
          empty={{
            title: t('assessment.moderation.empty'),
            reason: t('assessment.moderation.empty.reason'),
          }}
        />
        {query.data && (
          <p>
            {t('assessment.moderation.least', {
              opinions: query.data.least_opinions,
              tests: query.data.least_tests,
            })}
          </p>
        )}
      </Stack>
    </>
  );
}

function useColumns(): Column<UnitRatings>[] {
  const t = useWords();
  const of = (value: number | null | undefined) => levels(value, t.language);
  return [
    {
      id: 'unit',
      header: t('assessment.unit'),
      rowHeader: true,
      sort: (left, right) => compareTexts(left.unit_name, right.unit_name),
      cell: (row) => row.unit_name,
    },
    {
      id: 'opinions',
      header: t('assessment.moderation.opinions'),
      align: 'right',
      cell: (row) => showNumber(row.opinions, t.language),
    },
    {
      id: 'pairs',
      header: t('assessment.moderation.beside_tests'),
      align: 'right',
      cell: (row) => showNumber(row.beside_tests, t.language),
    },
    {
      id: 'tests',
      header: t('assessment.moderation.above_tests'),
      align: 'right',
      sort: (left, right) => (left.above_tests ?? 0) - (right.above_tests ?? 0),
      cell: (row) => of(row.above_tests),
    },
    {
      id: 'others',
      header: t('assessment.moderation.above_others'),
      align: 'right',
      sort: (left, right) => (left.above_others ?? 0) - (right.above_others ?? 0),
      cell: (row) => of(row.above_others),
    },
    {
      id: 'flags',
      header: t('assessment.moderation.flags'),
      cell: (row) =>
        row.flags.map((flag) => (
          <Pill key={flag} kind="look">
            {t(`assessment.leaning.${flag}`)}
          </Pill>
        )),
    },
  ];
}

// Hundredths of a level as people read them: "+0,75".
function levels(value: number | null | undefined, language: string): string {
  if (value === null || value === undefined) return '–';
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    signDisplay: 'exceptZero',
  }).format(value / 100);
}

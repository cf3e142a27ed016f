import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { type Column, DataTable } from '@/components/data-table';
import { FilterRow, Stack } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { SelectField } from '@/components/select-field';
import { tableState } from '@/components/table-state';
import { today } from '@/lib/dates';
import { unitThen } from '@/lib/names';
import { showMillions, showNumber } from '@/lib/numbers';
import { useSession } from '@/lib/session';
import { useUnitScope } from '@/lib/unit-scope';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { type PlanSummary, plansQuery } from './api';
import { NewPlanDialog } from './new-plan-dialog';
import { pillOf } from './plan-status';

export function PlansPage() {
  const t = useWords();
  const { unitId } = useUnitScope();
  const { may } = useSession();
  const [year, setYear] = useUrlState('year');
  const [adding, setAdding] = useState(false);
  const query = useQuery(plansQuery(unitId, year));
  const rows = query.data?.items ?? [];
  const thisYear = Number(today().slice(0, 4));
  const add = may('edit_plans') && (
    <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
      {t('planning.add')}
    </Button>
  );

  return (
    <>
      <PageHead
        title={t('menu.plans')}
        sentence={t('planning.sentence', { count: rows.length })}
        actions={rows.length > 0 && add}
      />
      <Stack>
        <FilterRow>
          <SelectField
            label={t('planning.year')}
            value={year || 'all'}
            onChange={(next) => setYear(next === 'all' ? '' : next)}
            options={[
              { value: 'all', label: t('planning.year.all') },
              ...[thisYear + 1, thisYear, thisYear - 1].map((each) => ({
                value: String(each),
                label: String(each),
              })),
            ]}
          />
        </FilterRow>
        <DataTable
          caption={t('menu.plans')}
          columns={columnsOf(t)}
          rows={rows}
          rowKey={(row) => row.id}
          state={tableState(query)}
          empty={{
            title: t('planning.empty'),
            reason: t('planning.empty.reason'),
            action: add,
          }}
        />
      </Stack>
      {adding && unitId && (
        <NewPlanDialog unit={unitId} year={thisYear + 1} onClose={() => setAdding(false)} />
      )}
    </>
  );
}

function columnsOf(t: ReturnType<typeof useWords>): Column<PlanSummary>[] {
  return [
    {
      id: 'title',
      header: t('planning.plan'),
      rowHeader: true,
      cell: (row) => (
        <LinkText to={`/plans/${row.id}`} kind="name">
          {row.title}
        </LinkText>
      ),
    },
    { id: 'unit', header: t('planning.unit'), cell: (row) => unitThen(t, row) },
    { id: 'year', header: t('planning.year'), cell: (row) => row.year },
    {
      id: 'status',
      header: t('planning.status'),
      cell: (row) => <Pill kind={pillOf[row.status]}>{t(`planning.status.${row.status}`)}</Pill>,
    },
    {
      id: 'people',
      header: t('planning.people'),
      align: 'right',
      cell: (row) => showNumber(row.totals.people, t.language),
    },
    {
      id: 'cost',
      header: t('planning.millions'),
      align: 'right',
      cell: (row) => showMillions(row.totals.cost, t.language),
    },
  ];
}

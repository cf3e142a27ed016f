import { useQuery } from '@tanstack/react-query';

import { Card } from '@/components/card';
import { type Column, DataTable } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { tableState } from '@/components/table-state';
import { showTime } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { useWords } from '@/lib/words';

import { type Exception, exceptionsQuery, type Plan } from './api';

// Who is sent without a valid assessment, why, and who allowed it: the approver decides on it too.
export function PlanExceptions({ plan }: { plan: Plan }) {
  const t = useWords();
  const count = plan.lines.reduce((sum, line) => sum + line.exceptions, 0);
  const query = useQuery({
    ...exceptionsQuery(plan.plan.id, plan.plan.version),
    enabled: count > 0,
  });
  if (count === 0) return null;
  const columns: Column<Exception>[] = [
    {
      id: 'name',
      header: t('planning.person'),
      rowHeader: true,
      cell: (row) => <LinkText to={`/people/${row.person}/gaps`}>{row.name}</LinkText>,
    },
    { id: 'programme', header: t('planning.programme'), cell: (row) => programmeOf(plan, row, t) },
    { id: 'reason', header: t('planning.reason'), cell: (row) => row.reason },
    {
      id: 'by',
      header: t('planning.exception.by'),
      cell: (row) => `${row.by_name}, ${showTime(row.at ?? '')}`,
    },
  ];
  return (
    <Card title={t('planning.exceptions', { count })}>
      <DataTable
        caption={t('planning.exceptions', { count })}
        columns={columns}
        rows={query.data?.items ?? []}
        rowKey={(row) => `${row.line}.${row.person}.${row.competency}`}
        state={tableState(query)}
        empty={{ title: t('planning.people.none'), reason: '' }}
      />
    </Card>
  );
}

function programmeOf(plan: Plan, row: Exception, t: ReturnType<typeof useWords>): string {
  const line = plan.lines.find((each) => each.id === row.line);
  return line ? nameIn(t.language, line.programme_title, line.programme_title_en) : '';
}

import { useSuspenseQuery } from '@tanstack/react-query';

import { DataTable, type Column } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Rule, rulesQuery } from './api';

export function RulesPage() {
  const t = useWords();
  const { data } = useSuspenseQuery(rulesQuery);
  const columns: Column<Rule>[] = [
    {
      id: 'title',
      header: t('assessment.rule'),
      rowHeader: true,
      cell: (rule) =>
        rule.actions.includes('edit') ? (
          <LinkText kind="name" to={`/rules/${encodeURIComponent(rule.code)}`}>
            {rule.title}
          </LinkText>
        ) : (
          rule.title
        ),
    },
    { id: 'version', header: t('assessment.version'), cell: (rule) => rule.version },
    {
      id: 'methods',
      header: t('assessment.methods'),
      cell: (rule) =>
        rule.definition.methods.map((each) => t(`assessment.method.${each.method}`)).join(', '),
    },
    {
      id: 'combination',
      header: t('assessment.combination'),
      cell: (rule) => t(`assessment.combination.${rule.definition.combination}`),
    },
    {
      id: 'decision',
      header: t('assessment.decision_number'),
      cell: (rule) => rule.decision_number,
    },
    { id: 'from', header: t('assessment.from'), cell: (rule) => showDate(rule.from_date) },
    { id: 'until', header: t('assessment.until'), cell: (rule) => showDate(rule.until_date) },
    {
      id: 'state',
      header: t('assessment.status'),
      cell: (rule) => rule.in_force && <Pill kind="done">{t('assessment.in_force')}</Pill>,
    },
  ];
  return (
    <>
      <PageHead
        title={t('assessment.rules')}
        sentence={t('assessment.rules.sentence', {
          count: data.items.filter((rule) => rule.in_force).length,
        })}
      />
      <DataTable
        caption={t('assessment.rules')}
        columns={columns}
        rows={data.items}
        rowKey={(rule) => rule.id}
        empty={{ title: t('assessment.rules.empty'), reason: t('assessment.rules.empty.reason') }}
      />
    </>
  );
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { type Column, DataTable } from '@/components/data-table';
import { FilterRow, Stack } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { PrintButton } from '@/components/print-button';
import { PrintHeader } from '@/components/print-header';
import { Refusal } from '@/components/refusal';
import { SearchField } from '@/components/search-field';
import { SelectField } from '@/components/select-field';
import { tableState } from '@/components/table-state';
import { toast } from '@/components/toast';
import { nameIn } from '@/lib/names';
import { csvOf, saveText } from '@/lib/csv';
import { showMillions, showNumber } from '@/lib/numbers';
import { readToEnd } from '@/lib/read-to-end';
import { useSession } from '@/lib/session';
import { useUrlState } from '@/lib/url-state';
import { useReading } from '@/lib/use-reading';
import { useWords } from '@/lib/words';

import { catalogueQuery, draftsQuery, forms, type Programme } from './api';
import { ParticipationFigures } from './participation-figures';
import styles from './programmes-page.module.css';

export function ProgrammesPage() {
  const t = useWords();
  const [search, setSearch] = useUrlState('search');
  const [form, setForm] = useUrlState('form');
  const [sought, setSought] = useState(search);
  const query = useInfiniteQuery(catalogueQuery(search, form));
  const { may } = useSession();
  const navigate = useNavigate();
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const saving = useReading(async () => {
    const all = await readToEnd(query);
    exportRows(t, all.rows);
    if (!all.isWhole) toast(t('ui.export.part', { count: all.rows.length }));
  });

  return (
    <>
      <PrintHeader unit={t('menu.programmes')} />
      <PageHead
        title={t('menu.programmes')}
        sentence={t('programmes.sentence', { count: rows.length })}
        actions={
          may('edit_programmes') && (
            <Button kind="primary" onClick={() => void navigate('/programmes/new')}>
              {t('programmes.draft')}
            </Button>
          )
        }
      />
      <Stack>
        <ParticipationFigures />
        {(may('edit_programmes') || may('approve_plans')) && <Drafts />}
        <FilterRow
          aside={
            <>
              <PrintButton list={query} />
              <Button
                icon="download"
                working={saving.isPending}
                workingWords={t('ui.loading')}
                onClick={() => saving.mutate()}
              >
                {t('programmes.export')}
              </Button>
            </>
          }
        >
          <SearchField
            label={t('programmes.search')}
            value={sought}
            onChange={(text) => {
              setSought(text);
              setSearch(text);
            }}
          />
          <SelectField
            label={t('programmes.form')}
            value={form || 'all'}
            onChange={(next) => setForm(next === 'all' ? '' : next)}
            options={[
              { value: 'all', label: t('programmes.form.all') },
              ...forms.map((each) => ({ value: each, label: t(`programmes.form.${each}`) })),
            ]}
          />
        </FilterRow>
        <Refusal error={saving.error} />
        <DataTable
          caption={t('menu.programmes')}
          columns={columnsOf(t)}
          rows={rows}
          rowKey={(row) => row.id}
          state={tableState(query)}
          empty={{ title: t('programmes.empty'), reason: t('programmes.empty.reason') }}
          more={{
            has: query.hasNextPage,
            loading: query.isFetchingNextPage,
            onMore: () => void query.fetchNextPage(),
          }}
        />
      </Stack>
    </>
  );
}

// What waits to be finished or approved; nothing where nothing waits.
function Drafts() {
  const t = useWords();
  const drafts = useQuery(draftsQuery).data?.items ?? [];
  if (drafts.length === 0) return null;
  return (
    <Card title={t('programmes.drafts', { count: drafts.length })}>
      <ul className={styles.drafts}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <LinkText to={`/programmes/${draft.id}`}>
              {t('programmes.drafts.line', {
                title: titleOf(t, draft),
                code: draft.code,
                number: draft.number,
              })}
            </LinkText>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const titleOf = (t: ReturnType<typeof useWords>, row: Programme) =>
  nameIn(t.language, row.title, row.title_en);

// Every programme of the filter, with the norms as plain numbers for reckoning.
function exportRows(t: ReturnType<typeof useWords>, rows: Programme[]) {
  const head = ['code', 'title', 'provider', 'form', 'hours', 'days', 'min_class', 'max_class'];
  const money = ['cost_per_class', 'cost_per_person'];
  const lines = rows.map((row) => [
    row.code,
    titleOf(t, row),
    row.provider,
    t(`programmes.form.${row.form}`),
    ...[row.hours, row.days, row.min_class, row.max_class].map(String),
    ...[row.cost_per_class, row.cost_per_person].map(String),
  ]);
  const names = [...head, ...money].map((name) => t(`programmes.${name}`));
  saveText(`${t('menu.programmes')}.csv`, csvOf([names, ...lines]));
}

function columnsOf(t: ReturnType<typeof useWords>): Column<Programme>[] {
  return [
    {
      id: 'title',
      header: t('programmes.title'),
      rowHeader: true,
      cell: (row) => (
        <LinkText to={`/programmes/${row.id}`} kind="name">
          {nameIn(t.language, row.title, row.title_en)}
        </LinkText>
      ),
    },
    { id: 'form', header: t('programmes.form'), cell: (row) => t(`programmes.form.${row.form}`) },
    {
      id: 'hours',
      header: t('programmes.hours'),
      align: 'right',
      cell: (row) => showNumber(row.hours, t.language),
      sort: (left, right) => left.hours - right.hours,
    },
    {
      id: 'class',
      header: t('programmes.class'),
      align: 'right',
      cell: (row) =>
        [row.min_class, row.max_class].map((each) => showNumber(each, t.language)).join('–'),
    },
    {
      id: 'cost',
      header: t('programmes.cost'),
      align: 'right',
      cell: (row) =>
        showMillions(row.cost_per_class + row.cost_per_person * row.max_class, t.language),
      sort: (left, right) => left.cost_per_class - right.cost_per_class,
    },
  ];
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { type Column, DataTable } from '@/components/data-table';
import { FilterRow, Stack } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { SearchField } from '@/components/search-field';
import { SelectField } from '@/components/select-field';
import { tableState } from '@/components/table-state';
import { nameIn } from '@/lib/names';
import { showMillions, showNumber } from '@/lib/numbers';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { catalogueQuery, forms, type Programme } from './api';

export function ProgrammesPage() {
  const t = useWords();
  const [search, setSearch] = useUrlState('search');
  const [form, setForm] = useUrlState('form');
  const [sought, setSought] = useState(search);
  const query = useInfiniteQuery(catalogueQuery(search, form));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <>
      <PageHead
        title={t('menu.programmes')}
        sentence={t('programmes.sentence', { count: rows.length })}
      />
      <Stack>
        <FilterRow>
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
      cell: (row) => `${row.min_class}–${row.max_class}`,
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

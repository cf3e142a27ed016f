import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Card } from '@/components/card';
import { type Column, DataTable } from '@/components/data-table';
import { FilterRow, Stack } from '@/components/layout';
import { SegmentedFilter } from '@/components/segmented-filter';
import { tableState } from '@/components/table-state';
import { useWords } from '@/lib/words';

import { peopleQuery, type PersonToPlace, type Reorganisation } from './api';
import { PlaceForm } from './place-form';
import { choicesOf } from './placing';

// The people whom no succession may move: each waits for an answer, which nobody guesses.
export function PeopleToPlace({ found }: { found: Reorganisation }) {
  const t = useWords();
  const [show, setShow] = useState<'open' | 'all'>('open');
  const people = useInfiniteQuery(peopleQuery(found.id, show === 'open'));
  const rows = people.data?.pages.flatMap((page) => page.items) ?? [];
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const picked = rows.filter((row) => chosen.has(row.person));
  const may = found.actions.includes('place');
  const nameOf = (row: PersonToPlace) => {
    const known = [...choicesOf(row, found), ...found.units.map(named)];
    return known.find((unit) => unit.id === row.placed)?.name;
  };
  const columns: Column<PersonToPlace>[] = [
    { id: 'name', header: t('reorganisation.person'), rowHeader: true, cell: (row) => row.name },
    { id: 'number', header: t('reorganisation.number'), cell: (row) => row.staff_number },
    { id: 'post', header: t('reorganisation.position'), cell: (row) => row.position },
    { id: 'from', header: t('reorganisation.from'), cell: (row) => row.unit_name },
    {
      id: 'to',
      header: t('reorganisation.to'),
      cell: (row) => (row.placed ? (nameOf(row) ?? '') : t('reorganisation.to.open')),
    },
  ];
  return (
    <Card title={t('reorganisation.people')}>
      <Stack>
        <FilterRow>
          <SegmentedFilter
            label={t('reorganisation.people')}
            value={show}
            onChange={setShow}
            options={[
              { value: 'open', label: t('reorganisation.people.open') },
              { value: 'all', label: t('reorganisation.people.all') },
            ]}
          />
        </FilterRow>
        {may && picked.length > 0 && (
          <PlaceForm found={found} people={picked} onDone={() => setChosen(new Set())} />
        )}
        <DataTable
          caption={t('reorganisation.people')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.person}
          selection={may ? { chosen, onChange: setChosen } : undefined}
          state={tableState(people)}
          more={{
            has: people.hasNextPage,
            loading: people.isFetchingNextPage,
            onMore: () => void people.fetchNextPage(),
          }}
          empty={{
            title: t('reorganisation.people.none'),
            reason: t('reorganisation.people.none.reason'),
          }}
        />
      </Stack>
    </Card>
  );
}

function named(unit: { id: string; full_name: string }) {
  return { id: unit.id, name: unit.full_name };
}

import { useQuery } from '@tanstack/react-query';

import { type Column, DataTable } from '@/components/data-table';
import { Refusal } from '@/components/refusal';
import { tableState } from '@/components/table-state';
import { UnitPicker } from '@/components/unit-picker';
import { findUnits } from '@/lib/units';
import { useWords } from '@/lib/words';

import { type PersonToPlace, type Reorganisation, unplacedQuery, usePlace } from './api';

// The people whom no succession may move: each waits for an answer.
export function PeopleToPlace({ found }: { found: Reorganisation }) {
  const t = useWords();
  const people = useQuery(unplacedQuery(found.id));
  const place = usePlace(found.id);
  const columns: Column<PersonToPlace>[] = [
    { id: 'name', header: t('reorganisation.person'), rowHeader: true, cell: (row) => row.name },
    { id: 'number', header: t('reorganisation.number'), cell: (row) => row.staff_number },
    { id: 'post', header: t('reorganisation.position'), cell: (row) => row.position },
    { id: 'from', header: t('reorganisation.from'), cell: (row) => row.unit_name },
    {
      id: 'to',
      header: t('reorganisation.to'),
      cell: (row) =>
        found.actions.includes('place') && (
          <UnitPicker
            label={t('reorganisation.to.of', { name: row.name })}
            value={null}
            source={`place ${row.unit}`}
            load={(sought, signal) =>
              row.choices.length > 0
                ? Promise.resolve(row.choices.map(({ id, full_name }) => ({ id, name: full_name })))
                : findUnits({ sought, below: [found.root.id], signal })
            }
            onChange={(unit) => unit && place.mutate({ person: row.person, unit: unit.id })}
          />
        ),
    },
  ];
  return (
    <>
      <Refusal error={place.error} />
      <DataTable
        caption={t('reorganisation.people')}
        columns={columns}
        rows={people.data?.items ?? []}
        rowKey={(row) => row.person}
        state={tableState(people)}
        empty={{
          title: t('reorganisation.people.none'),
          reason: t('reorganisation.people.none.reason'),
        }}
      />
    </>
  );
}

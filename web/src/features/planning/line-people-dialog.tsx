import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { type Column, DataTable } from '@/components/data-table';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { tableState } from '@/components/table-state';
import { useWords } from '@/lib/words';

import { type Line, linePeopleQuery, type LinePerson, type Plan } from './api';

// Everybody of the group whom the programme concerns: seated, without a seat, or not sent, and why.
export function LinePeopleDialog(props: { plan: Plan; line: Line; onClose: () => void }) {
  const { plan, line, onClose } = props;
  const t = useWords();
  const [from, setFrom] = useState(0);
  const query = useQuery(linePeopleQuery(plan.plan.id, line.id, from));
  const people = query.data;
  const columns: Column<LinePerson>[] = [
    {
      id: 'name',
      header: t('planning.person'),
      rowHeader: true,
      cell: (row) => <LinkText to={`/people/${row.person}/gaps`}>{row.name}</LinkText>,
    },
    { id: 'unit', header: t('planning.unit'), cell: (row) => row.unit_name },
    { id: 'why', header: t('planning.why'), cell: (row) => whyOf(row, t) },
  ];

  return (
    <Dialog title={line.programme_title} open onClose={onClose} wide>
      <Stack>
        {people && (
          <p>
            {t('planning.needs_claim', {
              needs: people.needs,
              seated: people.seated,
              unplaced: people.unplaced,
              excluded: people.excluded,
            })}
          </p>
        )}
        <DataTable
          caption={t('planning.line.people')}
          columns={columns}
          rows={people?.items ?? []}
          rowKey={(row) => `${row.person}.${row.competency}`}
          state={tableState(query)}
          empty={{ title: t('planning.people.none'), reason: '' }}
        />
        <Row>
          {from > 0 && (
            <Button onClick={() => setFrom(Math.max(0, from - 100))}>{t('planning.before')}</Button>
          )}
          {people?.next && (
            <Button onClick={() => setFrom(people.next ?? 0)}>{t('planning.after')}</Button>
          )}
        </Row>
      </Stack>
    </Dialog>
  );
}

function whyOf(row: LinePerson, t: ReturnType<typeof useWords>): string {
  if (row.excluded) return t(`planning.excluded.${row.excluded}`);
  const levels = t('planning.levels', { from: row.from_level, to: row.to_level });
  if (row.unplaced) return `${levels}. ${t(`planning.unplaced.${row.unplaced}`)}`;
  return row.session ? `${levels}. ${t('planning.seated')}` : levels;
}

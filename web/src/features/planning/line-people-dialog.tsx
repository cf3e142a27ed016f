import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { type Column, DataTable } from '@/components/data-table';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { Refusal } from '@/components/refusal';
import { tableState } from '@/components/table-state';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { type Line, linePeopleQuery, type LinePerson, type Plan, useRemove } from './api';

// Everybody of the group whom the programme concerns: seated, without a seat, or not sent, and why.
type Props = {
  plan: Plan;
  line: Line;
  onAllow: (row: LinePerson) => void;
  onClose: () => void;
};

export function LinePeopleDialog({ plan, line, onAllow, onClose }: Props) {
  const t = useWords();
  const remove = useRemove(plan);
  const [from, setFrom] = useState(0);
  const query = useQuery(linePeopleQuery(plan.plan, line.id, from));
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
  if (plan.actions.includes('edit')) {
    columns.push({
      id: 'acts',
      header: t('planning.people.acts'),
      acts: true,
      cell: (row) => (
        <>
          {row.excluded === 'not_assessed' && (
            <Button kind="text" onClick={() => onAllow(row)}>
              {t('planning.exception.allow')}
            </Button>
          )}
          {row.nomination && (
            <Button
              kind="text"
              working={remove.isPending}
              onClick={() => remove.mutate(`lines/${line.id}/nominations/${row.person}`)}
            >
              {t('planning.nomination.remove')}
            </Button>
          )}
        </>
      ),
    });
  }

  return (
    <Dialog title={line.programme_title} open onClose={onClose} wide>
      <Stack>
        {people && (
          <p>
            {t('planning.needs_claim', {
              needs: showNumber(people.needs, t.language),
              seated: showNumber(people.seated, t.language),
              unplaced: showNumber(people.unplaced, t.language),
              excluded: showNumber(people.excluded, t.language),
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
        <Refusal error={remove.error} />
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
  const levels = levelsOf(row, t);
  if (row.unplaced) return `${levels}. ${t(`planning.unplaced.${row.unplaced}`)}`;
  return row.session ? `${levels}. ${t('planning.seated')}` : levels;
}

function levelsOf(
  { nomination, from_level, to_level }: LinePerson,
  t: ReturnType<typeof useWords>,
) {
  if (!nomination) return t('planning.levels', { from: from_level, to: to_level });
  if (nomination.assessed) {
    const levels = t('planning.levels', { from: from_level, to: to_level });
    return t('planning.nominated', { levels, by: nomination.by_name });
  }
  return t('planning.excepted', {
    to: to_level,
    reason: nomination.reason,
    by: nomination.by_name,
  });
}

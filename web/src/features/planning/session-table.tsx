import { useState } from 'react';

import { ConfirmDialog } from '@/components/confirm-dialog';
import { type Column, DataTable } from '@/components/data-table';
import { IconButton } from '@/components/icon-button';
import { showDate, showDay } from '@/lib/dates';
import { showMillions } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { type Line, type Plan, useRemove } from './api';
import { SessionForm } from './session-form';

type Session = Line['sessions'][number];

// A session that stays shut says why under its place.
function Place({ session }: { session: Session }) {
  const t = useWords();
  if (!session.shut) return session.place;
  return (
    <>
      {session.place}
      <br />
      <small>
        {t(`planning.shut.${session.shut}`, {
          count: session.could_come,
          least: Math.max(1, session.min_seats),
        })}
      </small>
    </>
  );
}

export function SessionTable({ plan, line }: { plan: Plan; line: Line }) {
  const t = useWords();
  const remove = useRemove(plan);
  const [removing, setRemoving] = useState<Session | null>(null);
  const [changing, setChanging] = useState<Session | null>(null);
  const close = () => {
    setRemoving(null);
    remove.reset();
  };
  const columns: Column<Session>[] = [
    {
      id: 'place',
      header: t('planning.place'),
      rowHeader: true,
      cell: (row) => <Place session={row} />,
    },
    {
      id: 'days',
      header: t('planning.days'),
      cell: (row) => (
        <span className="whole">
          {showDay(row.starts_on ?? '')}–{showDate(row.ends_on)}
        </span>
      ),
    },
    {
      id: 'people',
      header: t('planning.seats'),
      align: 'right',
      cell: (row) => `${row.people}/${row.seats}`,
    },
    {
      id: 'cost',
      header: t('planning.millions'),
      align: 'right',
      cell: (row) => showMillions(row.cost, t.language),
    },
  ];
  if (plan.actions.includes('edit')) {
    columns.push({
      id: 'remove',
      header: t('planning.session.acts'),
      acts: true,
      align: 'right',
      cell: (row) => (
        <span className="whole">
          <IconButton
            icon="edit"
            label={t('planning.session.change.at', { place: row.place })}
            onClick={() => setChanging(row)}
          />
          <IconButton
            icon="close"
            label={t('planning.session.remove.at', { place: row.place })}
            onClick={() => setRemoving(row)}
          />
        </span>
      ),
    });
  }
  return (
    <>
      <DataTable
        caption={t('planning.sessions')}
        columns={columns}
        rows={line.sessions}
        rowKey={(row) => row.id}
        empty={{ title: t('planning.sessions.none'), reason: '' }}
      />
      {changing && (
        <SessionForm plan={plan} line={line} session={changing} onClose={() => setChanging(null)} />
      )}
      {removing && (
        <ConfirmDialog
          open
          danger
          title={t('planning.session.remove.at', { place: removing.place })}
          act={t('planning.session.remove.act')}
          effect={t('planning.session.remove.effect', { count: removing.people })}
          working={remove.isPending}
          error={remove.error}
          onAct={() => remove.mutate(`sessions/${removing.id}`, { onSuccess: close })}
          onClose={close}
        />
      )}
    </>
  );
}

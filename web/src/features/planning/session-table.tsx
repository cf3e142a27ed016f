import { useState } from 'react';

import { ConfirmDialog } from '@/components/confirm-dialog';
import { type Column, DataTable } from '@/components/data-table';
import { IconButton } from '@/components/icon-button';
import { showDate, showDay } from '@/lib/dates';
import { showMillions } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { type Line, type Plan, useRemove } from './api';
import { CancelSessionDialog } from './cancel-session-dialog';
import { SessionForm } from './session-form';

type Session = Line['sessions'][number];

// A session that stays shut says why under its place.
function Place({ session }: { session: Session }) {
  const t = useWords();
  if (session.cancelled) {
    return (
      <>
        <s>{session.place}</s>
        <br />
        <small>{t('planning.session.cancelled', { reason: session.cancelled })}</small>
      </>
    );
  }
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

type Acts = Record<'setChanging' | 'setRemoving' | 'setCancelling', (session: Session) => void>;

// A draft's sessions are changed and taken out, a session of an approved plan is cancelled.
function actsOn(plan: Plan, t: ReturnType<typeof useWords>, acts: Acts): Column<Session>[] {
  const column = { acts: true, align: 'right' } as const;
  if (plan.actions.includes('edit')) {
    return [
      {
        ...column,
        id: 'remove',
        header: t('planning.session.acts'),
        cell: (row) => (
          <span className="whole">
            <IconButton
              icon="edit"
              label={t('planning.session.change.at', { place: row.place })}
              onClick={() => acts.setChanging(row)}
            />
            <IconButton
              icon="close"
              label={t('planning.session.remove.at', { place: row.place })}
              onClick={() => acts.setRemoving(row)}
            />
          </span>
        ),
      },
    ];
  }
  if (!plan.actions.includes('cancel_session')) return [];
  return [
    {
      ...column,
      id: 'cancel',
      header: t('planning.session.cancel'),
      cell: (row) =>
        row.people > 0 && (
          <IconButton
            icon="close"
            label={t('planning.session.cancel.at', { place: row.place })}
            onClick={() => acts.setCancelling(row)}
          />
        ),
    },
  ];
}

export function SessionTable({ plan, line }: { plan: Plan; line: Line }) {
  const t = useWords();
  const remove = useRemove(plan);
  const [removing, setRemoving] = useState<Session | null>(null);
  const [changing, setChanging] = useState<Session | null>(null);
  const [cancelling, setCancelling] = useState<Session | null>(null);
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
  columns.push(...actsOn(plan, t, { setChanging, setRemoving, setCancelling }));
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
      {cancelling && (
        <CancelSessionDialog plan={plan} session={cancelling} onClose={() => setCancelling(null)} />
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

import type { Column } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { Pill } from '@/components/pill';
import { daysBetween, showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { showShare } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import type { Roster, RosterRow } from './api';

export function useRosterColumns(
  on: string,
  actions: Roster['actions'],
  onAppoint: (row: RosterRow) => void,
): Column<RosterRow>[] {
  const t = useWords();
  return [
    {
      id: 'name',
      header: t('roster.name'),
      rowHeader: true,
      cell: (row) =>
        row.person ? (
          <LinkText to={`/people/${row.person}?on=${on}`} kind="name">
            {row.name}
          </LinkText>
        ) : (
          <em>{t('roster.vacant')}</em>
        ),
    },
    {
      id: 'position',
      header: t('roster.position'),
      cell: (row) => nameIn(t.language, row.position_name, row.position_name_en),
    },
    {
      id: 'rank',
      header: t('roster.rank'),
      cell: (row) => nameIn(t.language, row.rank, row.rank_en),
    },
    { id: 'since', header: t('roster.since'), cell: (row) => showDate(row.since) },
    {
      id: 'note',
      header: t('roster.note'),
      cell: (row) => (
        <Note row={row} on={on} onAppoint={actions.includes('appoint') ? onAppoint : undefined} />
      ),
    },
  ];
}

type NoteProps = { row: RosterRow; on: string; onAppoint?: (row: RosterRow) => void };

function Note({ row, on, onAppoint }: NoteProps) {
  const t = useWords();
  if (!row.holding) {
    const days = Math.max(0, daysBetween(row.since ?? on, on));
    return (
      <>
        <Pill kind="vacant">{t('roster.vacant_days', { days })}</Pill>{' '}
        {onAppoint && (
          <LinkText onClick={() => onAppoint(row)}>{t('roster.appoint_acting')}</LinkText>
        )}
      </>
    );
  }
  if (row.kind && row.kind !== 'main') {
    const share = showShare((row.share_percent ?? 0) / 100, t.language);
    return <Pill>{t(`roster.kind.${row.kind}`, { share })}</Pill>;
  }
  if (row.beside.length === 0) return null;
  const duties = row.beside
    .map((duty) => nameIn(t.language, duty.position_name, duty.position_name_en))
    .join(', ');
  return <Pill>{t('roster.beside', { duties })}</Pill>;
}

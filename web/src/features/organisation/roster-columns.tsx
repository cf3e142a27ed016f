import type { Column } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { Pill } from '@/components/pill';
import { daysBetween, showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { showShare } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import type { RosterRow } from './api';
import type { Standing } from './standings';

type Given = {
  on: string;
  // By person; left out where the reader may not see needs.
  standings: Map<string, Standing> | undefined;
  missing: Map<string, number> | undefined;
  onAppoint?: (row: RosterRow) => void;
};

export function useRosterColumns({ on, standings, missing, onAppoint }: Given) {
  const t = useWords();
  const columns: Column<RosterRow>[] = [
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
  ];
  if (standings) {
    columns.push({
      id: 'met',
      header: t('roster.met'),
      align: 'right',
      cell: (row) => row.person && metOf(row.person, on, standings.get(row.person)),
    });
  }
  columns.push({
    id: 'note',
    header: t('roster.note'),
    cell: (row) =>
      row.kind === 'main' && row.beside.length === 0 ? null : (
        <Note row={row} on={on} missing={missing} onAppoint={onAppoint} />
      ),
  });
  return columns;
}

// Competencies met of those required; a post without requirements has nothing to say.
function metOf(person: string, on: string, standing: Standing | undefined) {
  return standing && standing.required > 0 ? (
    <LinkText to={`/people/${person}/gaps?on=${on}`}>
      <Met standing={standing} />
    </LinkText>
  ) : null;
}

function Met({ standing }: { standing: Standing }) {
  const t = useWords();
  const { met, required, unknown } = standing;
  return (
    <>
      <span aria-hidden>
        {met}/{required}
      </span>
      <span className="unseen">{t('roster.met.read', { met, required, unknown })}</span>
    </>
  );
}

type NoteProps = {
  row: RosterRow;
  on: string;
  missing: Map<string, number> | undefined;
  onAppoint?: (row: RosterRow) => void;
};

function Note({ row, on, missing, onAppoint }: NoteProps) {
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
  const lacks = row.person ? missing?.get(row.person) : undefined;
  if (row.kind && row.kind !== 'main') {
    const share = showShare((row.share_percent ?? 0) / 100, t.language);
    const words = t(`roster.kind.${row.kind}`, { share });
    if (row.kind !== 'concurrent' || !lacks) return <Pill>{words}</Pill>;
    return <Pill kind="look">{t('roster.lacks', { duties: words, count: lacks })}</Pill>;
  }
  const duties = row.beside
    .map((duty) => nameIn(t.language, duty.position_name, duty.position_name_en))
    .join(', ');
  const words = t('roster.beside', { duties });
  if (!lacks) return <Pill>{words}</Pill>;
  return <Pill kind="look">{t('roster.lacks', { duties: words, count: lacks })}</Pill>;
}

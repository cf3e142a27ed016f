import type { Column } from '@/components/data-table';
import { Row } from '@/components/layout';
import { showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { useWords } from '@/lib/words';

import type { Reason, Requirement } from './api';
import { CorrectRequirementDialog } from './correct-requirement-dialog';
import { EndRequirementDialog } from './end-requirement-dialog';

export const keyOfReason = (reason: Reason) => `${reason.kind} ${reason.id} ${reason.word}`;

export function useReasonName() {
  const t = useWords();
  return (reason: { word: string; name: string; name_en: string }) => {
    if (reason.word !== '') {
      return t.has(`requirements.level.${reason.word}`)
        ? t(`requirements.level.${reason.word}`)
        : reason.word;
    }
    return nameIn(t.language, reason.name, reason.name_en);
  };
}

export function useRequirementColumns(): Column<Requirement>[] {
  const t = useWords();
  const nameOf = useReasonName();
  return [
    {
      id: 'reason',
      header: t('requirements.for_whom'),
      rowHeader: true,
      cell: (row) => (
        <>
          {nameOf({ word: row.reason_word, name: row.reason_name, name_en: row.reason_name_en })}
          <br />
          <small>{t(`requirements.reason.${row.reason_kind}`)}</small>
        </>
      ),
    },
    {
      id: 'minimum',
      header: t('requirements.minimum'),
      align: 'right',
      sort: (left, right) => left.minimum - right.minimum,
      cell: (row) => t('requirements.of_levels', { level: row.minimum, levels: row.levels }),
    },
    {
      id: 'desired',
      header: t('requirements.desired'),
      align: 'right',
      cell: (row) =>
        row.desired && t('requirements.of_levels', { level: row.desired, levels: row.levels }),
    },
    { id: 'scope', header: t('requirements.scope'), cell: (row) => row.scope_name },
    { id: 'decision', header: t('frameworks.decision'), cell: (row) => <Ground row={row} /> },
    {
      id: 'from',
      header: t('frameworks.in_force'),
      width: '128px',
      cell: (row) => {
        const until = showDate(row.until);
        const from = showDate(row.from);
        return until ? t('frameworks.from_until', { from, until }) : t('frameworks.from', { from });
      },
    },
    {
      id: 'act',
      header: t('requirements.act'),
      acts: true,
      width: '256px',
      cell: (row) => (
        <Row gap={4}>
          {row.actions.includes('correct') && <CorrectRequirementDialog requirement={row} />}
          {row.actions.includes('end') && <EndRequirementDialog requirement={row} />}
        </Row>
      ),
    },
  ];
}

// The decision, and why it was corrected or whence it was taken.
function Ground({ row }: { row: Requirement }) {
  return (
    <>
      {row.decision_number}
      {row.note && (
        <>
          <br />
          <small>{row.note}</small>
        </>
      )}
    </>
  );
}

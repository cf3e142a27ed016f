import type { Column } from '@/components/data-table';
import { Row } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { UnitName } from '@/components/unit-name';
import { showTime } from '@/lib/dates';
import { useWords } from '@/lib/words';

import type { AuditRow } from './api';
import { kindOfAct, pageOfObject, shortId, useActWords, useKindWords } from './audit-words';
import { useObjectName } from './object-name';
import type { FilterState } from './use-audit-filter';

type Props = { only: FilterState['set']; open: string | null; onOpen: (id: string) => void };

export function useAuditColumns({ only, open, onOpen }: Props): Column<AuditRow>[] {
  const t = useWords();
  const actWords = useActWords();
  return [
    {
      id: 'time',
      header: t('audit.time'),
      width: '128px',
      cell: (row) => showTime(row.at ?? ''),
    },
    {
      id: 'account',
      header: t('audit.account'),
      cell: (row) =>
        row.account ? (
          <LinkText kind="name" onClick={() => only('account', row.account ?? null)}>
            {row.account_name}
          </LinkText>
        ) : (
          t('audit.nobody')
        ),
    },
    { id: 'act', header: t('audit.act'), rowHeader: true, cell: (row) => actWords(row.act) },
    {
      id: 'object',
      header: t('audit.object'),
      cell: (row) =>
        row.object && (
          <Thing
            kind={kindOfAct(row.act)}
            id={row.object}
            onOnly={() => only('object', row.object ?? null)}
          />
        ),
    },
    {
      id: 'unit',
      header: t('audit.unit'),
      cell: (row) =>
        row.unit && (
          <LinkText kind="name" to={`/units?unit=${row.unit}`}>
            <UnitName id={row.unit} />
          </LinkText>
        ),
    },
    {
      id: 'person',
      header: t('audit.person'),
      cell: (row) =>
        row.person && (
          <Thing kind="person" id={row.person} onOnly={() => only('person', row.person ?? null)} />
        ),
    },
    {
      id: 'change',
      header: t('audit.change'),
      width: '104px',
      cell: (row) => (
        <LinkText onClick={() => onOpen(row.id)}>
          {t(open === row.id ? 'audit.hide' : 'audit.show')}
        </LinkText>
      ),
    },
  ];
}

type ThingProps = { kind: string; id: string; onOnly: () => void };

// What the row is about, by its name where the reader may see that: only its rows, and the way to
// its page.
function Thing({ kind, id, onOnly }: ThingProps) {
  const t = useWords();
  const kindWords = useKindWords();
  const name = useObjectName(kind, id);
  const words = name ?? `${kindWords(kind)} ${shortId(id)}`;
  const page = pageOfObject(kind, id);
  return (
    <Row>
      <LinkText kind="name" onClick={onOnly}>
        {words}
      </LinkText>
      {page && (
        <LinkText to={page}>
          {t('audit.open')}
          <span className="unseen"> {words}</span>
        </LinkText>
      )}
    </Row>
  );
}

import type { Column } from '@/components/data-table';
import { Row } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { UnitName } from '@/components/unit-name';
import { showTime } from '@/lib/dates';
import { useWords } from '@/lib/words';

import type { AuditRow } from './api';
import { pageOfObject, shortId, useActWords, useKindWords } from './audit-words';
import type { FilterState } from './use-audit-filter';

type Props = { only: FilterState['set']; open: string | null; onOpen: (id: string) => void };

export function useAuditColumns({ only, open, onOpen }: Props): Column<AuditRow>[] {
  const t = useWords();
  const actWords = useActWords();
  const kindWords = useKindWords();
  return [
    {
      id: 'time',
      header: t('audit.time'),
      width: '140px',
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
            words={`${kindWords(row.act)} ${shortId(row.object)}`}
            page={pageOfObject(row.act, row.object)}
            onOnly={() => only('object', row.object ?? null)}
          />
        ),
    },
    {
      id: 'unit',
      header: t('audit.unit'),
      cell: (row) => row.unit && <UnitName id={row.unit} />,
    },
    {
      id: 'person',
      header: t('audit.person'),
      cell: (row) =>
        row.person && (
          <Thing
            words={`${t('audit.kind.person')} ${shortId(row.person)}`}
            page={`/people/${row.person}`}
            onOnly={() => only('person', row.person ?? null)}
          />
        ),
    },
    {
      id: 'change',
      header: t('audit.change'),
      cell: (row) => (
        <LinkText onClick={() => onOpen(row.id)}>
          {t(open === row.id ? 'audit.hide' : 'audit.show')}
        </LinkText>
      ),
    },
  ];
}

type ThingProps = { words: string; page: string | null; onOnly: () => void };

// What the row is about: only its rows, and the way to its page.
function Thing({ words, page, onOnly }: ThingProps) {
  const t = useWords();
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

import type { Column } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { UnitName } from '@/components/unit-name';
import { showTime } from '@/lib/dates';
import { useWords } from '@/lib/words';

import type { AuditRow } from './api';
import { useActWords } from './audit-words';
import type { FilterState } from './use-audit-filter';

type Props = { only: FilterState['set']; open: string | null; onOpen: (id: string) => void };

export function useAuditColumns({ only, open, onOpen }: Props): Column<AuditRow>[] {
  const t = useWords();
  const actWords = useActWords();
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
          <LinkText kind="name" onClick={() => only('object', row.object ?? null)}>
            {row.object}
          </LinkText>
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
          <LinkText kind="name" onClick={() => only('person', row.person ?? null)}>
            {row.person}
          </LinkText>
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

import type { Column } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { Pill } from '@/components/pill';
import { UnitName } from '@/components/unit-name';
import { useWords } from '@/lib/words';

import type { ListedAccount } from './api';
import { useConflictWords } from './conflicts';

export function useAccountColumns(): Column<ListedAccount>[] {
  const t = useWords();
  const conflictWords = useConflictWords();
  return [
    {
      id: 'name',
      header: t('accounts.name'),
      rowHeader: true,
      cell: ({ account }) => (
        <LinkText kind="name" to={`/accounts/${account.id}`}>
          {account.name}
        </LinkText>
      ),
    },
    { id: 'login', header: t('accounts.login'), cell: ({ account }) => account.login },
    {
      id: 'unit',
      header: t('accounts.unit'),
      cell: ({ account }) => <UnitName id={account.unit} />,
    },
    {
      id: 'roles',
      header: t('accounts.roles'),
      cell: ({ roles }) => roles.map((role) => t(`role.${role}`)).join(', '),
    },
    {
      id: 'conflicts',
      header: t('accounts.conflicts'),
      cell: ({ conflicts }) =>
        conflicts.length > 0 && <Pill kind="look">{conflictWords(conflicts)}</Pill>,
    },
    {
      id: 'status',
      header: t('accounts.status'),
      cell: ({ account }) =>
        account.status === 'closed' ? (
          <Pill>{t('accounts.status.closed')}</Pill>
        ) : (
          t('accounts.status.active')
        ),
    },
  ];
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { type Column, DataTable } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { Stack } from '@/components/layout';
import { Pill } from '@/components/pill';
import { tableState } from '@/components/table-state';
import { UnitName } from '@/components/unit-name';
import { showDate } from '@/lib/dates';
import { useSession } from '@/lib/session';
import { useWords } from '@/lib/words';

import { AccountName } from './account-name';
import { type Account, type Grant, grantsQuery } from './api';
import { EndGrantDialog } from './end-grant-dialog';

const pills = { in_force: 'done', to_come: 'sent', ended: 'neutral' } as const;

export function GrantTable({ account }: { account: Account }) {
  const t = useWords();
  const { may } = useSession();
  const list = useQuery(grantsQuery(account.id));
  const [ending, setEnding] = useState<Grant | null>(null);
  const mayEnd = account.actions.includes('grant') || may('grant_roles');

  const columns: Column<Grant>[] = [
    {
      id: 'role',
      header: t('grants.role'),
      rowHeader: true,
      cell: (grant) => t(`role.${grant.role}`),
    },
    { id: 'unit', header: t('grants.unit'), cell: (grant) => <UnitName id={grant.unit} /> },
    { id: 'from', header: t('grants.from'), cell: (grant) => showDate(grant.from) },
    {
      id: 'until',
      header: t('grants.until'),
      cell: (grant) => showDate(grant.until) || t('grants.open_end'),
    },
    {
      id: 'state',
      header: t('grants.state'),
      cell: (grant) => <Pill kind={pills[grant.state]}>{t(`grants.state.${grant.state}`)}</Pill>,
    },
    { id: 'by', header: t('grants.by'), cell: (grant) => <AccountName id={grant.granted_by} /> },
    { id: 'reason', header: t('accounts.reason'), cell: (grant) => grant.reason },
    {
      id: 'act',
      header: t('grants.act'),
      acts: true,
      cell: (grant) =>
        mayEnd &&
        grant.state !== 'ended' && (
          <LinkText onClick={() => setEnding(grant)}>{t('grants.end')}</LinkText>
        ),
    },
  ];
  return (
    <Stack gap={8}>
      <h2>{t('grants.title')}</h2>
      <DataTable
        caption={t('grants.title')}
        columns={columns}
        rows={list.data?.items ?? []}
        rowKey={(grant) => grant.id}
        state={tableState(list, undefined, 2)}
        empty={{ title: t('grants.empty'), reason: t('grants.empty.reason') }}
      />
      {ending && <EndGrantDialog grant={ending} onClose={() => setEnding(null)} />}
    </Stack>
  );
}

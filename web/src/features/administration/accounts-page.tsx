import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { DataTable } from '@/components/data-table';
import { FilterRow } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { PrintButton } from '@/components/print-button';
import { PrintHeader } from '@/components/print-header';
import { SearchField } from '@/components/search-field';
import { SegmentedFilter } from '@/components/segmented-filter';
import { tableState } from '@/components/table-state';
import { UnitName } from '@/components/unit-name';
import { showDate, today } from '@/lib/dates';
import { useSession } from '@/lib/session';
import { useUnitScope } from '@/lib/unit-scope';
import { useUrlState } from '@/lib/url-state';
import { useWords, Words } from '@/lib/words';

import { useAccountColumns } from './account-columns';
import { accountsQuery } from './api';
import { OpenAccountDialog } from './open-account-dialog';

const statuses = ['all', 'active', 'closed'] as const;

export function AccountsPage() {
  const t = useWords();
  const { may } = useSession();
  const { unitId } = useUnitScope();
  const [search, setSearch] = useUrlState('q');
  const [status, setStatus] = useUrlState('status', 'all');
  const [opening, setOpening] = useState(false);
  const list = useInfiniteQuery(accountsQuery({ unit: unitId, search, status }));
  const accounts = list.data?.pages.flatMap((page) => page.items) ?? [];
  const columns = useAccountColumns();

  return (
    <>
      <PrintHeader unit={t('menu.accounts')} asOf={showDate(today())} />
      <PageHead
        title={t('menu.accounts')}
        sentence={<Words id="accounts.sentence" parts={[<UnitName key="unit" id={unitId} />]} />}
        actions={
          may('edit_accounts') && (
            <Button kind="primary" icon="plus" onClick={() => setOpening(true)}>
              {t('accounts.open')}
            </Button>
          )
        }
      />
      <FilterRow aside={<PrintButton list={list} />}>
        <SearchField
          label={t('accounts.search')}
          example={t('accounts.search.example')}
          value={search}
          onChange={setSearch}
          slash
        />
        <SegmentedFilter
          label={t('accounts.status')}
          value={status}
          onChange={setStatus}
          options={statuses.map((value) => ({ value, label: t(`accounts.status.${value}`) }))}
        />
      </FilterRow>
      <DataTable
        caption={t('menu.accounts')}
        columns={columns}
        rows={accounts}
        rowKey={({ account }) => account.id}
        state={tableState(list, t('accounts.loading'))}
        empty={{
          title: t('accounts.empty'),
          reason: t('accounts.empty.reason'),
          action: (search || status !== 'all') && (
            <Button
              onClick={() => {
                setSearch(null);
                setStatus(null);
              }}
            >
              {t('accounts.show_all')}
            </Button>
          ),
        }}
        tone={({ conflicts }) => (conflicts.length > 0 ? 'warn' : undefined)}
        more={{
          has: list.hasNextPage,
          loading: list.isFetchingNextPage,
          onMore: () => void list.fetchNextPage(),
        }}
      />
      {opening && <OpenAccountDialog unit={unitId} onClose={() => setOpening(false)} />}
    </>
  );
}

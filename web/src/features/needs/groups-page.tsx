import { useInfiniteQuery } from '@tanstack/react-query';

import { Button } from '@/components/button';
import { type Column, DataTable } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { tableState } from '@/components/table-state';
import { showDate } from '@/lib/dates';
import { unitThen } from '@/lib/names';
import { showNumber } from '@/lib/numbers';
import { useSession } from '@/lib/session';
import { compareTexts } from '@/lib/sort';
import { useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import { type Group, groupsQuery } from './group-api';
import { statusKinds } from './group-status';

export function GroupsPage() {
  const { unitId } = useUnitScope();
  return unitId ? <UnitGroups unit={unitId} /> : null;
}

function UnitGroups({ unit }: { unit: string }) {
  const t = useWords();
  const mayForm = useSession().may('edit_groups');
  const query = useInfiniteQuery(groupsQuery(unit));
  const groups = query.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <>
      <PageHead
        title={t('menu.target_groups')}
        sentence={t('needs.groups_sentence')}
        actions={
          mayForm && (
            <Button kind="primary" to="/needs">
              {t('needs.form_group')}
            </Button>
          )
        }
      />
      <DataTable
        caption={t('menu.target_groups')}
        columns={columnsOf(t)}
        rows={groups}
        rowKey={(group) => group.id}
        state={tableState(query, t('needs.loading_groups'))}
        empty={{
          title: t('needs.no_groups'),
          reason: t(mayForm ? 'needs.no_groups.reason' : 'needs.no_groups.yet'),
          action: mayForm && <Button to="/needs">{t('needs.form_group')}</Button>,
        }}
        more={{
          has: query.hasNextPage,
          loading: query.isFetchingNextPage,
          onMore: () => void query.fetchNextPage(),
        }}
      />
    </>
  );
}

function columnsOf(t: ReturnType<typeof useWords>): Column<Group>[] {
  return [
    {
      id: 'title',
      header: t('needs.group'),
      rowHeader: true,
      sort: (left, right) => compareTexts(left.title, right.title),
      cell: (group) => (
        <LinkText to={`/target-groups/${group.id}`} kind="name">
          {group.title}
        </LinkText>
      ),
    },
    {
      id: 'unit',
      header: t('needs.unit'),
      sort: (left, right) => compareTexts(left.unit_name, right.unit_name),
      cell: (group) => unitThen(t, group),
    },
    {
      id: 'people',
      header: t('needs.people'),
      align: 'right',
      sort: (left, right) => left.people - right.people,
      cell: (group) => showNumber(group.people, t.language),
    },
    {
      id: 'on',
      header: t('needs.frozen_on'),
      sort: (left, right) => compareTexts(left.on, right.on),
      cell: (group) => showDate(group.on),
    },
    {
      id: 'status',
      header: t('needs.status'),
      cell: (group) => (
        <Pill kind={statusKinds[group.status]}>{t(`needs.status.${group.status}`)}</Pill>
      ),
    },
  ];
}

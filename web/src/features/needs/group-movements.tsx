import { useInfiniteQuery } from '@tanstack/react-query';

import { type Column, DataTable } from '@/components/data-table';
import { Stack } from '@/components/layout';
import { levelWords } from '@/components/level-scale';
import { LinkText } from '@/components/link-text';
import { tableState } from '@/components/table-state';
import { useWords } from '@/lib/words';

import { type Group, type Movement, movementsQuery } from './group-api';

// What the rule would find today beside who was frozen: who entered, who left, and why. The frozen
// members stay as they are.
export function GroupMovements({ group }: { group: Group }) {
  const t = useWords();
  const query = useInfiniteQuery(movementsQuery(group.id, t.language));
  const movements = query.data?.pages.flatMap((page) => page.items) ?? [];
  const { entered, left } = query.data?.pages[0] ?? { entered: 0, left: 0 };

  return (
    <Stack gap={8}>
      <h2>{t('needs.movements')}</h2>
      {query.data && <p role="status">{t('needs.movements_sentence', { entered, left })}</p>}
      <DataTable
        caption={t('needs.movements')}
        columns={columnsOf(t)}
        rows={movements}
        rowKey={(each) => `${each.movement} ${each.person.id} ${each.competency}`}
        groupOf={(each) => ({
          key: each.movement,
          title: t(`needs.movement.${each.movement}`),
        })}
        state={tableState(query, t('needs.loading_movements'))}
        empty={{ title: t('needs.no_movements'), reason: t('needs.no_movements.reason') }}
        total={entered + left}
        more={{
          has: query.hasNextPage,
          loading: query.isFetchingNextPage,
          onMore: () => void query.fetchNextPage(),
        }}
      />
    </Stack>
  );
}

function columnsOf(t: ReturnType<typeof useWords>): Column<Movement>[] {
  return [
    {
      id: 'person',
      header: t('needs.person'),
      rowHeader: true,
      cell: (each) => (
        <LinkText to={`/people/${each.person.id}/gaps`} kind="name">
          {each.person.name}
        </LinkText>
      ),
    },
    {
      id: 'competency',
      header: t('needs.competency'),
      cell: (each) => each.competency_name,
    },
    {
      id: 'level',
      header: t('needs.level'),
      cell: (each) => {
        const { state, end } = levelWords(t, each.held, each.required);
        return end ? `${state}, ${end}` : state;
      },
    },
    {
      id: 'cause',
      header: t('needs.cause'),
      cell: (each) => t(`needs.cause.${each.cause}`),
    },
  ];
}

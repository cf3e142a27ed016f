import { useInfiniteQuery } from '@tanstack/react-query';

import { DataTable } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { Pill, type PillKind } from '@/components/pill';
import { tableState } from '@/components/table-state';
import { showTime } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { importsQuery, type RosterImport } from './api';

const kinds: Record<RosterImport['status'], PillKind> = {
  uploaded: 'neutral',
  checking: 'sent',
  checked: 'look',
  applying: 'sent',
  applied: 'done',
  undoing: 'sent',
  undone: 'neutral',
};

// Where an import goes on.
export function addressOf({ id, status }: RosterImport): string {
  if (status === 'uploaded') return `/roster-import/${id}/columns`;
  const isDry = status === 'checking' || status === 'checked';
  return isDry ? `/roster-import/${id}` : `/roster-import/${id}/receipt`;
}

export function EarlierImports({ unit }: { unit: string }) {
  const t = useWords();
  const query = useInfiniteQuery(importsQuery(unit));
  const imports = query.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <section aria-labelledby="earlier-imports">
      <h2 id="earlier-imports">{t('import.earlier')}</h2>
      <DataTable
        caption={t('import.earlier')}
        rows={imports}
        rowKey={(one) => one.id}
        state={tableState(query, t('import.earlier.loading'), 3)}
        empty={{ title: t('import.earlier.none'), reason: t('import.earlier.none.reason') }}
        more={{
          has: query.hasNextPage,
          loading: query.isFetchingNextPage,
          onMore: () => void query.fetchNextPage(),
        }}
        columns={[
          {
            id: 'file',
            header: t('import.head.file'),
            rowHeader: true,
            cell: (one) => (
              <LinkText to={addressOf(one)} kind="name">
                {one.file_name || one.id}
              </LinkText>
            ),
          },
          {
            id: 'status',
            header: t('import.head.status'),
            cell: (one) => <Pill kind={kinds[one.status]}>{t(`import.status.${one.status}`)}</Pill>,
          },
          {
            id: 'rows',
            header: t('import.head.rows'),
            align: 'right',
            cell: (one) => (one.checked_at ? showNumber(one.counts.rows, t.language) : ''),
          },
          {
            id: 'when',
            header: t('import.head.when'),
            cell: (one) => showTime(one.created_at ?? ''),
          },
        ]}
      />
    </section>
  );
}

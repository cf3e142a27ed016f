import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useState } from 'react';

import { type Column, DataTable } from '@/components/data-table';
import { Row } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { Pill } from '@/components/pill';
import { tableState } from '@/components/table-state';
import { showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { AuthorisationDialog } from './authorisation-dialog';
import type { ListedPost, Posts } from './posts-api';

type Props = {
  on: string;
  rows: ListedPost[];
  query: UseInfiniteQueryResult<InfiniteData<Posts>>;
};
type Changing = { post: ListedPost; act: 'change' | 'close' };

export function PostsTable({ rows, query }: Props) {
  const t = useWords();
  const [changing, setChanging] = useState<Changing | null>(null);
  const mayChange = query.data?.pages[0]?.actions.includes('authorise') ?? false;
  const columns: Column<ListedPost>[] = [
    {
      id: 'position',
      header: t('roster.position'),
      rowHeader: true,
      cell: (row) => nameIn(t.language, row.position_name, row.position_name_en),
    },
    {
      id: 'authorised',
      header: t('posts.authorised'),
      align: 'right',
      cell: (row) => showNumber(row.authorised, t.language),
    },
    {
      id: 'filled',
      header: t('posts.filled'),
      align: 'right',
      cell: (row) => showNumber(row.filled, t.language),
    },
    { id: 'since', header: t('roster.since'), cell: (row) => showDate(row.since) },
    {
      id: 'note',
      header: t('roster.note'),
      cell: (row) => (hasNote(row) ? <Note post={row} /> : null),
    },
  ];
  if (mayChange) {
    columns.push({
      id: 'act',
      header: t('posts.act'),
      cell: (post) => <Acts post={post} onAct={(act) => setChanging({ post, act })} />,
    });
  }
  return (
    <>
      <DataTable
        caption={t('posts.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.post}
        state={tableState(query, t('posts.loading'), 12)}
        groupOf={(row) => ({ key: row.unit, title: row.unit_name })}
        empty={{ title: t('roster.empty'), reason: t('posts.empty.reason') }}
        more={{
          has: query.hasNextPage,
          loading: query.isFetchingNextPage,
          onMore: () => void query.fetchNextPage(),
        }}
      />
      {changing && <AuthorisationDialog {...changing} onClose={() => setChanging(null)} />}
    </>
  );
}

// The name of the post is read with each act: a list of links says which is which.
function Acts({ post, onAct }: { post: ListedPost; onAct: (act: Changing['act']) => void }) {
  const t = useWords();
  const isClosed = post.authorised === 0;
  return (
    <Row>
      <LinkText onClick={() => onAct('change')}>
        {t(isClosed ? 'posts.open_again' : 'posts.change')}
        <span className="unseen"> {post.position_name}</span>
      </LinkText>
      {!isClosed && post.filled === 0 && (
        <LinkText onClick={() => onAct('close')}>
          {t('posts.close')}
          <span className="unseen"> {post.position_name}</span>
        </LinkText>
      )}
    </Row>
  );
}

const hasNote = (post: ListedPost) =>
  post.authorised === 0 || post.filled < post.authorised || !!post.next_from;

function Note({ post }: { post: ListedPost }) {
  const t = useWords();
  const vacant = post.authorised - post.filled;
  return (
    <>
      {post.authorised === 0 && <Pill>{t('posts.closed')}</Pill>}
      {vacant > 0 && <Pill kind="vacant">{t('posts.vacant', { count: vacant })}</Pill>}{' '}
      {post.next_from &&
        t('posts.next', { count: post.next_authorised ?? 0, from: showDate(post.next_from) })}
    </>
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { Button } from '@/components/button';
import { PageHead } from '@/components/page-head';
import { PrintButton } from '@/components/print-button';
import { PrintHeader } from '@/components/print-header';
import { Empty } from '@/components/state-blocks';
import { showDate } from '@/lib/dates';
import { useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import { NewPostDialog } from './new-post-dialog';
import { postsQuery } from './posts-api';
import { PostsTable } from './posts-table';

// How many people each post of a unit is authorised, from when on.
export function PostsPage() {
  const t = useWords();
  const { unitId } = useUnitScope();
  const { on } = useAsOf();
  const [adding, setAdding] = useState(false);
  const posts = useInfiniteQuery({ ...postsQuery(unitId ?? '', on), enabled: !!unitId });
  const first = posts.data?.pages[0];
  const rows = posts.data?.pages.flatMap((page) => page.items) ?? [];

  if (!unitId) return <Empty title={t('roster.no_unit')} reason={t('roster.no_unit.reason')} />;
  return (
    <>
      <PrintHeader unit={first?.unit.full_name ?? ''} asOf={showDate(on)} />
      <PageHead
        title={t('posts.title')}
        sentence={
          <>
            {t('posts.sentence')} <AsOfDate />.
          </>
        }
        trail={[{ label: t('menu.roster'), to: '/roster' }, { label: t('posts.title') }]}
        actions={
          <>
            <PrintButton list={posts} />
            {first?.actions.includes('add') && (
              <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
                {t('posts.add')}
              </Button>
            )}
          </>
        }
      />
      <PostsTable on={on} rows={rows} query={posts} />
      {adding && first && <NewPostDialog unit={first.unit} onClose={() => setAdding(false)} />}
    </>
  );
}

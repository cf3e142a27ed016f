import { useSuspenseInfiniteQuery } from '@tanstack/react-query';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Row, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { Refusal } from '@/components/refusal';
import { Empty } from '@/components/state-blocks';
import { showTime } from '@/lib/dates';
import { useWords, type Values } from '@/lib/words';

import { type Notice, noticesQuery, useReadNotice } from './api';

// Where the object of a notice is shown.
const places: Record<string, (object: string) => string> = {
  'review.decided': () => '/my/gaps',
  'proposal.agreed': () => '/my/gaps',
  'proposal.returned': () => '/my/gaps',
  'plan.returned': (plan) => `/plans/${plan}`,
  'plan.approved': (plan) => `/plans/${plan}`,
};

export function NoticesPage() {
  const t = useWords();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useSuspenseInfiniteQuery(noticesQuery);
  const notices = data.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHead
        title={t('notices.title')}
        sentence={t('notices.sentence', { unread: data.pages[0]?.unread ?? 0 })}
      />
      <Stack>
        {notices.length === 0 ? (
          <Card flush>
            <Empty title={t('notices.empty')} reason={t('notices.empty.reason')} />
          </Card>
        ) : (
          notices.map((notice) => <NoticeCard key={notice.id} notice={notice} />)
        )}
        {hasNextPage && (
          <Row>
            <Button working={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('ui.load_more')}
            </Button>
          </Row>
        )}
      </Stack>
    </>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const t = useWords();
  const read = useReadNotice();
  const id = `notice.${notice.kind}`;
  const words = t.has(id) ? t(id, notice.facts as Values) : t('notices.other');
  const place = notice.object ? places[notice.kind]?.(notice.object) : undefined;
  return (
    <Card>
      <Stack gap={8}>
        <Row apart>
          <span>
            {notice.is_read ? words : <strong>{words}</strong>} {showTime(notice.at ?? '')}
          </span>
          {!notice.is_read && <Pill kind="sent">{t('notices.unread')}</Pill>}
        </Row>
        <Refusal error={read.error} />
        <Row>
          {place && <Button to={place}>{t('notices.open')}</Button>}
          {!notice.is_read && (
            <Button kind="text" working={read.isPending} onClick={() => read.mutate(notice.id)}>
              {t('notices.mark_read')}
            </Button>
          )}
        </Row>
      </Stack>
    </Card>
  );
}

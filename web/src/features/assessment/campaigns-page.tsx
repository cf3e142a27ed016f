import { useSuspenseInfiniteQuery } from '@tanstack/react-query';

import { Button } from '@/components/button';
import { Row, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Empty } from '@/components/state-blocks';
import { useSession } from '@/lib/session';
import { useWords } from '@/lib/words';

import { campaignsQuery } from './api';
import { CampaignCard } from './campaign-card';

export function CampaignsPage() {
  const t = useWords();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useSuspenseInfiniteQuery(campaignsQuery);
  const campaigns = data.pages.flatMap((page) => page.items);
  const { may } = useSession();
  const add = may('edit_requirements') && (
    <Button kind="primary" icon="plus" to="/campaigns/new">
      {t('assessment.campaign.new')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('assessment.campaigns')}
        sentence={t('assessment.campaigns.sentence', {
          count: campaigns.filter((each) => each.status === 'open').length,
        })}
        actions={campaigns.length > 0 && add}
      />
      <Stack gap={16}>
        {campaigns.length === 0 && (
          <Empty
            drawing
            title={t('assessment.campaigns.empty')}
            reason={t('assessment.campaigns.empty.reason')}
            action={add}
          />
        )}
        {campaigns.map((campaign) => (
          <CampaignCard key={campaign.id} campaign={campaign} />
        ))}
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

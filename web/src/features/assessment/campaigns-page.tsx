import { useSuspenseQuery } from '@tanstack/react-query';

import { Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Empty } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

import { campaignsQuery } from './api';
import { CampaignCard } from './campaign-card';

export function CampaignsPage() {
  const t = useWords();
  const { data } = useSuspenseQuery(campaignsQuery);
  return (
    <>
      <PageHead
        title={t('assessment.campaigns')}
        sentence={t('assessment.campaigns.sentence', {
          count: data.items.filter((each) => each.status === 'open').length,
        })}
      />
      <Stack gap={16}>
        {data.items.length === 0 && (
          <Empty
            drawing
            title={t('assessment.campaigns.empty')}
            reason={t('assessment.campaigns.empty.reason')}
          />
        )}
        {data.items.map((campaign) => (
          <CampaignCard key={campaign.id} campaign={campaign} />
        ))}
      </Stack>
    </>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { Bars } from '@/components/bars';
import { Card } from '@/components/card';
import { Stack } from '@/components/layout';
import { Failed } from '@/components/state-blocks';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { campaignPreviewQuery } from './api';
import { type CampaignDraft, scopeOf } from './campaign-draft';

const shown = 8;

// How many people it concerns and how many ratings it asks, before it is made.
export function CampaignPreview({ draft }: { draft: CampaignDraft }) {
  const t = useWords();
  const unit = draft.unit?.id ?? '';
  const { data, error, refetch, isFetching } = useQuery({
    ...campaignPreviewQuery(unit, scopeOf(draft)),
    enabled: unit !== '',
    placeholderData: keepPreviousData,
  });
  const number = (value: number) => showNumber(value, t.language);
  const largest = [...(data?.units ?? [])].sort((left, right) => right.people - left.people);

  return (
    <Card title={t('assessment.campaign.preview')}>
      <Stack gap={12}>
        <p role="status" aria-busy={isFetching}>
          {data && unit
            ? t('assessment.campaign.preview.sentence', {
                people: number(data.people),
                ratings: number(data.ratings),
                units: number(data.units.length),
              })
            : t('assessment.campaign.preview.none')}
        </p>
        {error && <Failed error={error} retry={() => void refetch()} />}
        {data && unit && data.people === 0 && <p>{t('assessment.campaign.preview.nobody')}</p>}
        {data && unit && data.people > 0 && (
          <Bars
            label={t('assessment.campaign.preview.units')}
            bars={largest.slice(0, shown).map((each) => ({
              key: each.unit,
              label: each.name,
              value: each.people,
            }))}
          />
        )}
        {largest.length > shown && (
          <p>{t('assessment.campaign.preview.more', { count: largest.length - shown })}</p>
        )}
      </Stack>
    </Card>
  );
}

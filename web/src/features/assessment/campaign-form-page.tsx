import { useState } from 'react';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Split, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { useWords } from '@/lib/words';

import { useAddCampaign } from './api';
import { bodyOf, type CampaignDraft, isWhole, newDraft } from './campaign-draft';
import { CampaignCompetencies } from './campaign-competencies';
import { CampaignMethods } from './campaign-methods';
import { CampaignPreview } from './campaign-preview';
import { CampaignWho } from './campaign-who';

// Who is assessed, in what, by whom and until when; how much that asks is counted as it is written.
export function CampaignFormPage() {
  const t = useWords();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(newDraft);
  const add = useAddCampaign();
  const fault = useFieldFaults(add.error);
  const set = (change: Partial<CampaignDraft>) => setDraft((old) => ({ ...old, ...change }));

  return (
    <>
      <PageHead
        trail={[
          { label: t('menu.campaigns'), to: '/campaigns' },
          { label: t('assessment.campaign.new') },
        ]}
        title={t('assessment.campaign.new')}
        sentence={t('assessment.campaign.new.sentence')}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(bodyOf(draft), { onSuccess: () => void navigate('/campaigns') });
        }}
      >
        <Split side={<CampaignPreview draft={draft} />} width={408}>
          <Stack>
            <Card title={t('assessment.campaign.who')}>
              <CampaignWho draft={draft} set={set} fault={fault} />
            </Card>
            <Card title={t('assessment.campaign.what')}>
              <CampaignCompetencies
                chosen={draft.competencies}
                onChange={(competencies) => set({ competencies })}
              />
            </Card>
            <Card title={t('assessment.campaign.how')}>
              <CampaignMethods draft={draft} set={set} fault={fault} />
            </Card>
            <Refusal error={add.error} />
            <Row>
              <Button
                kind="primary"
                type="submit"
                working={add.isPending}
                disabled={!isWhole(draft)}
                reason={t('assessment.campaign.needs')}
              >
                {t('assessment.campaign.save')}
              </Button>
              <Button to="/campaigns">{t('ui.leave_as_is')}</Button>
            </Row>
          </Stack>
        </Split>
      </form>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Row, Stack } from '@/components/layout';
import { Pill } from '@/components/pill';
import { ProgressBar } from '@/components/progress-bar';
import { Refusal } from '@/components/refusal';
import { dayFrom, showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Campaign, progressQuery, useCampaignAct } from './api';

const kinds = { draft: 'neutral', open: 'sent', closed: 'done' } as const;

export function CampaignCard({ campaign }: { campaign: Campaign }) {
  const t = useWords();
  const { data } = useQuery(progressQuery(campaign.id));
  const open = useCampaignAct(campaign.id, 'opening');
  const close = useCampaignAct(campaign.id, 'closing');

  return (
    <Card
      title={campaign.title}
      aside={
        <Pill kind={kinds[campaign.status]}>{t(`assessment.campaign.${campaign.status}`)}</Pill>
      }
    >
      <Stack gap={12}>
        <p>
          {t('assessment.campaign.time', {
            from: showDate(campaign.from_date),
            until: showDate(dayFrom(campaign.until_date ?? '', -1)),
          })}
        </p>
        <ul>
          {campaign.tasks.map((task) => (
            <li key={task.method}>
              {t('assessment.campaign.task', {
                method: t(`assessment.method.${task.method}`),
                rater: t(`assessment.rater.${task.rater}`),
                deadline: showDate(task.deadline),
              })}
            </li>
          ))}
        </ul>
        {data?.items.map((unit) => (
          <ProgressBar key={unit.unit} label={unit.name} done={unit.done} total={unit.due} />
        ))}
        <Refusal error={open.error ?? close.error} />
        <Row>
          {campaign.actions.includes('open') && (
            <Button kind="primary" working={open.isPending} onClick={() => open.mutate()}>
              {t('assessment.campaign.open_it')}
            </Button>
          )}
          {campaign.actions.includes('close') && (
            <Button working={close.isPending} onClick={() => close.mutate()}>
              {t('assessment.campaign.close_it')}
            </Button>
          )}
        </Row>
      </Stack>
    </Card>
  );
}

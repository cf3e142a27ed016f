import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { Card } from '@/components/card';
import { Split, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { PrintHeader } from '@/components/print-header';
import { Timeline } from '@/components/timeline';
import { showTime } from '@/lib/dates';
import { unitThen } from '@/lib/names';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { type Plan, planQuery } from './api';
import { PlanActs } from './plan-acts';
import { PlanExceptions } from './plan-exceptions';
import { PlanFoundations } from './plan-foundations';
import { PlanLines } from './plan-lines';
import { PlanMoney } from './plan-money';
import { PlanProof } from './plan-proof';
import { pillOf } from './plan-status';
import { ReplanCard } from './replan-card';

export function PlanPage() {
  const t = useWords();
  const { data: plan } = useSuspenseQuery(planQuery(useParams()['plan'] ?? ''));
  const { totals, status, title, year } = plan.plan;
  const unit = unitThen(t, plan.plan);

  return (
    <>
      <PrintHeader unit={`${unit}, ${year}`} />
      <PageHead
        trail={[{ label: t('menu.plans'), to: '/plans' }, { label: `${unit}, ${year}` }]}
        title={title}
        sentence={
          <>
            <Pill kind={pillOf[status]}>{t(`planning.status.${status}`)}</Pill>{' '}
            {t('planning.claim', {
              people: showNumber(totals.people, t.language),
              seats: showNumber(totals.seats, t.language),
              hours: showNumber(totals.hours, t.language),
            })}
          </>
        }
        actions={<PlanActs plan={plan} />}
      />
      <Split
        width={408}
        side={
          <Stack>
            <PlanProof plan={plan} />
            <History plan={plan} />
          </Stack>
        }
      >
        <Stack gap={24}>
          <PlanFoundations plan={plan} />
          <ReplanCard plan={plan} />
          <PlanMoney plan={plan} />
          <PlanLines plan={plan} />
          <PlanExceptions plan={plan} />
        </Stack>
      </Split>
    </>
  );
}

function History({ plan }: { plan: Plan }) {
  const t = useWords();
  return (
    <Card title={t('planning.history')}>
      <Timeline
        label={t('planning.history')}
        entries={[...plan.acts].reverse().map((act) => ({
          key: `${act.version}.${act.act}`,
          act: t(`planning.act.${act.act}`),
          date: showTime(act.at ?? ''),
          note: [act.by_name, act.reason].filter(Boolean).join(': '),
        }))}
      />
    </Card>
  );
}

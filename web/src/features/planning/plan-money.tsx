import { useState } from 'react';

import { Bars } from '@/components/bars';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Row } from '@/components/layout';
import { showMillions, showMoney, showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import type { Plan } from './api';
import { BudgetsDialog } from './budgets-dialog';

export function PlanMoney({ plan }: { plan: Plan }) {
  const t = useWords();
  const { totals, budgets } = plan.plan;
  const left = totals.ceiling - totals.cost;
  const million = (money: number) => showMillions(money, t.language);
  const { avoided } = plan;
  const [changing, setChanging] = useState(false);

  return (
    <Card
      title={t('planning.money', { cost: million(totals.cost), ceiling: million(totals.ceiling) })}
      aside={
        <Row>
          {t(left < 0 ? 'planning.over' : 'planning.left', { money: million(Math.abs(left)) })}
          {plan.actions.includes('edit') && (
            <Button kind="text" onClick={() => setChanging(true)}>
              {t('planning.budgets.change')}
            </Button>
          )}
        </Row>
      }
    >
      <Bars
        label={t('planning.by_source')}
        bars={budgets.map((budget) => ({
          key: budget.source,
          label: t(`planning.source.${budget.source}`),
          value: budget.planned,
          of: budget.ceiling,
          strong: budget.planned > budget.ceiling,
          shown: t('planning.of', {
            planned: million(budget.planned),
            ceiling: million(budget.ceiling),
          }),
        }))}
      />
      <p>{t('planning.travel', { money: showMoney(totals.travel, t.language) })}</p>
      {avoided.seats > 0 && (
        <p>
          {t('planning.avoided', {
            seats: showNumber(avoided.seats, t.language),
            hours: showNumber(avoided.hours, t.language),
            money: showMoney(avoided.money, t.language),
          })}
        </p>
      )}
      {changing && <BudgetsDialog plan={plan} onClose={() => setChanging(false)} />}
    </Card>
  );
}

import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { useWords } from '@/lib/words';

import { type Plan, usePlanAct } from './api';
import { BudgetFields } from './budget-fields';
import { budgetsOf, ceilingsOf } from './budgets';

// The ceilings of a draft, source by source.
export function BudgetsDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const t = useWords();
  const act = usePlanAct(plan);
  const [money, setMoney] = useState(ceilingsOf(plan.plan.budgets));
  return (
    <Dialog title={t('planning.budgets.change')} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate(
            { path: 'budgets', body: { budgets: budgetsOf(money) }, changes: true },
            { onSuccess: onClose },
          );
        }}
      >
        <Stack>
          <BudgetFields value={money} onChange={setMoney} />
          <Refusal error={act.error} />
          <Row>
            <Button kind="primary" type="submit" working={act.isPending}>
              {t('planning.budgets.save')}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

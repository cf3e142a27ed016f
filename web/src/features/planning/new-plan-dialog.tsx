import { useState } from 'react';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import { useAddPlan } from './api';
import { BudgetFields } from './budget-fields';
import { budgetsOf, type Ceilings } from './budgets';

type Props = { unit: string; year: number; onClose: () => void };

export function NewPlanDialog({ unit, year, onClose }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const add = useAddPlan();
  const [title, setTitle] = useState(t('planning.title.new', { year: String(year) }));
  const [money, setMoney] = useState<Ceilings>({});

  return (
    <Dialog title={t('planning.add')} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(
            { unit, year, title, budgets: budgetsOf(money) },
            { onSuccess: (made) => void navigate(`/plans/${made.plan.id}`) },
          );
        }}
      >
        <Stack>
          <TextField label={t('planning.title')} value={title} onChange={setTitle} required />
          <BudgetFields value={money} onChange={setMoney} />
          <Refusal error={add.error} />
          <Button kind="primary" type="submit" working={add.isPending}>
            {t('planning.add.act')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

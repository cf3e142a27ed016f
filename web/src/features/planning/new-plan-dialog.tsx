import { useState } from 'react';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Stack } from '@/components/layout';
import { NumberField } from '@/components/number-field';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import { type Source, sources, useAddPlan } from './api';

type Props = { unit: string; year: number; onClose: () => void };

export function NewPlanDialog({ unit, year, onClose }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const add = useAddPlan();
  const [title, setTitle] = useState(t('planning.title.new', { year: String(year) }));
  const [money, setMoney] = useState<Partial<Record<Source, number | null>>>({});
  const budgets = sources
    .filter((source) => (money[source] ?? 0) > 0)
    .map((source) => ({ source, ceiling: money[source] }));

  return (
    <Dialog title={t('planning.add')} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(
            { unit, year, title, budgets },
            { onSuccess: (made) => void navigate(`/plans/${made.plan.id}`) },
          );
        }}
      >
        <Stack>
          <TextField label={t('planning.title')} value={title} onChange={setTitle} required />
          {sources.map((source) => (
            <NumberField
              key={source}
              label={t(`planning.source.${source}`)}
              unit="₫"
              value={money[source] ?? null}
              onChange={(value) => setMoney({ ...money, [source]: value })}
            />
          ))}
          <Refusal error={add.error} />
          <Button kind="primary" type="submit" working={add.isPending}>
            {t('planning.add.act')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

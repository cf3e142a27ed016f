import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { SelectField } from '@/components/select-field';
import { useWords } from '@/lib/words';

import type { Need } from './ranking-api';

type Props = { need: Need; onWeigh: (weight: number) => void; onClose: () => void };

const choices = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(String);

// How much a level of one competency counts beside the others.
export function WeightDialog({ need, onWeigh, onClose }: Props) {
  const t = useWords();
  const [weight, setWeight] = useState(String(need.weight ?? 1));
  return (
    <Dialog title={t('needs.ranking.weight')} open onClose={onClose}>
      <Stack>
        <p>{need.name}.</p>
        <SelectField
          label={t('needs.ranking.weight')}
          hint={t('needs.ranking.weight.hint')}
          value={weight}
          onChange={(next) => setWeight(next ?? '1')}
          options={choices.map((value) => ({ value, label: value }))}
        />
        <Row>
          <Button
            kind="primary"
            onClick={() => {
              onWeigh(Number(weight));
              onClose();
            }}
          >
            {t('needs.ranking.weigh')}
          </Button>
          <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}

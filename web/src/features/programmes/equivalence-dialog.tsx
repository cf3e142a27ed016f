import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { NumberField } from '@/components/number-field';
import { Refusal } from '@/components/refusal';
import { type PickedUnit, UnitPicker } from '@/components/unit-picker';
import { useWords } from '@/lib/words';

import { findProgrammes, useAddEquivalence } from './api';

// Who has this programme behind them needs no seat in the other, for ever or for some months.
export function EquivalenceDialog({
  programme,
  onClose,
}: {
  programme: string;
  onClose: () => void;
}) {
  const t = useWords();
  const add = useAddEquivalence(programme);
  const fault = useFieldFaults(add.error);
  const [other, setOther] = useState<PickedUnit | null>(null);
  const [months, setMonths] = useState<number | null>(null);
  return (
    <Dialog title={t('programmes.equivalence.add')} open onClose={onClose}>
      <Stack>
        <UnitPicker
          label={t('programmes.equivalence.other')}
          value={other}
          onChange={setOther}
          load={findProgrammes}
          source="programmes"
          error={fault('/stands_for')}
        />
        <NumberField
          label={t('programmes.equivalence.months')}
          hint={t('programmes.equivalence.months.hint')}
          value={months}
          onChange={setMonths}
        />
        <Refusal error={add.error} />
        <Row>
          <Button
            kind="primary"
            working={add.isPending}
            disabled={!other}
            onClick={() =>
              other &&
              add.mutate(
                { stands_for: other.id, months_valid: months ?? 0 },
                { onSuccess: onClose },
              )
            }
          >
            {t('programmes.equivalence.add')}
          </Button>
          <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}

import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { type PickedUnit, UnitPicker } from '@/components/unit-picker';
import { findUnits } from '@/lib/units';
import { useWords } from '@/lib/words';

type Props = { roots: string[]; onChoose: (unit: string) => void; onClose: () => void };

// Any unit at or below those in which the session holds a role.
export function UnitDialog({ roots, onChoose, onClose }: Props) {
  const t = useWords();
  const [unit, setUnit] = useState<PickedUnit | null>(null);
  return (
    <Dialog title={t('app.unit.choose')} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (unit) onChoose(unit.id);
        }}
      >
        <Stack>
          <UnitPicker
            label={t('app.unit')}
            hint={t('app.unit.hint')}
            value={unit}
            onChange={setUnit}
            source={`below ${roots.join(' ')}`}
            load={(sought, signal) => findUnits({ sought, below: roots, signal })}
          />
          <Row>
            <Button
              kind="primary"
              type="submit"
              disabled={!unit}
              reason={t('app.unit.choose_first')}
            >
              {t('app.unit.work_here')}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

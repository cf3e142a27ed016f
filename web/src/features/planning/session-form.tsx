import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Pair, Stack } from '@/components/layout';
import { NumberField } from '@/components/number-field';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { type PickedUnit, UnitPicker } from '@/components/unit-picker';
import { useUnitScope } from '@/lib/unit-scope';
import { findUnits } from '@/lib/units';
import { useWords } from '@/lib/words';

import { type Line, type Plan, usePlanAct } from './api';

type Session = Line['sessions'][number];
// Without a session, a new one.
type Props = { plan: Plan; line: Line; session?: Session; onClose: () => void };

export function SessionForm({ plan, line, session, onClose }: Props) {
  const t = useWords();
  const act = usePlanAct(plan);
  const { units } = useUnitScope();
  const faults = useFieldFaults(act.error);
  const [unit, setUnit] = useState<PickedUnit | null>(
    session ? { id: session.place_unit, name: session.place } : null,
  );
  const [place, setPlace] = useState(session?.place ?? '');
  const [startsOn, setStartsOn] = useState<string | null>(session?.starts_on ?? null);
  const [endsOn, setEndsOn] = useState<string | null>(session?.ends_on ?? null);
  const [seats, setSeats] = useState<number | null>(session?.seats ?? line.max_class);
  const [least, setLeast] = useState<number | null>(session?.min_seats ?? line.min_class);
  const [fixed, setFixed] = useState<number | null>(session?.cost_fixed ?? line.cost_per_class);
  const [each, setEach] = useState<number | null>(session?.cost_per_person ?? line.cost_per_person);
  const words = session ? 'planning.session.change' : 'planning.session.add';
  const isWhole = unit && startsOn && endsOn && seats !== null && least !== null;

  function send() {
    const body = {
      line: session ? null : line.id,
      place_unit: unit?.id,
      place: place || unit?.name,
      starts_on: startsOn,
      ends_on: endsOn,
      seats,
      min_seats: least,
      cost_fixed: fixed ?? 0,
      cost_per_person: each ?? 0,
    };
    const path = session ? `sessions/${session.id}` : 'sessions';
    act.mutate({ path, body, changes: !!session }, { onSuccess: onClose });
  }

  return (
    <Dialog title={t(words)} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack>
          <UnitPicker
            label={t('planning.place_unit')}
            value={unit}
            onChange={setUnit}
            load={(sought, signal) => findUnits({ sought, below: units, level: 'commune', signal })}
            source="plan-places"
          />
          <TextField label={t('planning.place')} value={place} onChange={setPlace} />
          <Pair>
            <DateField
              label={t('planning.starts_on')}
              value={startsOn}
              onChange={setStartsOn}
              error={faults('/starts_on')}
              required
            />
            <DateField
              label={t('planning.ends_on')}
              value={endsOn}
              onChange={setEndsOn}
              error={faults('/ends_on')}
              required
            />
          </Pair>
          <Pair>
            <NumberField
              label={t('planning.seats.most')}
              value={seats}
              onChange={setSeats}
              error={faults('/seats')}
            />
            <NumberField
              label={t('planning.seats.least')}
              value={least}
              onChange={setLeast}
              error={faults('/min_seats')}
            />
          </Pair>
          <Pair>
            <NumberField
              label={t('planning.cost.fixed')}
              unit="₫"
              value={fixed}
              onChange={setFixed}
            />
            <NumberField label={t('planning.cost.each')} unit="₫" value={each} onChange={setEach} />
          </Pair>
          <Refusal error={act.error} />
          <Button
            kind="primary"
            type="submit"
            working={act.isPending}
            disabled={!isWhole}
            reason={t('planning.session.needs')}
          >
            {t(words)}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

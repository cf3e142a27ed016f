import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Pair, Stack } from '@/components/layout';
import { NumberField } from '@/components/number-field';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { UnitPicker } from '@/components/unit-picker';
import { useUnitScope } from '@/lib/unit-scope';
import { findUnits } from '@/lib/units';
import { useWords } from '@/lib/words';

import { type Line, type Plan, usePlanAct } from './api';
import { bodyOf, draftOf, isWhole, type Session, type SessionDraft } from './session-draft';

// Without a session, a new one.
type Props = { plan: Plan; line: Line; session?: Session; onClose: () => void };

export function SessionForm({ plan, line, session, onClose }: Props) {
  const t = useWords();
  const act = usePlanAct(plan);
  const [draft, setDraft] = useState(draftOf(line, session));
  const words = session ? 'planning.session.change' : 'planning.session.add';

  function send() {
    const path = session ? `sessions/${session.id}` : 'sessions';
    const body = bodyOf(draft, line, session);
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
          <SessionFields
            draft={draft}
            set={(change) => setDraft((old) => ({ ...old, ...change }))}
            error={act.error}
          />
          <Refusal error={act.error} />
          <Button
            kind="primary"
            type="submit"
            working={act.isPending}
            disabled={!isWhole(draft)}
            reason={t('planning.session.needs')}
          >
            {t(words)}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

type FieldsProps = {
  draft: SessionDraft;
  set: (change: Partial<SessionDraft>) => void;
  error: unknown;
};

function SessionFields({ draft, set, error }: FieldsProps) {
  const t = useWords();
  const { units } = useUnitScope();
  const faults = useFieldFaults(error);
  return (
    <>
      <UnitPicker
        label={t('planning.place_unit')}
        value={draft.unit}
        onChange={(unit) => set({ unit })}
        load={(sought, signal) => findUnits({ sought, below: units, signal })}
        source="plan-places"
      />
      <TextField
        label={t('planning.place')}
        value={draft.place}
        onChange={(place) => set({ place })}
      />
      <Pair>
        <DateField
          label={t('planning.starts_on')}
          value={draft.starts}
          onChange={(starts) => set({ starts })}
          error={faults('/starts_on')}
          required
        />
        <DateField
          label={t('planning.ends_on')}
          value={draft.ends}
          onChange={(ends) => set({ ends })}
          error={faults('/ends_on')}
          required
        />
      </Pair>
      <Pair>
        <NumberField
          label={t('planning.seats.most')}
          value={draft.seats}
          onChange={(seats) => set({ seats })}
          error={faults('/seats')}
        />
        <NumberField
          label={t('planning.seats.least')}
          value={draft.least}
          onChange={(least) => set({ least })}
          error={faults('/min_seats')}
        />
      </Pair>
      <Pair>
        <NumberField
          label={t('planning.cost.fixed')}
          unit="₫"
          value={draft.fixed}
          onChange={(fixed) => set({ fixed })}
        />
        <NumberField
          label={t('planning.cost.each')}
          unit="₫"
          value={draft.each}
          onChange={(each) => set({ each })}
        />
      </Pair>
    </>
  );
}

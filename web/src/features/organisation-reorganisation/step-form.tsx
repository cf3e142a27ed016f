import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { type PickedUnit, UnitPicker } from '@/components/unit-picker';
import { today } from '@/lib/dates';
import { findUnits } from '@/lib/units';
import { useWords } from '@/lib/words';

import { countryQuery, promiseUnit, type Reorganisation, type Step } from './api';
import { NewUnitFields } from './new-unit-fields';
import { SeveralUnits } from './several-units';
import { emptyStep, isComplete, kinds, type StepDraft, stepOf } from './step-draft';

type Props = {
  found: Reorganisation;
  onAdd: (step: Step) => void;
  saving: boolean;
  refused: unknown;
  onClose: () => void;
};

// Adds one step. A new unit is asked an identity of the server first, so that later steps can name
// it.
export function StepForm({ found, onAdd, saving, refused, onClose }: Props) {
  const t = useWords();
  const country = useSuspenseQuery(countryQuery).data;
  const [draft, setDraft] = useState<StepDraft>(emptyStep);
  const set = (change: Partial<StepDraft>) => setDraft((old) => ({ ...old, ...change }));
  const add = useMutation({
    mutationFn: async () => {
      const promised = draft.kind === 'establish' ? (await promiseUnit(found.id)).unit : undefined;
      return stepOf(draft, country, promised);
    },
    onSuccess: onAdd,
  });
  const load = unitsOf(found);
  const source = `steps ${found.id} ${found.steps.length}`;
  const many = draft.kind === 'merge' || draft.kind === 'split' ? draft.kind : null;
  const named = draft.kind === 'establish' || draft.kind === 'rename';

  return (
    <Dialog title={t('reorganisation.step.add')} open onClose={onClose}>
      <Stack>
        <SelectField
          label={t('reorganisation.step.kind')}
          value={draft.kind}
          options={kinds.map((kind) => ({ value: kind, label: t(`reorganisation.step.${kind}`) }))}
          onChange={(kind) => kind && set({ kind, unit: null, units: [], into: null })}
        />
        {draft.kind !== 'establish' && draft.kind !== 'merge' && (
          <UnitPicker
            label={t('reorganisation.step.unit')}
            value={draft.unit}
            onChange={(unit) => set({ unit })}
            load={load}
            source={source}
          />
        )}
        {many && (
          <SeveralUnits
            kind={many}
            value={draft.units}
            onChange={(units) => set({ units })}
            load={load}
            source={source}
          />
        )}
        {named && (
          <NewUnitFields
            value={draft.called}
            onChange={(called) => set({ called })}
            country={country}
            on={found.effective_on ?? today()}
          />
        )}
        {draft.kind !== 'rename' && (
          <UnitPicker
            label={t(`reorganisation.step.${draft.kind}.into`)}
            hint={draft.kind === 'split' ? t('reorganisation.step.split.into.hint') : undefined}
            value={draft.into}
            onChange={(into) => set({ into })}
            load={draft.kind === 'split' ? () => Promise.resolve(draft.units) : load}
            source={draft.kind === 'split' ? draft.units.map((unit) => unit.id).join(' ') : source}
          />
        )}
        <Refusal error={add.error ?? refused} />
        <Row>
          <Button
            kind="primary"
            working={add.isPending || saving}
            disabled={!isComplete(draft)}
            onClick={() => add.mutate()}
          >
            {t('reorganisation.step.add')}
          </Button>
          <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}

// The units below the root as they stand, and before them those that earlier steps establish.
function unitsOf(found: Reorganisation) {
  const ids = found.steps.flatMap((step) =>
    step.kind === 'establish' && step.unit ? [step.unit] : [],
  );
  const fresh = found.units
    .filter((unit) => ids.includes(unit.id))
    .map((unit) => ({ id: unit.id, name: unit.full_name }));
  return async (sought: string, signal: AbortSignal): Promise<PickedUnit[]> => [
    ...fresh,
    ...(await findUnits({ sought, below: [found.root.id], signal })),
  ];
}

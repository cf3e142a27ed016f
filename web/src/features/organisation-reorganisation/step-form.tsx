import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { type PickedUnit, UnitPicker } from '@/components/unit-picker';
import { findUnits } from '@/lib/units';
import { useWords } from '@/lib/words';

import { promiseUnit, type Reorganisation, type Step } from './api';
import { emptyCalled, NewUnitFields } from './new-unit-fields';
import { isComplete, kinds, type StepDraft, stepOf } from './step-draft';

type Props = { found: Reorganisation; onAdd: (steps: Step[]) => void; onClose: () => void };

// Adds one step. A new unit is asked an identity of the server first, so that later steps can name
// it.
export function StepForm({ found, onAdd, onClose }: Props) {
  const t = useWords();
  const [draft, setDraft] = useState<StepDraft>({
    kind: 'merge',
    unit: null,
    units: [],
    into: null,
    called: emptyCalled,
  });
  const set = (change: Partial<StepDraft>) => setDraft((old) => ({ ...old, ...change }));
  const add = useMutation({
    mutationFn: async () =>
      stepOf(draft, draft.kind === 'establish' ? (await promiseUnit(found.id)).unit : undefined),
    onSuccess: (step) => onAdd([step]),
  });
  const establishedIds = new Set(
    found.steps.filter((step) => step.kind === 'establish').map((step) => step.unit),
  );
  const fresh = found.units
    .filter((unit) => establishedIds.has(unit.id))
    .map((unit) => ({ id: unit.id, name: unit.full_name }));
  const load = async (sought: string, signal: AbortSignal): Promise<PickedUnit[]> => [
    ...fresh,
    ...(await findUnits({ sought, below: [found.root.id], signal })),
  ];
  const many = draft.kind === 'merge' || draft.kind === 'split';

  return (
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
          source={`steps ${found.id}`}
        />
      )}
      {many &&
        [...draft.units, null].map((unit, index) => (
          <UnitPicker
            key={unit?.id ?? 'next'}
            label={t(`reorganisation.step.${draft.kind}.units`, { number: index + 1 })}
            value={unit}
            onChange={(picked) =>
              set({ units: picked ? [...draft.units, picked] : draft.units.toSpliced(index, 1) })
            }
            load={load}
            source={`steps ${found.id}`}
          />
        ))}
      {draft.kind !== 'rename' && (
        <UnitPicker
          label={t(`reorganisation.step.${draft.kind}.into`)}
          value={draft.into}
          onChange={(into) => set({ into })}
          load={load}
          source={`steps ${found.id}`}
        />
      )}
      {(draft.kind === 'establish' || draft.kind === 'rename') && (
        <NewUnitFields value={draft.called} onChange={(called) => set({ called })} />
      )}
      <Refusal error={add.error} />
      <Row>
        <Button kind="primary" disabled={!isComplete(draft)} onClick={() => add.mutate()}>
          {t('reorganisation.step.add')}
        </Button>
        <Button kind="text" onClick={onClose}>
          {t('reorganisation.step.close')}
        </Button>
      </Row>
    </Stack>
  );
}

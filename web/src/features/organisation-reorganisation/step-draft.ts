import type { PickedUnit } from '@/components/unit-picker';

import type { Step } from './api';

export const kinds = ['establish', 'merge', 'split', 'abolish', 'move', 'rename'] as const;
export type StepKind = (typeof kinds)[number];
export type CalledDraft = { type: string; code: string; name: string; full_name: string };

export type StepDraft = {
  kind: StepKind;
  unit: PickedUnit | null;
  units: PickedUnit[];
  into: PickedUnit | null;
  called: CalledDraft;
};

// Whether there is enough to send; whether it is right is for the server to say.
export function isComplete({ kind, unit, units, into, called }: StepDraft): boolean {
  const named = called.name !== '' && called.full_name !== '';
  if (kind === 'establish') return named && into !== null;
  if (kind === 'merge') return units.length > 0 && into !== null;
  if (kind === 'split') return unit !== null && units.length > 0;
  if (kind === 'move') return unit !== null && into !== null;
  if (kind === 'rename') return unit !== null && named;
  return unit !== null;
}

export function stepOf({ kind, unit, units, into, called }: StepDraft, promised?: string): Step {
  const isNamed = kind === 'establish' || kind === 'rename';
  return {
    kind,
    unit: promised ?? unit?.id ?? null,
    units: units.map(({ id }) => id),
    into: into?.id ?? null,
    // Nobody takes over: its people are placed one by one.
    individually: kind === 'abolish' && into === null,
    called: isNamed ? { ...called, kind: 'administrative', level: 'commune' } : null,
  };
}

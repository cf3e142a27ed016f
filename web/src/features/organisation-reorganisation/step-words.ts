import { useWords } from '@/lib/words';

import type { Reorganisation, Step } from './api';

// A step as a sentence.
export function useStepWords(found: Reorganisation) {
  const t = useWords();
  const names = new Map(found.units.map((unit) => [unit.id, unit.full_name]));
  const name = (id: string | null | undefined) => (id ? (names.get(id) ?? id) : '');
  return (step: Step) =>
    t(`reorganisation.step.${step.kind}.said`, {
      unit: name(step.unit),
      units: (step.units ?? []).map(name).join(', '),
      into: name(step.into),
      called: step.called?.full_name ?? '',
      alone: step.individually ? 'yes' : 'no',
    });
}

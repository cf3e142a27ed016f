import { useState } from 'react';

export type Named = { id: string; name: string };
// Every unit chosen with every competency chosen: what a group's rule can say.
export type Selection = { units: Named[]; competencies: Named[] };

const nothing: Selection = { units: [], competencies: [] };
const has = (list: Named[], id: string) => list.some((each) => each.id === id);
const without = (list: Named[], id: string) => list.filter((each) => each.id !== id);
const withOne = (list: Named[], one: Named) => (has(list, one.id) ? list : [...list, one]);

export function isChosen({ units, competencies }: Selection, unit: string, competency: string) {
  return has(units, unit) && has(competencies, competency);
}

function settled(next: Selection): Selection {
  return next.units.length && next.competencies.length ? next : nothing;
}

// A chosen cell pressed again takes its unit out, or, of a single unit, its competency.
export function pressed(old: Selection, unit: Named, competency: Named): Selection {
  if (!isChosen(old, unit.id, competency.id)) {
    return {
      units: withOne(old.units, unit),
      competencies: withOne(old.competencies, competency),
    };
  }
  return settled(
    old.units.length > 1
      ? { ...old, units: without(old.units, unit.id) }
      : { ...old, competencies: without(old.competencies, competency.id) },
  );
}

export function useSelection() {
  const [selection, setSelection] = useState(nothing);
  return {
    selection,
    press: (unit: Named, competency: Named) =>
      setSelection((old) => pressed(old, unit, competency)),
    dropUnit: (id: string) =>
      setSelection((old) => settled({ ...old, units: without(old.units, id) })),
    dropCompetency: (id: string) =>
      setSelection((old) => settled({ ...old, competencies: without(old.competencies, id) })),
    clear: () => setSelection(nothing),
  };
}

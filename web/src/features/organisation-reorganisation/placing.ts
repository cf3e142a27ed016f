import type { PickedUnit } from '@/components/unit-picker';

import type { PersonToPlace, Reorganisation } from './api';

type Named = Pick<Reorganisation, 'units'>;

// Where a person may go: the parts of the unit that ends, and the units to be established below
// them. Empty: anywhere below the root, since nobody took over.
export function choicesOf(person: Pick<PersonToPlace, 'choices'>, found: Named): PickedUnit[] {
  if (person.choices.length === 0) return [];
  const parts = new Set(person.choices.map((unit) => unit.id));
  const below = found.units.filter((unit) => !parts.has(unit.id) && parts.has(unit.parent));
  const names = new Map(person.choices.map((unit) => [unit.id, unit.full_name]));
  return [
    ...person.choices.map((unit) => ({ id: unit.id, name: unit.full_name })),
    ...below.map((unit) => ({
      id: unit.id,
      name: unit.full_name,
      parent: names.get(unit.parent) ?? '',
    })),
  ];
}

// What is open to every one of several people; null: anywhere below the root.
export function commonChoices(people: PersonToPlace[], found: Named): PickedUnit[] | null {
  const each = people.map((person) => choicesOf(person, found)).filter((list) => list.length > 0);
  const [first, ...others] = each;
  if (!first) return null;
  return first.filter((unit) => others.every((list) => list.some((one) => one.id === unit.id)));
}

import { useQueries } from '@tanstack/react-query';

import { type UnitPage, unitQuery } from '@/lib/units';

// Names of the units of some members, each asked for once; with the unit above, since every commune
// has the same divisions.
export function useUnitNames(members: { unit: string }[], on: string): Map<string, string> {
  const ids = [...new Set(members.map((member) => member.unit))];
  const found = useQueries({ queries: ids.map((unit) => unitQuery(unit, on)) });
  return new Map(ids.map((id, index) => [id, nameOf(found[index]?.data)]));
}

function nameOf(page: UnitPage | undefined): string {
  if (!page) return '';
  const above = page.ancestors.at(-1);
  return above ? `${page.unit.full_name}, ${above.full_name}` : page.unit.full_name;
}

import { useQueries } from '@tanstack/react-query';

import { unitQuery } from '@/lib/units';

// Names of the units of some members, each asked for once.
export function useUnitNames(members: { unit: string }[], on: string): Map<string, string> {
  const ids = [...new Set(members.map((member) => member.unit))];
  const found = useQueries({ queries: ids.map((unit) => unitQuery(unit, on)) });
  return new Map(ids.map((id, index) => [id, found[index]?.data?.unit.full_name ?? '']));
}

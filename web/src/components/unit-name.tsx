import { useQuery } from '@tanstack/react-query';

import { unitQuery } from '@/lib/units';

// The full name of a unit, where only its id is told.
export function UnitName({ id }: { id: string | null | undefined }) {
  const { data } = useQuery({ ...unitQuery(id ?? ''), enabled: !!id, retry: false });
  return data?.unit.full_name ?? '–';
}

import { queryOptions } from '@tanstack/react-query';

import { get } from './api-client';
import type { components } from './api-types';

export type Unit = components['schemas']['UnitReply'];
export type UnitPage = components['schemas']['UnitPageReply'];

// A unit as it stood on a day (today where none is given), with the units above it.
export const unitQuery = (id: string, on?: string) =>
  queryOptions({
    queryKey: ['units', id, 'page', on ?? 'today'],
    queryFn: ({ signal }) => get<UnitPage>(`/units/${id}`, { query: { on }, signal }),
    staleTime: 5 * 60_000,
  });

// For UnitPicker: units whose name, without marks, has the words sought, at or below any of `below`.
export async function findUnits({
  sought,
  below,
  on,
  signal,
}: {
  sought: string;
  below: string[];
  on?: string;
  signal: AbortSignal;
}) {
  const found = await Promise.all(
    below.map((root) =>
      get<components['schemas']['UnitsReply']>('/units', {
        query: { search: sought, below: root, on, limit: 20 },
        signal,
      }),
    ),
  );
  const items = found.flatMap((each) => each.items);
  const once = new Map(items.map((item) => [item.id, item]));
  return [...once.values()].map((unit) => ({
    id: unit.id,
    name: unit.full_name,
    parent: unit.above,
  }));
}

import { queryOptions, useQuery } from '@tanstack/react-query';

import { get } from '@/lib/api-client';
import { unlessRefused } from '@/lib/todos';

// What the page of a thing tells of its name.
type Named = {
  name?: string;
  title?: string;
  account?: { name: string };
  plan?: { title: string };
  unit?: { full_name: string };
  version?: { title: string };
};

const readFrom: Record<string, string> = {
  account: '/accounts',
  person: '/people',
  plan: '/plans',
  reorganisation: '/reorganisations',
  target_group: '/target-groups',
  unit: '/units',
};

const nameQuery = (kind: string, id: string) =>
  queryOptions({
    queryKey: ['named', kind, id],
    staleTime: 10 * 60_000,
    retry: false,
    queryFn: async ({ signal }): Promise<string | null> => {
      const found = await unlessRefused(get<Named>(`${readFrom[kind]}/${id}`, { signal }));
      const told = found && (found.name ?? found.title ?? found.account?.name ?? found.plan?.title);
      return told ?? found?.unit?.full_name ?? null;
    },
  });

// The name of what an act is about, where the reader may see it. Each is asked for once.
export function useObjectName(kind: string, id: string): string | null {
  const { data } = useQuery({ ...nameQuery(kind, id), enabled: kind in readFrom && id !== '' });
  return data ?? null;
}

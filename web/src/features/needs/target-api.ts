import { queryOptions } from '@tanstack/react-query';

import { del, get, post } from '@/lib/api-client';
import type { components } from '@/lib/api-types';
import { today } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { useAct } from '@/lib/use-act';

type Schemas = components['schemas'];
export type Target = Schemas['NextPositionReply'];

// What somebody is preparing for on a day.
export const targetsQuery = (person: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['targets', person, on ?? 'today'],
    queryFn: ({ signal }) =>
      get<Schemas['NextPositionsReply']>(`/people/${person}/next-positions`, {
        query: { on },
        signal,
      }),
  });

// Every position of the catalogue, by name.
export const positionsQuery = (language: string) =>
  queryOptions({
    queryKey: ['requirement-choices', language],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) =>
      get<Schemas['RequirementChoices']>('/requirement-choices', { query: { language }, signal }),
    select: ({ reasons }) =>
      reasons
        .filter((reason) => reason.kind === 'position')
        .map(({ id, name, name_en }) => ({ value: id, label: nameIn(language, name, name_en) })),
  });

export const useChooseTarget = (person: string) =>
  useAct((position: string, key) =>
    post<{ id: string }>(`/people/${person}/next-positions`, { position, from: today() }, { key }),
  );

export const useClearTarget = () => useAct((target: string) => del(`/next-positions/${target}`));

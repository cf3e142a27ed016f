import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { get } from '@/lib/api-client';
import type { components } from '@/lib/api-types';
import { useSession } from '@/lib/session';

import type { Roster } from './api';

type Schemas = components['schemas'];
export type Standing = Schemas['PersonStanding'];

const standingsQuery = (unit: string, on: string, people: string[]) => ({
  queryKey: ['units', unit, 'standings', on, people],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    get<Schemas['StandingsReply']>(`/units/${unit}/standings`, {
      query: { on, people: people.join(',') },
      signal,
    }),
});

// All of them, page by page: the rows of the roster are in another order.
async function allDuties(unit: string, on: string, signal: AbortSignal) {
  const items: Schemas['DutyReply'][] = [];
  for (let cursor: string | null | undefined = ''; cursor != null;) {
    const page: Schemas['DutiesReply'] = await get(`/units/${unit}/concurrent-duties`, {
      query: { on, cursor, limit: 200 },
      signal,
    });
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

const dutiesQuery = (unit: string, on: string) => ({
  queryKey: ['units', unit, 'concurrent-duties', on],
  queryFn: ({ signal }: { signal: AbortSignal }) => allDuties(unit, on, signal),
});

// How far the people of the pages read so far are with what is required of them; by person.
export function useStandings(unit: string, on: string, pages: Roster[] | undefined) {
  const { may } = useSession();
  const lists = (pages ?? [])
    .map((page) => [...new Set(page.items.map((row) => row.person).filter((person) => !!person))])
    .filter((people) => people.length > 0);
  const enabled = may('read_needs');
  const standings = useQueries({
    queries: lists.map((people) => ({ ...standingsQuery(unit, on, people), enabled })),
    combine: (results) => results.flatMap(({ data }) => (data ? data.items : [])),
  });
  const byPerson = useMemo(
    () => new Map(standings.map((standing) => [standing.person, standing])),
    [standings],
  );
  return enabled ? byPerson : undefined;
}

// How many competencies those who do a duty beside their post miss for it; by person.
export function useMissingForDuties(unit: string, on: string, hasConcurrent: boolean) {
  const { may } = useSession();
  const enabled = may('read_needs') && hasConcurrent && unit !== '';
  const { data } = useQuery({ ...dutiesQuery(unit, on), enabled });
  return useMemo(
    () => data && new Map(data.map((duty) => [duty.person.id, duty.missing.length])),
    [data],
  );
}

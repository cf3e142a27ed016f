import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { download, get, getVersioned, type Page } from '@/lib/api-client';
import type { components } from '@/lib/api-types';

type Schemas = components['schemas'];
export type Roster = Schemas['RosterReply'];
export type RosterRow = Schemas['RosterRowReply'];
export type RosterFilter = 'all' | 'vacant' | 'concurrent' | 'temporary' | 'lacking';
export type Lacking = Schemas['LackingReply'];
export type Comparison = Schemas['ComparisonReply'];
export type Change = Schemas['StructureChange'];

export type RosterQuestion = { unit: string; on: string; show: RosterFilter; search: string };

export const rosterQuery = ({ unit, ...query }: RosterQuestion) =>
  infiniteQueryOptions({
    queryKey: ['units', unit, 'roster', query],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) =>
      get<Roster>(`/units/${unit}/roster`, {
        query: { ...query, from: pageParam, limit: 200 },
        signal,
      }),
    getNextPageParam: (page) => page.next,
    placeholderData: (old) => old,
  });

export const exportRoster = (
  { unit, ...query }: RosterQuestion,
  format: 'xlsx' | 'csv',
  language: string,
) => download(`/units/${unit}/roster.${format}`, { query: { ...query, language } });

export const lackingQuery = (unit: string, duty: string, on: string) =>
  queryOptions({
    queryKey: ['units', unit, 'lacking', duty, on],
    queryFn: ({ signal }) =>
      get<Lacking>(`/units/${unit}/lacking`, { query: { duty, on }, signal }),
    placeholderData: (old) => old,
  });

export const rootsQuery = (on: string) =>
  queryOptions({
    queryKey: ['units', 'roots', on],
    queryFn: ({ signal }) =>
      get<Schemas['ChildrenReply']>('/units/roots', { query: { on }, signal }),
  });

export const childrenQuery = (unit: string, on: string) =>
  queryOptions({
    queryKey: ['units', unit, 'children', on],
    queryFn: ({ signal }) =>
      get<Schemas['ChildrenReply']>(`/units/${unit}/children`, { query: { on }, signal }),
  });

export const countsQuery = (unit: string, on: string) =>
  queryOptions({
    queryKey: ['units', unit, 'counts', on],
    queryFn: ({ signal }) =>
      get<Schemas['CountsReply']>(`/units/${unit}/counts`, { query: { on }, signal }),
    placeholderData: (old) => old,
  });

export const changesQuery = queryOptions({
  queryKey: ['structure-changes'],
  queryFn: ({ signal }) => get<Schemas['ChangesReply']>('/structure-changes', { signal }),
  staleTime: 5 * 60_000,
});

export const comparisonQuery = (unit: string, then: string, now: string) =>
  queryOptions({
    queryKey: ['units', unit, 'comparison', then, now],
    queryFn: ({ signal }) =>
      get<Comparison>(`/units/${unit}/comparison`, { query: { then, now }, signal }),
  });

export type CountBy = 'then' | 'now';
export type Headcount = Schemas['HeadcountReply'];

// Absent where the reader may not read the people of the unit, or where it does not stand.
export const headcountQuery = (unit: string, on: string, by: CountBy) =>
  queryOptions({
    queryKey: ['units', unit, 'headcount', on, by],
    queryFn: ({ signal }) =>
      get<Headcount>(`/units/${unit}/headcount`, { query: { on, by }, signal }),
    retry: false,
  });

export type Person = Schemas['PersonFileReply'];
export type CareerLine = Schemas['CareerLineReply'];
export type Fact = Schemas['FactReply'];
export type HoldingKind = 'main' | 'concurrent' | 'acting' | 'seconded';
export type FoundPerson = Schemas['FoundPersonReply'];

export const personQuery = (person: string, on: string) =>
  queryOptions({
    queryKey: ['people', person, on],
    queryFn: ({ signal }) => getVersioned<Person>(`/people/${person}`, { query: { on }, signal }),
  });

export const careerQuery = (person: string) =>
  queryOptions({
    queryKey: ['people', person, 'holdings'],
    queryFn: ({ signal }) => get<Schemas['CareerReply']>(`/people/${person}/holdings`, { signal }),
  });

export const factsQuery = (person: string, on: string) =>
  queryOptions({
    queryKey: ['people', person, 'facts', on],
    queryFn: ({ signal }) =>
      get<Schemas['FactsReply']>(`/people/${person}/facts`, { query: { on }, signal }),
  });

export type Attendance = Schemas['AttendanceReply'];

export const trainingQuery = (person: string, on: string) =>
  queryOptions({
    queryKey: ['people', person, 'training-record', on],
    queryFn: ({ signal }) =>
      get<Schemas['TrainingRecordReply']>(`/people/${person}/training-record`, {
        query: { on },
        signal,
      }),
  });

export const catalogueQuery = queryOptions({
  queryKey: ['positions'],
  queryFn: ({ signal }) => get<Schemas['CatalogueReply']>('/positions', { signal }),
  staleTime: 5 * 60_000,
});

export const peopleQuery = (unit: string, search: string, on: string) =>
  queryOptions({
    queryKey: ['people', 'search', unit, search, on],
    queryFn: ({ signal }) =>
      get<Page<FoundPerson>>('/people', { query: { unit, search, on, limit: 20 }, signal }),
    placeholderData: (old) => old,
  });

export type HoldingBody = Schemas['HoldingBody'];
export type FactBody = Schemas['FactBody'];
export type NewPersonBody = Schemas['NewPersonBody'];

// For the picker: people at or below a unit, with their position.
export async function findPeople(unit: string, search: string, signal: AbortSignal) {
  const found = await get<Page<FoundPerson>>('/people', {
    query: { unit, search, limit: 20 },
    signal,
  });
  return found.items.map((each) => ({ id: each.id, name: each.name, parent: each.position_name }));
}

// The posts at or below a unit, each once; the vacant ones first.
export async function findPosts(unit: string, on: string, search: string, signal: AbortSignal) {
  const roster = await get<Roster>(`/units/${unit}/roster`, {
    query: { on, search, limit: 200 },
    signal,
  });
  const rows = [...roster.items].sort((a, b) => Number(!!a.holding) - Number(!!b.holding));
  const posts = new Map(
    rows.map((row) => [row.post, { id: row.post, name: row.position_name, parent: row.unit_name }]),
  );
  return [...posts.values()];
}

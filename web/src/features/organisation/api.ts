import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { download, get } from '@/lib/api-client';
import type { components } from '@/lib/api-types';

type Schemas = components['schemas'];
export type Roster = Schemas['RosterReply'];
export type RosterRow = Schemas['RosterRowReply'];
export type RosterFilter = 'all' | 'vacant' | 'concurrent' | 'temporary';
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

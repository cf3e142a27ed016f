import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';

import { del, download, get, type Page, post, put } from '@/lib/api-client';
import type { components } from '@/lib/api-types';
import { useAct } from '@/lib/use-act';

type Schemas = components['schemas'];
export type PlanSummary = Schemas['PlanSummary'];
export type Plan = Schemas['PlanReply'];
export type Line = Schemas['PlanLineReply'];
export type LinePeople = Schemas['LinePeopleReply'];
export type LinePerson = Schemas['LinePersonReply'];
export type Exception = Schemas['PlanExceptionReply'];
export type Suggestion = Schemas['SuggestionReply'];
export type SearchPoint = Schemas['SearchPoint'];
export type Move = Schemas['Move'];
// What a search shows while it runs.
export type Offer = { plan: string; curve: SearchPoint[] };

export const sources = ['central', 'province', 'commune', 'target_programme', 'other'] as const;
export type Source = (typeof sources)[number];

export const plansQuery = (unit: string | null, year: string) =>
  queryOptions({
    queryKey: ['plans', unit, year],
    queryFn: ({ signal }) =>
      get<Page<PlanSummary>>('/plans', { query: { unit, year, limit: 200 }, signal }),
  });

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['plan', id],
    queryFn: ({ signal }) => get<Plan>(`/plans/${id}`, { signal }),
  });

// How many positions of the plan's unit have what a plan rests on; the list itself is another page.
export const foundationsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['units', unit, 'foundations'],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) =>
      get<Schemas['FoundationsReply']>(`/units/${unit}/foundations`, {
        query: { limit: 1 },
        signal,
      }),
  });

export const linePeopleQuery = (plan: PlanSummary, line: string, from: number) =>
  queryOptions({
    queryKey: ['plan', plan.id, 'line', line, plan.version, from],
    queryFn: ({ signal }) =>
      get<LinePeople>(`/plans/${plan.id}/lines/${line}/people`, {
        query: { from, limit: 100 },
        signal,
      }),
  });

// The version in the key: an exception is allowed and taken back by changes of the plan.
export const exceptionsQuery = (plan: string, version: number) =>
  queryOptions({
    queryKey: ['plan', plan, 'exceptions', version],
    queryFn: ({ signal }) => get<{ items: Exception[] }>(`/plans/${plan}/exceptions`, { signal }),
  });

export const peopleQuery = (unit: string, search: string) =>
  queryOptions({
    queryKey: ['people', 'for-plan', unit, search],
    queryFn: ({ signal }) =>
      get<Page<Schemas['FoundPersonReply']>>('/people', {
        query: { unit, search, limit: 20 },
        signal,
      }),
    placeholderData: (old) => old,
  });

export const groupsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['target-groups', unit, 'for-plan'],
    queryFn: ({ signal }) =>
      get<Page<{ id: string; title: string; status: string }>>('/target-groups', {
        query: { unit, limit: 200 },
        signal,
      }),
  });

export const suggestionsQuery = (group: string) =>
  queryOptions({
    queryKey: ['target-groups', group, 'programmes'],
    queryFn: ({ signal }) =>
      get<{ items: Suggestion[] }>(`/target-groups/${group}/programmes`, { signal }),
  });

export const exportPlan = (
  id: string,
  what: 'table' | 'participants',
  format: 'xlsx' | 'csv',
  language: string,
) =>
  download(`/plans/${id}/${what}`, {
    query: { format, language: language === 'vi' ? 'vi' : 'en' },
  });

export const replanQuery = ({ id, version }: PlanSummary) =>
  queryOptions({
    queryKey: ['plan', id, 'replan', version],
    queryFn: ({ signal }) => get<Schemas['ReplanReply']>(`/plans/${id}/replan`, { signal }),
  });

export const saveProof = (id: string) => download(`/plans/${id}/proof`);

export const useAddPlan = () => useAct((body: unknown, key) => post<Plan>('/plans', body, { key }));

// `changes` what is there already, rather than adding to the plan.
export type Act = { path: string; body?: unknown; changes?: boolean };

function useKept(id: string) {
  const client = useQueryClient();
  return (changed: Plan) => client.setQueryData(planQuery(id).queryKey, changed);
}

// Every act on a plan says which version was read, and answers with the plan as it stands then.
export function usePlanAct(plan: Plan) {
  const { id, version } = plan.plan;
  return useAct(
    ({ path, body = {}, changes }: Act, key) =>
      changes
        ? put<Plan>(`/plans/${id}/${path}`, body, { version })
        : post<Plan>(`/plans/${id}/${path}`, body, { version, key }),
    { onDone: useKept(id), apart: ({ path }) => path },
  );
}

export function useRemove(plan: Plan) {
  const { id, version } = plan.plan;
  return useAct((path: string) => del<Plan>(`/plans/${id}/${path}`, { version }), {
    onDone: useKept(id),
  });
}

export function useSolve(plan: Plan) {
  const { id, version } = plan.plan;
  return useAct((gap: number, key) =>
    post<{ job: string }>(`/plans/${id}/solutions`, { gap }, { version, key }),
  );
}

export function useCancelSession(plan: Plan) {
  const { id, version } = plan.plan;
  return useAct(({ session, reason }: { session: string; reason: string }, key) =>
    post<{ job: string }>(
      `/plans/${id}/sessions/${session}/cancellation`,
      { reason },
      { version, key },
    ),
  );
}

type Running = { id: string; offer?: unknown };

// A search that somebody began before this page was opened.
export function useRunningSearch(plan: Plan, enabled: boolean): string | null {
  const { data } = useQuery({
    queryKey: ['plan', plan.plan.id, 'search'],
    enabled,
    queryFn: ({ signal }) =>
      get<Page<Running>>('/jobs', {
        query: { kind: 'planning.solve', status: 'running', limit: 20 },
        signal,
      }),
  });
  const isOfPlan = ({ offer }: Running) => (offer as Offer | null)?.plan === plan.plan.id;
  return data?.items.find(isOfPlan)?.id ?? null;
}

import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';

import { download, get, type Page, post, put, upload } from '@/lib/api-client';
import type { components } from '@/lib/api-types';
import { useAct } from '@/lib/use-act';

type Schemas = components['schemas'];
export type RosterImport = Schemas['RosterImportReply'];
export type Fault = Schemas['RosterFaultReply'];
export type FaultOption = Schemas['FaultOption'];
export type Line = Schemas['RosterLineReply'];
export type Column = Fault['column'];
export type DateOrder = RosterImport['date_order'];
export type Verdict = Line['verdict'];
export type NewAnswer = { row: number; column: Column; choice?: string; text?: string };

// The columns in the order of the template.
export const columns: Column[] = [
  'staff_number',
  'name',
  'birth_date',
  'sex',
  'unit',
  'division',
  'position',
  'kind',
  'share',
  'from_date',
  'until_date',
  'rank',
  'qualification',
  'decision',
  'email',
];
export const required: Column[] = ['staff_number', 'name', 'birth_date', 'position', 'from_date'];

export const importsQuery = (unit: string) =>
  infiniteQueryOptions({
    queryKey: ['roster-imports', 'of', unit],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      get<Page<RosterImport>>(`/units/${unit}/roster-imports`, {
        query: { cursor: pageParam, limit: 20 },
        signal,
      }),
    getNextPageParam: (page) => page.next,
  });

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['roster-imports', id],
    queryFn: ({ signal }) => get<RosterImport>(`/roster-imports/${id}`, { signal }),
  });

export const faultsQuery = (id: string, checked: string | null) =>
  infiniteQueryOptions({
    queryKey: ['roster-imports', id, 'faults', checked],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      get<Page<Fault>>(`/roster-imports/${id}/faults`, {
        query: { cursor: pageParam, limit: 100 },
        signal,
      }),
    getNextPageParam: (page) => page.next,
  });

export const linesQuery = (id: string, verdict: Verdict) =>
  infiniteQueryOptions({
    queryKey: ['roster-imports', id, 'rows', verdict],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      get<Page<Line>>(`/roster-imports/${id}/rows`, {
        query: { verdict, cursor: pageParam, limit: 100 },
        signal,
      }),
    getNextPageParam: (page) => page.next,
  });

const paper = (language: string) => (language === 'vi' ? 'vi' : 'en');

export const downloadTemplate = (unit: string, language: string) =>
  download('/roster-imports/template.xlsx', { query: { unit, language: paper(language) } });

export const downloadMarked = (id: string, language: string) =>
  download(`/roster-imports/${id}/marked.xlsx`, { query: { language: paper(language) } });

export const useUpload = (unit: string) =>
  useAct(
    (file: File, key) => upload<RosterImport>(`/units/${unit}/roster-imports`, file, { key }),
    {
      apart: (file) => file,
    },
  );

function useKept(id: string) {
  const client = useQueryClient();
  return (kept: RosterImport) => client.setQueryData(importQuery(id).queryKey, kept);
}

export const useMapping = (id: string) =>
  useAct(
    (mapping: { columns: RosterImport['columns']; date_order: DateOrder }) =>
      put<RosterImport>(`/roster-imports/${id}/mapping`, mapping),
    { onDone: useKept(id) },
  );

// What is done to one import goes in turn: a dry run begins after the last answer is kept.
const turnOf = (id: string) => `roster-import-${id}`;

// Answers are kept at once; the next dry run takes them.
export const useAnswer = (id: string) =>
  useAct(
    (answer: NewAnswer) =>
      put<RosterImport>(`/roster-imports/${id}/answers`, { answers: [answer] }),
    { onDone: useKept(id), inTurn: turnOf(id) },
  );

const useStep = <Input>(id: string, path: string, body: (input: Input) => unknown) =>
  useAct(
    (input: Input, key) =>
      post<RosterImport>(`/roster-imports/${id}/${path}`, body(input), { key }),
    { onDone: useKept(id), inTurn: turnOf(id) },
  );

export const useCheck = (id: string) => useStep<void>(id, 'check', () => ({}));
export const useApplication = (id: string) =>
  useStep<'all' | 'good'>(id, 'application', (rows) => ({ rows }));
export const useUndo = (id: string) => useStep<void>(id, 'reversal', () => ({}));

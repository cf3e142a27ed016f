import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { download, get, getVersioned, type Page, post, put, upload } from '@/lib/api-client';
import type { components } from '@/lib/api-types';
import { useAct } from '@/lib/use-act';

type Schemas = components['schemas'];
export type Programme = Schemas['ProgrammeReply'];
export type ProgrammeDetails = Schemas['ProgrammePageReply'];
export type Overlap = Schemas['OverlapReply'];
export type ProgrammeBody = Schemas['ProgrammeDraft'];
export type Country = Schemas['CountryProfile'];
export type Competency = { id: string; name: string; levels: number };

export const forms = [
  'class',
  'online',
  'blended',
  'practical',
  'rotation',
  'coaching',
  'self_study',
] as const;

export const catalogueQuery = (search: string, form: string) =>
  infiniteQueryOptions({
    queryKey: ['programmes', search, form],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      get<Page<Programme>>('/programmes', {
        query: { search, form, cursor: pageParam, limit: 50 },
        signal,
      }),
    getNextPageParam: (page) => page.next,
    placeholderData: (old) => old,
  });

export const programmeQuery = (version: string, language: string) =>
  queryOptions({
    queryKey: ['programme', version, language],
    queryFn: ({ signal }) =>
      getVersioned<ProgrammeDetails>(`/programme-versions/${version}`, {
        query: { language },
        signal,
      }),
  });

export const participationsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['units', unit, 'participation-counts'],
    queryFn: ({ signal }) =>
      get<Schemas['ParticipationCounts']>(`/units/${unit}/participation-counts`, { signal }),
  });

export const overlapsQuery = (version: string) =>
  queryOptions({
    queryKey: ['programme', version, 'overlaps'],
    queryFn: ({ signal }) =>
      get<{ items: Overlap[] }>(`/programme-versions/${version}/overlaps`, {
        query: { percent: 50 },
        signal,
      }),
  });

export const exportTopics = (version: string) =>
  download(`/programme-versions/${version}/topics.xlsx`);

export const useApproveProgramme = (id: string, version: string) =>
  useAct((_: void, key) => post(`/programme-versions/${id}/approval`, {}, { version, key }));

export const useDraftNext = (id: string) =>
  useAct((_: void, key) => post<{ id: string }>(`/programme-versions/${id}/next`, {}, { key }));

// Those that the reader may edit or approve.
export const draftsQuery = queryOptions({
  queryKey: ['programmes', 'drafts'],
  queryFn: ({ signal }) => get<{ items: Programme[] }>('/programme-drafts', { signal }),
});

export const competenciesQuery = (language: string) =>
  queryOptions({
    queryKey: ['requirement-choices', language],
    queryFn: ({ signal }) =>
      get<{ competencies: Competency[] }>('/requirement-choices', { query: { language }, signal }),
    staleTime: 5 * 60_000,
  });

export const countryQuery = queryOptions({
  queryKey: ['country'],
  queryFn: ({ signal }) => get<Country>('/country', { signal }),
  staleTime: Infinity,
});

// For choosing another programme: the approved ones whose title has the words sought.
export async function findProgrammes(search: string, signal: AbortSignal) {
  const found = await get<Page<Programme>>('/programmes', {
    query: { search, limit: 20 },
    signal,
  });
  return found.items.map((each) => ({ id: each.programme, name: each.title, parent: each.code }));
}

// A new one where there is no version yet. Answers with the version to show.
export const useSaveProgramme = (found?: { id: string; version: string }) =>
  useAct(
    async (body: ProgrammeBody, key) => {
      if (!found) return post<{ id: string }>('/programmes', body, { key });
      await put(`/programme-versions/${found.id}`, body, { version: found.version });
      return { id: found.id };
    },
    { keepsDraft: true },
  );

export const useAddEquivalence = (programme: string) =>
  useAct((body: { stands_for: string; months_valid: number }, key) =>
    post(`/programmes/${programme}/equivalences`, body, { key }),
  );

export const useReadTopics = (id: string, version: string) =>
  useAct(
    (file: File, key) =>
      upload<{ topics: number }>(`/programme-versions/${id}/topics`, file, { version, key }),
    { apart: (file) => file },
  );

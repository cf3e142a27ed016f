import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { get, getVersioned, type Page, post, put } from '@/lib/api-client';
import type { components } from '@/lib/api-types';
import { useAct } from '@/lib/use-act';

type Schemas = components['schemas'];
export type Reorganisations = Schemas['ReorganisationsReply'];
export type Reorganisation = Schemas['ReorganisationReply'];
export type Step = Schemas['ReorganisationStep'];
export type Draft = Schemas['ReorganisationDraft'];
export type Head = Omit<Draft, 'steps'>;
export type Preview = Schemas['ReorganisationPreview'];
export type PersonToPlace = Schemas['PersonToPlaceReply'];
export type Placement = { person: string; unit: string };
export type Country = Schemas['CountryProfile'];

const key = 'reorganisations';

export const listQuery = queryOptions({
  queryKey: [key],
  queryFn: ({ signal }) => get<Reorganisations>('/reorganisations', { signal }),
});

export const oneQuery = (id: string) =>
  queryOptions({
    queryKey: [key, id],
    queryFn: ({ signal }) => getVersioned<Reorganisation>(`/reorganisations/${id}`, { signal }),
  });

export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: [key, id, 'preview'],
    queryFn: ({ signal }) => get<Preview>(`/reorganisations/${id}/preview`, { signal }),
  });

export const peopleQuery = (id: string, open: boolean) =>
  infiniteQueryOptions({
    queryKey: [key, id, 'unplaced', open],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      get<Page<PersonToPlace>>(`/reorganisations/${id}/unplaced`, {
        query: { open, limit: 200, cursor: pageParam },
        signal,
      }),
    getNextPageParam: (page) => page.next,
    placeholderData: (old) => old,
  });

export const countryQuery = queryOptions({
  queryKey: ['country'],
  queryFn: ({ signal }) => get<Country>('/country', { signal }),
  staleTime: Infinity,
});

export const usePrepare = () =>
  useAct((body: Schemas['NewReorganisation'], key) =>
    post<{ id: string }>('/reorganisations', body, { key }),
  );

export const promiseUnit = (id: string) =>
  post<{ unit: string }>(`/reorganisations/${id}/units`, {});

export const useSaveDraft = (id: string, version: string) =>
  useAct((body: Draft) => put(`/reorganisations/${id}`, body, { version }), { keepsDraft: true });

export type Act = 'submission' | 'withdrawal' | 'approval' | 'return';

export const useReorganisationAct = (id: string, version: string) =>
  useAct(
    ({ what, reason }: { what: Act; reason?: string }, key) =>
      post(`/reorganisations/${id}/${what}`, what === 'return' ? { reason } : {}, { version, key }),
    { apart: ({ what }) => what },
  );

export const usePlace = (id: string) =>
  useAct((placements: Placement[]) => put(`/reorganisations/${id}/placements`, { placements }));

import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';

import { useActKey } from '@/lib/act-key';
import { get, getVersioned, type Page, post, put } from '@/lib/api-client';
import type { components } from '@/lib/api-types';

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

function useRefresh() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: [key] });
}

export function usePrepare() {
  const act = useActKey();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Schemas['NewReorganisation']) =>
      post<{ id: string }>('/reorganisations', body, { key: act.next() }),
    onSuccess: () => {
      act.renew();
      return refresh();
    },
  });
}

export const promiseUnit = (id: string) =>
  post<{ unit: string }>(`/reorganisations/${id}/units`, {});

export function useSaveDraft(id: string, version: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Draft) => put(`/reorganisations/${id}`, body, { version }),
    onSuccess: refresh,
  });
}

export type Act = 'submission' | 'withdrawal' | 'approval' | 'return';

export function useAct(id: string, version: string) {
  const act = useActKey();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ what, reason }: { what: Act; reason?: string }) =>
      post(`/reorganisations/${id}/${what}`, what === 'return' ? { reason } : {}, {
        version,
        key: act.next(),
      }),
    onError: () => act.renew(),
    onSuccess: () => {
      act.renew();
      // An approval changes the tree that every screen shows.
      return cache.invalidateQueries();
    },
  });
}

export function usePlace(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (placements: Placement[]) =>
      put(`/reorganisations/${id}/placements`, { placements }),
    onSuccess: refresh,
  });
}

import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';

import { useActKey } from '@/lib/act-key';
import { download, get, getVersioned, type Page, post } from '@/lib/api-client';
import type { components } from '@/lib/api-types';

type Schemas = components['schemas'];
export type Programme = Schemas['ProgrammeReply'];
export type ProgrammeDetails = Schemas['ProgrammePageReply'];
export type Overlap = Schemas['OverlapReply'];

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

export function useApproveProgramme(id: string, version: string) {
  const client = useQueryClient();
  const key = useActKey();
  return useMutation({
    mutationFn: () => post(`/programme-versions/${id}/approval`, {}, { version, key: key.next() }),
    onSuccess: () => {
      key.renew();
      return Promise.all([
        client.invalidateQueries({ queryKey: ['programme'] }),
        client.invalidateQueries({ queryKey: ['programmes'] }),
      ]);
    },
  });
}

export function useDraftNext(id: string) {
  const key = useActKey();
  return useMutation({
    mutationFn: () =>
      post<{ id: string }>(`/programme-versions/${id}/next`, {}, { key: key.next() }),
    onSuccess: () => key.renew(),
  });
}

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { del, get, post, Problem } from '@/lib/api-client';
import type { components } from '@/lib/api-types';
import { useAct } from '@/lib/use-act';

type Schemas = components['schemas'];
export type Reading = Schemas['AuditItem'];
export type Session = Schemas['SessionItem'];
export type Notice = Schemas['NoticeItem'];

// Who read the file of the person signed in. An account without a staff record has no file.
export const readingsQuery = infiniteQueryOptions({
  queryKey: ['me', 'readings'],
  initialPageParam: '',
  queryFn: async ({ signal, pageParam }): Promise<Schemas['AuditItemPage']> => {
    try {
      return await get('/me/readings', { query: { cursor: pageParam }, signal });
    } catch (error) {
      if (error instanceof Problem && error.code === 'person') return { items: [], next: null };
      throw error;
    }
  },
  getNextPageParam: (page) => page.next,
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => get<Schemas['SessionItemPage']>('/sessions', { signal }),
});

export const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices'],
  initialPageParam: '',
  queryFn: ({ signal, pageParam }) =>
    get<Schemas['NoticePage']>('/notices', { query: { cursor: pageParam }, signal }),
  getNextPageParam: (page) => page.next,
});

export const useEndSession = () => useAct<string, void>((id) => del(`/sessions/${id}`));
export const useEndOthers = () => useAct<void, void>(() => del('/sessions'));
export const useReadNotice = () =>
  useAct<string, void>((id, key) => post(`/notices/${id}/reading`, undefined, { key }));

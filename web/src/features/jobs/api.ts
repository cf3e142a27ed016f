import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { get, post } from '@/lib/api-client';
import type { components } from '@/lib/api-types';
import { useAct } from '@/lib/use-act';

type Schemas = components['schemas'];
export type Job = Schemas['JobItem'];

export const jobsQuery = (status: string) =>
  infiniteQueryOptions({
    queryKey: ['jobs', 'list', status],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      get<Schemas['JobItemPage']>('/jobs', {
        query: { status: status === 'all' ? null : status, cursor: pageParam },
        signal,
      }),
    getNextPageParam: (page) => page.next,
    placeholderData: (old) => old,
  });

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => get<Job>(`/jobs/${id}`, { signal }),
  });

export const useRunAgain = (id: string) =>
  useAct<void, Job>((_, key) => post(`/jobs/${id}/retry`, undefined, { key }));

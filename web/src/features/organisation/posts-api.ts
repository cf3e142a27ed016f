import { infiniteQueryOptions } from '@tanstack/react-query';

import { get } from '@/lib/api-client';
import type { components } from '@/lib/api-types';

type Schemas = components['schemas'];
export type Posts = Schemas['PostsReply'];
export type ListedPost = Schemas['ListedPost'];
export type NewPostBody = Schemas['NewPostBody'];
export type AuthorisationBody = Schemas['AuthorisationBody'];

export const postsQuery = (unit: string, on: string) =>
  infiniteQueryOptions({
    queryKey: ['units', unit, 'posts', on],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) =>
      get<Posts>(`/units/${unit}/posts`, { query: { on, from: pageParam, limit: 200 }, signal }),
    getNextPageParam: (page) => page.next,
    placeholderData: (old) => old,
  });

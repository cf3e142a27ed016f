import { queryOptions } from '@tanstack/react-query';

import { get } from './api-client';
import type { components } from './api-types';

// The tests that the person signed in may take, for the ways that lead to them.
export const testsQuery = (language: string) =>
  queryOptions({
    queryKey: ['tests', language],
    queryFn: ({ signal }) =>
      get<components['schemas']['TestOffersReply']>('/me/tests', { query: { language }, signal }),
  });

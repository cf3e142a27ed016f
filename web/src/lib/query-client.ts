import { QueryClient } from '@tanstack/react-query';

import { Problem } from './api-client';

// Reads are tried again when the network or the server failed, never when they were refused;
// writes are never repeated by themselves.
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => count < 2 && !(error instanceof Problem && error.isRefusal),
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

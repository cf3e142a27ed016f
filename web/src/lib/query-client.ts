import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

import { Problem } from './api-client';
import { sessionQuery } from './session';

// Reads are tried again when the network or the server failed, never when they were refused;
// writes are never repeated by themselves. A session that has ended leads back to signing in.
export function makeQueryClient(): QueryClient {
  const onError = (error: Error) => {
    const isEnded = error instanceof Problem && error.status === 401;
    if (isEnded && client.getQueryData(sessionQuery.queryKey)) {
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    }
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => count < 2 && !(error instanceof Problem && error.isRefusal),
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}

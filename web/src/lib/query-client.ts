import { MutationCache, type Query, QueryCache, QueryClient } from '@tanstack/react-query';

import { Problem } from './api-client';
import { sessionQuery } from './session';

declare module '@tanstack/react-query' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- a type cannot be added to
  interface Register {
    mutationMeta: { rereadsNothing?: boolean; keepsDraft?: boolean };
  }
}

// Reads are tried again when the network or the server failed, never when they were refused;
// writes are never repeated by themselves. After a 401 the session is read again: where it has ended,
// signing in opens over the page.
// After an act, and where somebody else was faster, all that is on screen is read again: what an act
// changes shows in more places than the page that has its button knows of. What is not on screen is
// forgotten, so that no form opens on what stood there before.
export function makeQueryClient(): QueryClient {
  const onError = (error: Error) => {
    const isUnknown = error instanceof Problem && error.status === 401;
    const session = client.getQueryData(sessionQuery.queryKey);
    if (isUnknown && session && !session.hasEnded) {
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    }
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({
      onError,
      onSettled: (_data, error, _given, _before, { meta }) => {
        const isOld = error instanceof Problem && error.isOvertaken && !meta?.keepsDraft;
        const isDone = error === null && !meta?.rereadsNothing;
        if (!isDone && !isOld) return undefined;
        client.removeQueries({ type: 'inactive', predicate: isStill });
        return client.invalidateQueries();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => count < 2 && !(error instanceof Problem && error.isRefusal),
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  forgetWhatIsLeft(client);
  return client;
}

const isStill = (query: Query) => query.state.fetchStatus === 'idle';

// A page that is left before it was read again leaves behind what it read before the act.
function forgetWhatIsLeft(client: QueryClient) {
  const cache = client.getQueryCache();
  cache.subscribe(({ type, query }) => {
    if (type !== 'observerRemoved') return;
    queueMicrotask(() => {
      if (!query.isActive() && query.state.isInvalidated) cache.remove(query);
    });
  });
}

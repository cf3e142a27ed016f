import { queryOptions, useQuery } from '@tanstack/react-query';

import { get, Problem } from './api-client';

// Who is signed in, in the server's words.
export type Session = {
  account: string;
  login: string;
  name: string;
  person: string | null;
  unit: string;
  language: string;
  must_change_password: boolean;
  roles: { role: string; unit: string; from: string; until: string }[];
  permissions: string[];
  home: string[];
  // The server has ended it while work was on screen: the page stays until somebody signs in again.
  hasEnded?: true;
};

// Null when nobody is signed in.
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal, client }): Promise<Session | null> => {
    try {
      return await get<Session>('/session', { signal });
    } catch (error) {
      if (!(error instanceof Problem && error.status === 401)) throw error;
      const before = client.getQueryData<Session | null>(['session']);
      return before ? { ...before, hasEnded: true } : null;
    }
  },
});

export function useSession() {
  const { data } = useQuery(sessionQuery);
  const session = data ?? null;
  // Shows or hides a way to a page. What may be done on a thing is told by its own `actions`.
  const may = (permission: string) => session?.permissions.includes(permission) ?? false;
  return { session, may };
}

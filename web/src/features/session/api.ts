import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';

import { del, get, post, put } from '@/lib/api-client';
import { chooseLanguage, hasChosenLanguage, speak } from '@/lib/i18n';
import { isLanguage, type Language } from '@/lib/languages';
import { type Session, sessionQuery } from '@/lib/session';

type Login = { login: string; password: string };

// Whatever the one before could read goes. The session itself is kept and set anew: pages on screen
// watch it, and a query that is removed tells them nothing.
function become(client: QueryClient, session: Session | null) {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] });
  client.setQueryData(sessionQuery.queryKey, session);
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (login: Login) => {
      await post('/session', login);
      return get<Session>('/session');
    },
    onSuccess: async (session) => {
      const before = client.getQueryData(sessionQuery.queryKey);
      // Whoever signs in again goes on where the work stopped.
      if (before?.account === session.account) client.setQueryData(sessionQuery.queryKey, session);
      else become(client, session);
      if (!hasChosenLanguage() && isLanguage(session.language)) await speak(session.language);
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => del('/session'),
    onSuccess: () => become(client, null),
  });
}

// For whoever leaves a page whose session the server has ended.
export function useLeave() {
  const client = useQueryClient();
  return () => become(client, null);
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { current: string; password: string }) => put('/password', change),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
}

// Ends all sessions of the account, one on this computer too.
export function useRecovery() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (use: { login: string; code: string; password: string }) => post('/recovery', use),
    onSuccess: () => {
      client.setQueryData(sessionQuery.queryKey, null);
      return client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}

// The page changes at once; the account remembers it for the next computer.
export function useChooseLanguage() {
  return useMutation({
    mutationFn: async (language: Language) => {
      await chooseLanguage(language);
      await put('/language', { language });
    },
  });
}

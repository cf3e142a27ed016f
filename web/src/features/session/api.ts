import { useMutation, useQueryClient } from '@tanstack/react-query';

import { del, get, post, put } from '@/lib/api-client';
import { speak } from '@/lib/i18n';
import { isLanguage } from '@/lib/languages';
import { type Session, sessionQuery } from '@/lib/session';

type Login = { login: string; password: string };

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (login: Login) => {
      await post('/session', login);
      return get<Session>('/session');
    },
    onSuccess: async (session) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
      const chosen = localStorage.getItem('nangluc.language') !== null;
      if (!chosen && isLanguage(session.language)) await speak(session.language);
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => del('/session'),
    onSuccess: () => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, null);
    },
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { old_password: string; new_password: string }) =>
      put('/session/password', change),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
}

import { useQueries } from '@tanstack/react-query';
import { createContext, useContext } from 'react';

import { Problem } from './api-client';
import { loadWords } from './i18n';
import { type Session, useSession } from './session';
import { useWords, type Values } from './words';

export type Say = { id: string; values?: Values };

// One thing to do, told by message ids so that it changes language with the page.
export type Todo = {
  key: string;
  group: 'due' | 'open' | 'own';
  // Sorts what is due; shown beside the pill.
  due?: string;
  pill?: { kind: 'neutral' | 'sent' | 'done' | 'look' | 'returned' | 'vacant'; words: Say };
  title: Say;
  note?: Say;
  to: string;
  act: Say;
};

// A feature tells its todos in `features/<name>/todos.ts` as `export const todos: TodoSource[]`.
export type TodoSource = {
  part: string;
  name: string;
  permissions?: string[];
  load: (signal: AbortSignal, session: Session) => Promise<Todo[]>;
};

// The units in which a role is held: where work may wait.
export const unitsOf = (session: Session): string[] => [
  ...new Set(session.roles.map((role) => role.unit)),
];

// What may not be read, or is too much to be read at once, brings no work.
export async function unlessRefused<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Problem && error.isRefusal) return null;
    throw error;
  }
}

// What each unit in which a role is held answers; a unit that refuses is left out.
export async function inEachUnit<T>(session: Session, read: (unit: string) => Promise<T>) {
  const found = await Promise.all(
    unitsOf(session).map(async (unit) => {
      const told = await unlessRefused(read(unit));
      return told === null ? [] : [{ unit, told }];
    }),
  );
  return found.flat();
}

export const TodoSources = createContext<TodoSource[]>([]);

// All that waits for the person signed in, what is due first.
export function useTodos() {
  const { session, may } = useSession();
  const { language } = useWords();
  const open = useContext(TodoSources).filter(
    (source) => session && (!source.permissions || source.permissions.some(may)),
  );
  return useQueries({
    queries: open.map((source) => ({
      queryKey: ['todos', source.part, source.name, language],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        if (!session) return [];
        const [todos] = await Promise.all([source.load(signal, session), loadWords(source.part)]);
        return todos;
      },
    })),
    combine: (results) => ({
      todos: results
        .flatMap((result) => result.data ?? [])
        .sort((left, right) => (left.due ?? '9').localeCompare(right.due ?? '9')),
      isPending: results.some((result) => result.isPending),
      error: results.find((result) => result.error)?.error ?? null,
      retry: () => results.forEach((result) => result.error && void result.refetch()),
    }),
  });
}

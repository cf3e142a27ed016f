import { useQueries } from '@tanstack/react-query';
import { createContext, useContext } from 'react';

import { loadWords } from './i18n';
import { useSession } from './session';
import type { Values } from './words';

export type Say = { id: string; values?: Values };

// One thing to do, told by message ids so that it changes language with the page.
export type Todo = {
  key: string;
  group: 'due' | 'week' | 'own';
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
  load: (signal: AbortSignal) => Promise<Todo[]>;
};

export const TodoSources = createContext<TodoSource[]>([]);

// All that waits for the person signed in, what is due first.
export function useTodos() {
  const { session, may } = useSession();
  const open = useContext(TodoSources).filter(
    (source) => session && (!source.permissions || source.permissions.some(may)),
  );
  return useQueries({
    queries: open.map((source) => ({
      queryKey: ['todos', source.part, source.name],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const [todos] = await Promise.all([source.load(signal), loadWords(source.part)]);
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

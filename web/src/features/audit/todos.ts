import { get } from '@/lib/api-client';
import { showDate } from '@/lib/dates';
import type { Todo, TodoSource } from '@/lib/todos';

const week = 7 * 24 * 3_600_000;

// The chain of the audit is checked once a week.
async function verification(signal: AbortSignal): Promise<Todo[]> {
  const { items } = await get<{ items: { at: string }[] }>('/audit', {
    query: { act: 'audit.verified', limit: 1 },
    signal,
  });
  const last = items[0]?.at;
  if (last && Date.now() - Date.parse(last) < week) return [];
  return [
    {
      key: 'verification',
      group: 'due',
      title: { id: 'audit.todo.verify' },
      note: last
        ? { id: 'audit.todo.verify.last', values: { date: showDate(last) } }
        : { id: 'audit.todo.verify.never' },
      to: '/audit',
      act: { id: 'audit.todo.verify.see' },
    },
  ];
}

export const todos: TodoSource[] = [
  { part: 'audit', name: 'verification', permissions: ['read_audit'], load: verification },
];

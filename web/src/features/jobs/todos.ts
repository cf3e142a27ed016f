import { get } from '@/lib/api-client';
import type { Todo, TodoSource } from '@/lib/todos';

async function failures(signal: AbortSignal): Promise<Todo[]> {
  const { items } = await get<{ items: { id: string }[] }>('/jobs', {
    query: { status: 'failed', limit: 20 },
    signal,
  });
  if (items.length === 0) return [];
  return [
    {
      key: 'failed-jobs',
      group: 'open',
      title: { id: 'jobs.todo.failed', values: { count: items.length } },
      to: '/jobs?status=failed',
      act: { id: 'jobs.todo.failed.see' },
    },
  ];
}

export const todos: TodoSource[] = [
  { part: 'jobs', name: 'failed', permissions: ['see_jobs'], load: failures },
];

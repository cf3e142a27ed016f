import { get } from '@/lib/api-client';
import type { Todo, TodoSource } from '@/lib/todos';

import type { Recovery } from './api';

async function recoveries(signal: AbortSignal): Promise<Todo[]> {
  const { items } = await get<{ items: Recovery[] }>('/recoveries', { signal });
  const waiting = items.filter((each) => each.actions.includes('confirm'));
  const asked = items.length - waiting.length;
  return [
    ...(waiting.length > 0
      ? [{ group: 'due' as const, name: 'confirm', count: waiting.length }]
      : []),
    ...(asked > 0 ? [{ group: 'open' as const, name: 'asked', count: asked }] : []),
  ].map(({ group, name, count }) => ({
    key: `recoveries-${name}`,
    group,
    title: { id: `recoveries.todo.${name}`, values: { count } },
    note: { id: `recoveries.todo.${name}.note` },
    to: '/recoveries',
    act: { id: 'recoveries.todo.see' },
  }));
}

export const todos: TodoSource[] = [
  {
    part: 'administration',
    name: 'recoveries',
    permissions: ['recover_accounts'],
    load: recoveries,
  },
];

import { get } from '@/lib/api-client';
import type { Todo, TodoSource } from '@/lib/todos';

async function notices(signal: AbortSignal): Promise<Todo[]> {
  const { unread } = await get<{ unread: number }>('/notices', { query: { limit: 1 }, signal });
  if (unread === 0) return [];
  return [
    {
      key: 'notices',
      group: 'open',
      title: { id: 'mydata.todo.notices', values: { count: unread } },
      to: '/notifications',
      act: { id: 'mydata.todo.notices.see' },
    },
  ];
}

export const todos: TodoSource[] = [{ part: 'mydata', name: 'notices', load: notices }];

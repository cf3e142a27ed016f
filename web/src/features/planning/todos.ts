import { get } from '@/lib/api-client';
import type { Todo, TodoSource } from '@/lib/todos';

import type { PlanSummary } from './api';

type Kind = {
  status: PlanSummary['status'];
  group: Todo['group'];
  pill?: 'sent' | 'returned';
};

// Plans that wait for whoever is signed in: to be decided, to be mended, to be finished.
const plansIn =
  ({ status, group, pill }: Kind) =>
  async (signal: AbortSignal): Promise<Todo[]> => {
    const { items } = await get<{ items: PlanSummary[] }>('/plans', {
      query: { status, limit: 5 },
      signal,
    });
    return items.map((plan) => ({
      key: `plan-${plan.id}`,
      group,
      pill: pill && { kind: pill, words: { id: `planning.status.${status}` } },
      title: { id: `planning.todo.${status}`, values: { title: plan.title } },
      note: {
        id: 'planning.todo.note',
        values: { unit: plan.unit_name, year: plan.year, people: plan.totals.people },
      },
      to: `/plans/${plan.id}`,
      act: { id: `planning.todo.${status}.see` },
    }));
  };

const part = 'planning';

export const todos: TodoSource[] = [
  {
    part,
    name: 'submitted',
    permissions: ['approve_plans'],
    load: plansIn({ status: 'submitted', group: 'due', pill: 'sent' }),
  },
  {
    part,
    name: 'returned',
    permissions: ['submit_plans'],
    load: plansIn({ status: 'returned', group: 'due', pill: 'returned' }),
  },
  {
    part,
    name: 'drafts',
    permissions: ['edit_plans'],
    load: plansIn({ status: 'draft', group: 'open' }),
  },
];

import type { TodoSource } from '@/lib/todos';
import { get, Problem } from '@/lib/api-client';
import { i18n } from '@/lib/i18n';

import type { Gaps } from './gap-api';

// How the levels of whoever is signed in stand to their post; nothing where nothing is required.
async function ownGaps(signal: AbortSignal) {
  const gaps = await get<Gaps>('/me/gaps', {
    query: { goal: 'present', language: i18n.locale },
    signal,
  }).catch((error: unknown) => {
    // An account without a person has no gaps.
    if (error instanceof Problem && error.isRefusal) return null;
    throw error;
  });
  if (!gaps || gaps.totals.required === 0) return [];
  const { met, required, with_gap, unknown } = gaps.totals;
  return [
    {
      key: 'own-gaps',
      group: 'own' as const,
      title: { id: 'needs.todo.own', values: { met, required } },
      note: { id: 'needs.todo.own.note', values: { gaps: with_gap, unknown } },
      to: '/my/gaps',
      act: { id: 'needs.todo.see' },
    },
  ];
}

export const todos: TodoSource[] = [{ part: 'needs', name: 'own-gaps', load: ownGaps }];

import { get } from '@/lib/api-client';
import type { Session } from '@/lib/session';
import { inEachUnit, type Todo, type TodoSource } from '@/lib/todos';
import { inUnit } from '@/lib/unit-scope';

import type { Roster } from './api';

async function vacancies(signal: AbortSignal, session: Session): Promise<Todo[]> {
  const rosters = await inEachUnit(session, (unit) =>
    get<Roster>(`/units/${unit}/roster`, { query: { show: 'vacant', limit: 1 }, signal }),
  );
  return rosters.flatMap(({ unit, told: roster }) =>
    roster.totals.vacancies > 0
      ? [
          {
            key: `vacancies-${roster.unit.id}`,
            group: 'open' as const,
            title: {
              id: 'organisation.todo.vacancies',
              values: { count: roster.totals.vacancies },
            },
            note: {
              id: 'organisation.todo.vacancies.note',
              values: { authorised: roster.totals.authorised, unit: roster.unit.full_name },
            },
            to: inUnit('/roster?show=vacant', unit),
            act: { id: 'organisation.todo.vacancies.see' },
          },
        ]
      : [],
  );
}

export const todos: TodoSource[] = [
  { part: 'organisation', name: 'vacancies', permissions: ['edit_posts'], load: vacancies },
];

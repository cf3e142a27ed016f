import { get, type Page } from '@/lib/api-client';
import { i18n } from '@/lib/i18n';
import type { Session } from '@/lib/session';
import { inEachUnit, type Todo, type TodoSource, unlessRefused } from '@/lib/todos';
import { inUnit } from '@/lib/unit-scope';

import type { Gaps } from './gap-api';
import type { Group } from './group-api';
import type { Duty } from './matrix-api';
import type { Proposal } from './proposal-api';
import type { Ranking } from './ranking-api';

const language = () => i18n.locale;

// How the levels of whoever is signed in stand to their post; nothing where nothing is required, or
// where an account has no person.
async function ownGaps(signal: AbortSignal): Promise<Todo[]> {
  const gaps = await unlessRefused(
    get<Gaps>('/me/gaps', { query: { goal: 'present', language: language() }, signal }),
  );
  if (!gaps || gaps.totals.required === 0) return [];
  const { met, required, with_gap, unknown } = gaps.totals;
  return [
    {
      key: 'own-gaps',
      group: 'own',
      title: { id: 'needs.todo.own', values: { met, required } },
      note: { id: 'needs.todo.own.note', values: { gaps: with_gap, unknown } },
      to: '/my/gaps',
      act: { id: 'needs.todo.see' },
    },
  ];
}

// What most people lack where one forms groups and plans.
async function greatestNeed(signal: AbortSignal, session: Session): Promise<Todo[]> {
  const found = await inEachUnit(session, (unit) =>
    get<Ranking>(`/units/${unit}/needs-ranking`, {
      query: { count: 1, language: language() },
      signal,
    }),
  );
  const first = found.flatMap(({ unit, told }) => told.items.map((each) => ({ ...each, unit })))[0];
  if (!first || first.people === 0) return [];
  return [
    {
      key: 'greatest-need',
      group: 'open',
      title: { id: 'needs.todo.most', values: { name: first.name } },
      note: { id: 'needs.todo.most.note', values: { count: first.people } },
      to: inUnit('/needs', first.unit),
      act: { id: 'needs.todo.most.see' },
    },
  ];
}

async function groupsToDecide(signal: AbortSignal, session: Session): Promise<Todo[]> {
  const pages = await inEachUnit(session, (unit) =>
    get<{ items: Group[] }>('/target-groups', { query: { unit }, signal }),
  );
  const waiting = pages
    .flatMap(({ told }) => told.items)
    .filter((group) => group.actions.includes('approve'));
  return waiting.slice(0, 5).map((group) => ({
    key: `group-${group.id}`,
    group: 'open',
    title: { id: 'needs.todo.group', values: { title: group.title } },
    note: { id: 'needs.todo.group.note', values: { count: group.people } },
    to: `/target-groups/${group.id}`,
    act: { id: 'needs.todo.group.see' },
  }));
}

async function dutiesWithout(signal: AbortSignal, session: Session): Promise<Todo[]> {
  const lists = await inEachUnit(session, (unit) =>
    get<Page<Duty>>(`/units/${unit}/concurrent-duties`, {
      query: { limit: 200, language: language() },
      signal,
    }),
  );
  return lists.flatMap(({ unit, told }): Todo[] => {
    const lacking = told.items.filter((duty) => duty.missing.length > 0);
    const first = lacking[0];
    if (!first) return [];
    const values = {
      count: lacking.length,
      name: first.person.name,
      position: first.position_name,
      missing: first.missing.length,
    };
    return [
      {
        key: `duties-${unit}`,
        group: 'open',
        // Of a long list only the first page is read here.
        title: { id: told.next ? 'needs.todo.duties.many' : 'needs.todo.duties', values },
        note: { id: 'needs.todo.duties.note', values },
        to: inUnit('/needs/concurrent-duties', unit),
        act: { id: 'needs.todo.duties.see' },
      },
    ];
  });
}

async function proposalsToDecide(signal: AbortSignal): Promise<Todo[]> {
  const { items } = await get<{ items: Proposal[] }>('/learning-proposals', {
    query: { status: 'open', limit: 200, language: language() },
    signal,
  });
  const waiting = items.filter((each) => each.actions.includes('agree'));
  const first = waiting[0];
  if (!first) return [];
  const values = {
    count: waiting.length,
    name: first.person.name,
    competency: first.competency.name,
  };
  return [
    {
      key: 'proposals',
      group: 'open',
      title: { id: 'needs.todo.proposals', values },
      note: { id: 'needs.todo.proposals.note', values },
      to: '/learning-proposals',
      act: { id: 'needs.todo.proposals.see' },
    },
  ];
}

const part = 'needs';

export const todos: TodoSource[] = [
  { part, name: 'own-gaps', load: ownGaps },
  { part, name: 'greatest-need', permissions: ['edit_groups'], load: greatestNeed },
  { part, name: 'groups', permissions: ['approve_plans'], load: groupsToDecide },
  { part, name: 'proposals', permissions: ['rate_as_supervisor'], load: proposalsToDecide },
  { part, name: 'duties', permissions: ['edit_people'], load: dutiesWithout },
];

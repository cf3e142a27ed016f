import { get } from '@/lib/api-client';
import { today } from '@/lib/dates';
import { i18n } from '@/lib/i18n';
import type { Session } from '@/lib/session';
import { inEachUnit, type Todo, type TodoSource, unlessRefused } from '@/lib/todos';
import { inUnit } from '@/lib/unit-scope';

import type { Campaign, PersonRecord, RatingsDue, ReviewCase } from './api';

const language = () => i18n.locale;
const inDays = (days: number) => {
  const day = new Date(`${today()}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};
const earliest = (dates: (string | null | undefined)[]) =>
  dates.filter((date) => typeof date === 'string').sort()[0];

async function reviewsToDecide(signal: AbortSignal): Promise<Todo[]> {
  const { items } = await get<{ items: ReviewCase[] }>('/reviews', {
    query: { status: 'open', limit: 200, language: language() },
    signal,
  });
  const waiting = items.filter((each) => each.actions.includes('decide'));
  const first = waiting[0];
  if (!first) return [];
  return [
    {
      key: 'reviews',
      group: 'due',
      due: earliest(waiting.map((each) => each.review.deadline)),
      title: { id: 'assessment.todo.reviews', values: { count: waiting.length } },
      note: {
        id: 'assessment.todo.reviews.note',
        values: { name: first.person.name, competency: first.competency.name },
      },
      to: '/reviews',
      act: { id: 'assessment.todo.reviews.see' },
    },
  ];
}

// People of one's team with levels nobody has judged yet, or that end within two months.
async function ratingsDue(signal: AbortSignal, session: Session): Promise<Todo[]> {
  const found = await inEachUnit(session, (unit) =>
    get<RatingsDue>(`/units/${unit}/ratings-due`, {
      query: { days_ahead: 60, language: language() },
      signal,
    }),
  );
  return found.flatMap(({ unit, told }): Todo[] => {
    const people = told.items.filter(
      (each) => each.person.id !== session.person && each.due.length > 0,
    );
    if (people.length === 0) return [];
    const due = people.flatMap((each) => each.due);
    return [
      {
        key: `ratings-due-${unit}`,
        group: 'due',
        due: earliest(due.map((each) => each.valid_until)),
        title: { id: 'assessment.todo.rate', values: { count: people.length } },
        note: {
          id: 'assessment.todo.rate.note',
          values: {
            missing: due.filter((each) => each.due === 'missing').length,
            ending: due.filter((each) => each.due === 'expiring').length,
          },
        },
        to: inUnit('/team', unit),
        act: { id: 'assessment.todo.rate.see' },
      },
    ];
  });
}

async function campaigns(signal: AbortSignal): Promise<Todo[]> {
  const { items } = await get<{ items: Campaign[] }>('/campaigns', {
    query: { limit: 200 },
    signal,
  });
  return items
    .filter((each) => each.status === 'open')
    .map((each) => ({
      campaign: each,
      due: earliest(
        each.tasks.map((task) => task.deadline).filter((date) => !!date && date >= today()),
      ),
    }))
    .sort((left, right) => (left.due ?? '9').localeCompare(right.due ?? '9'))
    .slice(0, 2)
    .map(({ campaign, due }) => ({
      key: `campaign-${campaign.id}`,
      group: 'open',
      due,
      title: { id: 'assessment.todo.campaign', values: { title: campaign.title } },
      to: '/campaigns',
      act: { id: 'assessment.todo.campaign.see' },
    }));
}

// One's own levels that lose their force within two months.
async function ownEnding(signal: AbortSignal): Promise<Todo[]> {
  const record = await unlessRefused(
    get<PersonRecord>('/me/competencies', { query: { language: language() }, signal }),
  );
  const ending = (record?.competencies ?? []).flatMap(({ competency, held, required }) =>
    required && held?.valid_until && held.valid_until <= inDays(60)
      ? [{ name: competency.name, until: held.valid_until }]
      : [],
  );
  ending.sort((left, right) => left.until.localeCompare(right.until));
  const first = ending[0];
  if (!first) return [];
  return [
    {
      key: 'own-ending',
      group: 'due',
      due: first.until,
      title: {
        id: 'assessment.todo.ending',
        values: { count: ending.length, name: first.name },
      },
      note: { id: 'assessment.todo.ending.note' },
      to: '/me/competencies',
      act: { id: 'assessment.todo.ending.see' },
    },
  ];
}

const part = 'assessment';

export const todos: TodoSource[] = [
  { part, name: 'reviews', permissions: ['decide_reviews'], load: reviewsToDecide },
  { part, name: 'ratings-due', permissions: ['rate_as_supervisor'], load: ratingsDue },
  {
    part,
    name: 'campaigns',
    permissions: ['rate_as_assessor', 'rate_as_supervisor', 'edit_requirements'],
    load: campaigns,
  },
  { part, name: 'own-ending', load: ownEnding },
];

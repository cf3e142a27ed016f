import { queryOptions } from '@tanstack/react-query';

import { get, type Page, post } from '@/lib/api-client';
import { unlessRefused } from '@/lib/todos';
import { useAct } from '@/lib/use-act';

export type Goal = 'present' | 'next';
// Whose list it is.
export type GapsOf = {
  // Null: of whoever is signed in.
  person: string | null;
  // The person's id where it is the reader's own list: only they ask for a review.
  own: string | null;
  on?: string;
};

export type RatingUse = 'counted' | 'compared' | 'too_old' | 'withdrawn' | 'superseded';

export type GapRating = {
  id: string;
  level: number;
  method: string;
  rater_role: string;
  observed_on: string;
  use: RatingUse;
};

export type GapRequirement = {
  id: string;
  reason: { kind: string; id: number | string; word: string };
  minimum: number;
  desired: number;
  decision_number: string;
  from: string;
  scope: string;
};

export type Gap = {
  competency: string;
  code: string;
  name: string;
  area: string;
  levels: number;
  required: number;
  desired: number;
  held: number | null;
  missing: number | null;
  observed_on: string | null;
  valid_until: string | null;
  // Explanations frozen before say no title.
  rule: { id: string; code: string; version: number; title?: string } | null;
  // The deciding one first.
  requirements: GapRequirement[];
  ratings: GapRating[];
};

export type Gaps = {
  person: { id: string; name: string; staff_number: string };
  on: string;
  goal: Goal;
  totals: { required: number; with_gap: number; unknown: number; met: number };
  items: Gap[];
};

export type GapsAsked = { person: string | null; goal: Goal; on?: string; language: string };

// Of a person, or of whoever is signed in where none is named.
export const gapsQuery = ({ person, goal, on, language }: GapsAsked) =>
  queryOptions({
    queryKey: ['gaps', person ?? 'me', goal, on ?? 'today', language],
    queryFn: ({ signal }) =>
      get<Gaps>(person ? `/people/${person}/gaps` : '/me/gaps', {
        query: { goal, on, language },
        signal,
      }),
  });

type AskedFor = {
  items: {
    competency: string;
    reasons: { id: string; reason_name: string; reason_name_en: string; scope_name: string }[];
  }[];
};

// The names behind the reasons of requirements, by the requirement's id.
export const reasonNamesQuery = ({ person, goal, on, language }: GapsAsked) =>
  queryOptions({
    queryKey: ['requirements', 'of-person', person, goal, on ?? 'today', language],
    queryFn: ({ signal }) =>
      get<AskedFor>(`/people/${person}/requirements`, { query: { goal, on, language }, signal }),
    enabled: person !== null,
    select: ({ items }) =>
      new Map(items.flatMap((item) => item.reasons.map((reason) => [reason.id, reason] as const))),
  });

export type Programme = {
  id: string;
  title: string;
  title_en?: string;
  hours?: number;
  outcomes?: { competency: string }[];
};

// The catalogue in one reading, for all the gaps of a page; null where it is too long for that.
export const catalogueQuery = queryOptions({
  queryKey: ['programmes', 'whole'],
  staleTime: 10 * 60_000,
  queryFn: async ({ signal }): Promise<Programme[] | null> => {
    const reading = get<Page<Programme>>('/programmes', { query: { limit: 200 }, signal });
    const page = await unlessRefused(reading);
    return page?.next ? null : (page?.items ?? []);
  },
});

// Programmes that raise a competency; none where the catalogue is closed to the reader.
export const programmesQuery = (competency: string) =>
  queryOptions({
    queryKey: ['programmes', 'for-competency', competency],
    staleTime: 10 * 60_000,
    queryFn: async ({ signal }): Promise<Programme[]> => {
      const reading = get<Page<Programme>>('/programmes', {
        query: { competency, limit: 3 },
        signal,
      });
      return (await unlessRefused(reading))?.items ?? [];
    },
  });

export type Review = { id: string; deadline: string };

export const useAskReview = (person: string, competency: string) =>
  useAct((text: string, key) =>
    post<Review>(`/people/${person}/competencies/${competency}/reviews`, { text }, { key }),
  );

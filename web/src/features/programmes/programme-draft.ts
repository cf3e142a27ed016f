import type { PickedUnit } from '@/components/unit-picker';

import type { Competency, ProgrammeBody, ProgrammeDetails } from './api';

export type OutcomeDraft = { competency: string; from: number; to: number };
// As it is being written: numbers may still be missing, other programmes have their names.
export type ProgrammeDraft = {
  code: string;
  words: Record<
    | 'title'
    | 'title_en'
    | 'provider'
    | 'purpose'
    | 'audience'
    | 'languages'
    | 'legal_basis'
    | 'source',
    string
  >;
  content: string;
  form: string;
  sizes: Record<
    'hours' | 'days' | 'min_class' | 'max_class' | 'cost_per_class' | 'cost_per_person',
    number | null
  >;
  outcomes: OutcomeDraft[];
  prerequisites: PickedUnit[];
};

export const emptyDraft: ProgrammeDraft = {
  code: '',
  words: {
    title: '',
    title_en: '',
    provider: '',
    purpose: '',
    audience: '',
    languages: 'vi',
    legal_basis: '',
    source: '',
  },
  content: 'digital',
  form: 'class',
  sizes: {
    hours: 16,
    days: 2,
    min_class: 20,
    max_class: 40,
    cost_per_class: null,
    cost_per_person: null,
  },
  outcomes: [],
  prerequisites: [],
};

export function draftOf(page: ProgrammeDetails): ProgrammeDraft {
  const { version } = page;
  return {
    code: version.code,
    words: {
      title: version.title,
      title_en: version.title_en,
      provider: version.provider,
      purpose: page.purpose,
      audience: page.audience,
      languages: page.languages,
      legal_basis: page.legal_basis,
      source: page.source,
    },
    content: version.content,
    form: version.form,
    sizes: {
      hours: version.hours,
      days: version.days,
      min_class: version.min_class,
      max_class: version.max_class,
      cost_per_class: version.cost_per_class,
      cost_per_person: version.cost_per_person,
    },
    outcomes: page.outcomes.map(({ competency, from_level, to_level }) => ({
      competency,
      from: from_level,
      to: to_level,
    })),
    prerequisites: page.prerequisites.map(({ programme, title, code }) => ({
      id: programme,
      name: title,
      parent: code,
    })),
  };
}

// `owner` is the unit that a new programme belongs to.
export function bodyOf(draft: ProgrammeDraft, owner?: string): ProgrammeBody {
  const { sizes } = draft;
  return {
    ...(owner ? { owner, code: draft.code.trim() } : {}),
    ...draft.words,
    content: draft.content,
    form: draft.form,
    hours: sizes.hours ?? 0,
    days: sizes.days ?? 0,
    min_class: sizes.min_class ?? 1,
    max_class: sizes.max_class ?? 1,
    cost_per_class: sizes.cost_per_class ?? 0,
    cost_per_person: sizes.cost_per_person ?? 0,
    outcomes: draft.outcomes.map(({ competency, from, to }) => ({
      competency,
      from_level: from,
      to_level: to,
    })),
    prerequisites: draft.prerequisites.map(({ id }) => id),
  };
}

export const costOfFullClass = ({ sizes }: ProgrammeDraft) =>
  (sizes.cost_per_class ?? 0) + (sizes.cost_per_person ?? 0) * (sizes.max_class ?? 0);

// A competency is raised once; a new line begins with its lowest step.
export function withOutcome(draft: ProgrammeDraft, competency: Competency): ProgrammeDraft {
  if (draft.outcomes.some((each) => each.competency === competency.id)) return draft;
  return {
    ...draft,
    outcomes: [...draft.outcomes, { competency: competency.id, from: 0, to: 1 }],
  };
}

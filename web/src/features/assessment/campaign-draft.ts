import { dayFrom, today } from '@/lib/dates';
import type { PickedUnit } from '@/components/unit-picker';

import type { Campaign } from './api';

export type Method = Campaign['tasks'][number]['method'];

// A campaign in the making. `last` is its last day; a method without a day of its own ends then.
export type CampaignDraft = {
  title: string;
  unit: PickedUnit | null;
  groups: string[];
  competencies: string[];
  methods: Partial<Record<Method, string>>;
  from: string | null;
  last: string | null;
};

export const methods: Method[] = [
  'self',
  'supervisor',
  'colleague',
  'panel',
  'test',
  'work_sample',
  'observation',
  'situation',
  'evidence',
  'performance',
];

export function newDraft(): CampaignDraft {
  const last = dayFrom(today(), 30);
  return {
    title: '',
    unit: null,
    groups: [],
    competencies: [],
    methods: { self: last, supervisor: last },
    from: today(),
    last,
  };
}

export function scopeOf(draft: CampaignDraft) {
  return {
    competencies: draft.competencies,
    methods: methods
      .filter((each) => draft.methods[each] !== undefined)
      .map((method) => ({ method, deadline: draft.methods[method] || (draft.last ?? '') })),
    positions: [],
    position_groups: draft.groups,
  };
}

export function isWhole(draft: CampaignDraft): boolean {
  return (
    draft.title.trim() !== '' &&
    draft.unit !== null &&
    draft.competencies.length > 0 &&
    Object.keys(draft.methods).length > 0 &&
    draft.from !== null &&
    draft.last !== null
  );
}

// The server keeps the first day on which the campaign is over.
export function bodyOf(draft: CampaignDraft) {
  return {
    title: draft.title.trim(),
    unit: draft.unit?.id ?? '',
    scope: scopeOf(draft),
    from_date: draft.from ?? '',
    until_date: draft.last ? dayFrom(draft.last, 1) : '',
  };
}

export function toggled<T>(list: T[], item: T): T[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}

import type { PickedUnit } from '@/components/unit-picker';

import type { Country, Step } from './api';

export const kinds = ['establish', 'merge', 'split', 'abolish', 'move', 'rename'] as const;
export type StepKind = (typeof kinds)[number];
export type CalledDraft = {
  type: string;
  code: string;
  name: string;
  full_name: string;
  full_name_en: string;
};

export type StepDraft = {
  kind: StepKind;
  unit: PickedUnit | null;
  units: PickedUnit[];
  into: PickedUnit | null;
  called: CalledDraft;
};

export const emptyCalled: CalledDraft = {
  type: 'commune',
  code: '',
  name: '',
  full_name: '',
  full_name_en: '',
};
export const emptyStep: StepDraft = {
  kind: 'merge',
  unit: null,
  units: [],
  into: null,
  called: emptyCalled,
};

type UnitType = Country['types'][number];

// The types that a new unit may have on that day: those that no law has ended.
export function typesOn(country: Country, on: string): UnitType[] {
  return country.types.filter((type) => {
    const level = country.levels.find((each) => each.word === type.level);
    const ends = [type.until, level?.until].filter((day) => !!day);
    return type.level !== 'nation' && ends.every((day) => !!day && day > on);
  });
}

// Offices and divisions are what they are called; an administrative unit bears its type's name.
export function kindOfLevel(level: string | null): string {
  return level === 'office' || level === 'division' ? level : 'administrative';
}

export function calledAs(country: Country, word: string, draft: CalledDraft): CalledDraft {
  const type = country.types.find((each) => each.word === word);
  const own = country.languages[0] ?? 'en';
  const typeName = type?.name[own] ?? '';
  const bears = kindOfLevel(type?.level ?? null) === 'administrative';
  const full = bears ? `${typeName} ${draft.name}` : draft.name;
  return { ...draft, type: word, full_name: draft.name === '' ? '' : full.trim() };
}

// Whether there is enough to send; whether it is right is for the server to say.
export function isComplete({ kind, unit, units, into, called }: StepDraft): boolean {
  const named = called.name !== '' && called.full_name !== '';
  if (kind === 'establish') return named && into !== null;
  if (kind === 'merge') return units.length > 0 && into !== null;
  if (kind === 'split') return unit !== null && units.length > 1 && into !== null;
  if (kind === 'move') return unit !== null && into !== null;
  if (kind === 'rename') return unit !== null && named;
  return unit !== null;
}

// `promised` is the identity that the server gave to a unit to be established.
export function stepOf(draft: StepDraft, country: Country, promised?: string): Step {
  const { kind, unit, units, into, called } = draft;
  const isNamed = kind === 'establish' || kind === 'rename';
  const level = country.types.find((type) => type.word === called.type)?.level ?? null;
  const many = kind === 'merge' || kind === 'split';
  return {
    kind,
    unit: promised ?? unit?.id ?? null,
    units: many ? units.map(({ id }) => id) : [],
    into: into?.id ?? null,
    // Nobody takes over: its people are placed one by one.
    individually: kind === 'abolish' && into === null,
    called: isNamed ? { ...called, kind: kindOfLevel(level), level } : null,
  };
}

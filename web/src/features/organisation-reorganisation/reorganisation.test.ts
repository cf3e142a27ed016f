import { describe, expect, it } from 'vitest';

import type { Country, PersonToPlace, Reorganisation } from './api';
import { choicesOf, commonChoices } from './placing';
import { calledAs, emptyCalled, emptyStep, isComplete, stepOf, typesOn } from './step-draft';

const word = (name: string, level: string | null, until: string | null = null) => ({
  word: name,
  name: { vi: name === 'commune' ? 'Xã' : name, en: name },
  level,
  until,
  legal_basis: null,
});
const country = {
  languages: ['vi', 'en'],
  levels: [word('commune', null), word('district', null, '2025-07-01'), word('division', null)],
  types: [
    word('nation', 'nation'),
    word('commune', 'commune'),
    word('rural_district', 'district'),
    word('economic_division', 'division'),
  ],
} as unknown as Country;
const unit = (id: string, parent = '1') =>
  ({ id, parent, full_name: `Xã ${id}` }) as Reorganisation['units'][number];
const picked = (id: string) => ({ id, name: id });

describe('a new unit', () => {
  it('may have no type that a law has ended by then', () => {
    const on = (day: string) => typesOn(country, day).map((type) => type.word);
    expect(on('2025-06-30')).toContain('rural_district');
    expect(on('2025-07-01')).toEqual(['commune', 'economic_division']);
  });

  it('bears the name of its type where it is administrative, and its own where it is not', () => {
    const draft = { ...emptyCalled, name: 'Ảng Mới' };
    expect(calledAs(country, 'commune', draft).full_name).toBe('Xã Ảng Mới');
    expect(calledAs(country, 'economic_division', draft).full_name).toBe('Ảng Mới');
    expect(calledAs(country, 'commune', emptyCalled).full_name).toBe('');
  });

  it('is sent with the identity it was promised and the level of its type', () => {
    const called = calledAs(country, 'economic_division', {
      ...emptyCalled,
      name: 'Phòng Kinh tế',
    });
    const draft = { ...emptyStep, kind: 'establish' as const, into: picked('7'), called };
    const step = stepOf(draft, country, '99');
    expect(step.unit).toBe('99');
    expect(step.called).toMatchObject({ kind: 'division', level: 'division' });
  });
});

describe('a step', () => {
  it('that divides needs two parts and one of them as default', () => {
    const split = { ...emptyStep, kind: 'split' as const, unit: picked('1') };
    expect(isComplete({ ...split, units: [picked('2')], into: picked('2') })).toBe(false);
    expect(isComplete({ ...split, units: [picked('2'), picked('3')] })).toBe(false);
    expect(isComplete({ ...split, units: [picked('2'), picked('3')], into: picked('3') })).toBe(
      true,
    );
  });

  it('that abolishes without a successor asks for each person', () => {
    const abolish = { ...emptyStep, kind: 'abolish' as const, unit: picked('1') };
    expect(stepOf(abolish, country).individually).toBe(true);
    expect(stepOf({ ...abolish, into: picked('2') }, country).individually).toBe(false);
  });
});

describe('where people may be placed', () => {
  const found = { units: [unit('2'), unit('3'), unit('20', '2'), unit('30', '3')] };
  const person = (choices: string[]) =>
    ({ choices: choices.map((id) => unit(id)) }) as PersonToPlace;

  it('are the parts, and the units to be established below them', () => {
    expect(choicesOf(person(['2', '3']), found).map((each) => each.id)).toEqual([
      '2',
      '3',
      '20',
      '30',
    ]);
    expect(choicesOf(person([]), found)).toEqual([]);
  });

  it('are for several people together only what is open to each of them', () => {
    const together = commonChoices([person(['2', '3']), person(['3', '4'])], found);
    expect(together?.map((each) => each.id)).toEqual(['3', '30']);
    expect(commonChoices([person([])], found)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';

import { layoutOf, type MergerLine } from './merger-layout';

const unit = (id: string) => ({ id, name: `Xã ${id}` });
const line = (from: string, to: string, people?: number, partly = false): MergerLine => ({
  from: unit(from),
  to: unit(to),
  partly,
  people,
});

type Ribbon = ReturnType<typeof layoutOf>['ribbons'][number];
const ribbonsOf = (lines: MergerLine[]) => layoutOf(lines).ribbons as [Ribbon, Ribbon];

describe('layoutOf', () => {
  it('makes a ribbon as wide as the people it carries', () => {
    const [wide, narrow] = ribbonsOf([line('A', 'C', 60), line('B', 'C', 20)]);
    expect(wide.width).toBeCloseTo(narrow.width * 3);
  });

  it('lays the ribbons of one unit beside one another, never over one another', () => {
    const [first, second] = ribbonsOf([line('A', 'C', 60), line('B', 'C', 20)]);
    expect(second.to - first.to).toBeCloseTo((first.width + second.width) / 2);
  });

  it('names a divided unit once and does not guess how its people divide', () => {
    const { olds, news, ribbons } = layoutOf([line('A', 'B', 70, true), line('A', 'C', 70, true)]);
    expect(olds.map((node) => [node.unit.id, node.people])).toEqual([['A', 70]]);
    expect(news).toHaveLength(2);
    expect(new Set(ribbons.map((ribbon) => ribbon.width)).size).toBe(1);
    expect(ribbons.every((ribbon) => ribbon.partly)).toBe(true);
  });

  it('draws all alike where nobody counted people, and a unit without people still thinly', () => {
    const [one, other] = ribbonsOf([line('A', 'C'), line('B', 'C')]);
    expect(one.width).toBe(other.width);
    const [empty] = ribbonsOf([line('A', 'C', 0), line('B', 'C', 80)]);
    expect(empty.width).toBeGreaterThan(0);
  });
});

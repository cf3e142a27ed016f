import { describe, expect, it } from 'vitest';

import { layoutOf, type MergerLine } from './merger-layout';

const unit = (id: string) => ({ id, name: `Xã ${id}` });
const line = (from: string, to: string, people?: number, partly = false): MergerLine => ({
  from: unit(from),
  to: unit(to),
  partly,
  people,
});

describe('layoutOf', () => {
  it('makes a ribbon as wide as the people it carries', () => {
    const { ribbons } = layoutOf([line('A', 'C', 60), line('B', 'C', 20)]);
    expect(ribbons[0]!.width).toBeCloseTo(ribbons[1]!.width * 3);
  });

  it('lays the ribbons of one unit beside one another, never over one another', () => {
    const { ribbons } = layoutOf([line('A', 'C', 60), line('B', 'C', 20)]);
    const [first, second] = ribbons;
    expect(second!.to - first!.to).toBeCloseTo((first!.width + second!.width) / 2);
  });

  it('names a divided unit once and does not guess how its people divide', () => {
    const { olds, news, ribbons } = layoutOf([line('A', 'B', 70, true), line('A', 'C', 70, true)]);
    expect(olds.map((node) => [node.unit.id, node.people])).toEqual([['A', 70]]);
    expect(news).toHaveLength(2);
    expect(ribbons[0]!.width).toBe(ribbons[1]!.width);
    expect(ribbons.every((ribbon) => ribbon.partly)).toBe(true);
  });

  it('draws all alike where nobody counted people, and a unit without people still thinly', () => {
    const alike = layoutOf([line('A', 'C'), line('B', 'C')]).ribbons;
    expect(alike[0]!.width).toBe(alike[1]!.width);
    const [empty] = layoutOf([line('A', 'C', 0), line('B', 'C', 80)]).ribbons;
    expect(empty!.width).toBeGreaterThan(0);
  });
});

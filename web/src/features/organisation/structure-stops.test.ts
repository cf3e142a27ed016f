import { describe, expect, it } from 'vitest';

import { stopAt, stopsOf } from './structure-stops';

const changes = [
  { on: '2024-02-01', units: 11366 },
  { on: '2025-07-01', units: 3344 },
  { on: '2031-01-01', units: 4 },
];

describe('the stops of the time slider', () => {
  it('stand in time order with today among them, what is decided for later after it', () => {
    expect(stopsOf(changes, '2026-11-23').map((stop) => stop.on)).toEqual([
      '2024-02-01',
      '2025-07-01',
      '2026-11-23',
      '2031-01-01',
    ]);
  });

  it('hold today once where the structure changes today', () => {
    expect(stopsOf(changes, '2025-07-01')).toHaveLength(3);
  });

  it('answer for the days after them until the next', () => {
    const stops = stopsOf(changes, '2026-11-23');
    expect(stopAt(stops, '2025-06-30')).toBe(0);
    expect(stopAt(stops, '2025-07-01')).toBe(1);
    expect(stopAt(stops, '2026-11-22')).toBe(1);
    expect(stopAt(stops, '2020-01-01')).toBe(0);
  });
});

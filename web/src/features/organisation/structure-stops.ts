import type { Change } from './api';

// A day on which the structure changed, or today; `units` is how many changed.
export type Stop = { on: string; units: number | null };

// In time order, today among them: what is decided for later comes after it.
export function stopsOf(changes: Pick<Change, 'on' | 'units'>[], today: string): Stop[] {
  const stops = changes.flatMap(({ on, units }): Stop[] => (on ? [{ on, units }] : []));
  const known = stops.some((stop) => stop.on === today);
  return (known ? stops : [...stops, { on: today, units: null }]).toSorted((a, b) =>
    a.on.localeCompare(b.on),
  );
}

// The last stop that is not after the day: its structure is the day's.
export function stopAt(stops: Stop[], on: string): number {
  return Math.max(
    0,
    stops.findLastIndex((stop) => stop.on <= on),
  );
}

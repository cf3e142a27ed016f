import type { PickedUnit } from '@/components/unit-picker';

import type { Line } from './api';

export type Session = Line['sessions'][number];
export type SessionDraft = {
  unit: PickedUnit | null;
  place: string;
  starts: string | null;
  ends: string | null;
  seats: number | null;
  least: number | null;
  fixed: number | null;
  each: number | null;
};

// As the session stands, or as the norms of the programme propose a new one.
export function draftOf(line: Line, session?: Session): SessionDraft {
  if (!session) {
    return {
      unit: null,
      place: '',
      starts: null,
      ends: null,
      seats: line.max_class,
      least: line.min_class,
      fixed: line.cost_per_class,
      each: line.cost_per_person,
    };
  }
  return {
    unit: { id: session.place_unit, name: session.place },
    place: session.place,
    starts: session.starts_on,
    ends: session.ends_on,
    seats: session.seats,
    least: session.min_seats,
    fixed: session.cost_fixed,
    each: session.cost_per_person,
  };
}

export const isWhole = ({ unit, starts, ends, seats, least }: SessionDraft) =>
  !!unit && !!starts && !!ends && seats !== null && least !== null;

// A session stays in its line.
export const bodyOf = (draft: SessionDraft, line: Line, session?: Session) => ({
  line: session ? null : line.id,
  place_unit: draft.unit?.id,
  place: draft.place || draft.unit?.name,
  starts_on: draft.starts,
  ends_on: draft.ends,
  seats: draft.seats,
  min_seats: draft.least,
  cost_fixed: draft.fixed ?? 0,
  cost_per_person: draft.each ?? 0,
});

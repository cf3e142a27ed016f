import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { download, get, type Page } from '@/lib/api-client';
import { nameIn } from '@/lib/names';

export type NamedUnit = { id: string; name: string; full_name: string; full_name_en: string };
export type Cell = { required: number; with_gap: number; gap_sum: number; unknown: number };
export type MatrixColumn = { id: string; code: string; name: string; area: string };
export type MatrixRow = {
  unit: NamedUnit;
  people: number;
  has_children: boolean;
  cells: Cell[];
};
export type Matrix = {
  on: string;
  unit: NamedUnit;
  columns: MatrixColumn[];
  total: { people: number; cells: Cell[] };
  rows: MatrixRow[];
};

export type MatrixAsked = { unit: string; on?: string; language: string };

export const matrixQuery = ({ unit, on, language }: MatrixAsked) =>
  queryOptions({
    queryKey: ['needs-matrix', unit, on ?? 'today', language],
    queryFn: ({ signal }) =>
      get<Matrix>(`/units/${unit}/needs-matrix`, { query: { on, language }, signal }),
  });

export function exportMatrix(kind: 'xlsx' | 'csv', { unit, on, language }: MatrixAsked) {
  return download(`/units/${unit}/needs-matrix.${kind}`, { query: { on, language } });
}

export type Duty = {
  person: { id: string; name: string; staff_number: string };
  unit_name: string;
  position_name: string;
  share_percent: number;
  since: string;
  missing: {
    competency: string;
    name: string;
    required: number;
    held: number | null;
    missing: number | null;
  }[];
};

export const dutiesQuery = ({ unit, on, language }: MatrixAsked) =>
  infiniteQueryOptions({
    queryKey: ['concurrent-duties', unit, on ?? 'today', language],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Duty> & { on: string; count: number }>(`/units/${unit}/concurrent-duties`, {
        query: { on, language, cursor: pageParam, limit: 200 },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export function unitName(unit: NamedUnit, language: string): string {
  return nameIn(language, unit.full_name, unit.full_name_en);
}

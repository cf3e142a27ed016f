import type { NeedsColumn, NeedsRow } from '@/components/needs-matrix';

import { type Matrix, type MatrixRow, unitName } from './matrix-api';

// People who lack a level or were never assessed are not the same: the count is of those with a gap,
// the share is of those of whom the competency is required.
function countsOf(matrix: Matrix, row: Pick<MatrixRow, 'cells'>): NeedsRow['counts'] {
  return Object.fromEntries(
    matrix.columns.map((column, index) => {
      const cell = row.cells[index];
      const needed = cell && cell.required > 0;
      return [column.id, needed ? { count: cell.with_gap, of: cell.required } : undefined];
    }),
  );
}

// The rows of a matrix with those of every opened unit beneath it.
export function rowsOf(
  matrix: Matrix,
  opened: ReadonlyMap<string, Matrix | undefined>,
  language: string,
  depth = 0,
): NeedsRow[] {
  return matrix.rows.flatMap((row) => {
    const below = opened.get(row.unit.id);
    const isOpen = opened.has(row.unit.id);
    const own: NeedsRow = {
      key: row.unit.id,
      title: unitName(row.unit, language),
      depth,
      people: row.people,
      counts: countsOf(matrix, row),
      expandable: row.has_children,
      expanded: isOpen,
    };
    return below ? [own, ...rowsOf(below, opened, language, depth + 1)] : [own];
  });
}

export function totalOf(matrix: Matrix, language: string): NeedsRow {
  return {
    key: matrix.unit.id,
    title: unitName(matrix.unit, language),
    people: matrix.total.people,
    counts: countsOf(matrix, matrix.total),
  };
}

// The columns of an area (all where it is none), in the order in which they came.
export function columnsOf(matrix: Matrix, area: string): NeedsColumn[] {
  return matrix.columns
    .filter((column) => !area || column.area === area)
    .map((column) => ({ key: column.id, title: column.name || column.code }));
}

export function areasOf(matrix: Matrix): string[] {
  return [...new Set(matrix.columns.map((column) => column.area))].filter(Boolean);
}

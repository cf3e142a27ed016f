import type { HeatRow } from '@/components/heat-map';

import type { Matrix, MatrixRow } from './api';

type Competency = Matrix['competencies'][number];

// By area, so that each area is one group of columns.
export function orderedCompetencies(matrix: Matrix): Competency[] {
  const areas = [...new Set(matrix.competencies.map((each) => each.area))];
  return areas.flatMap((area) => matrix.competencies.filter((each) => each.area === area));
}

export function heatRow(row: MatrixRow): Pick<HeatRow, 'key' | 'values'> {
  return {
    key: row.person.id,
    values: Object.fromEntries(
      row.cells.map((cell) => [
        cell.competency,
        { held: cell.held ?? null, required: cell.required ?? null },
      ]),
    ),
  };
}

function isGap(cell: MatrixRow['cells'][number]): boolean {
  return cell.required != null && cell.held != null && cell.held < cell.required;
}

export function gapsOf(matrix: Matrix): number {
  return matrix.rows.reduce((sum, row) => sum + row.cells.filter(isGap).length, 0);
}

// The competency that most people lack.
export function mostMissing(matrix: Matrix): Competency | undefined {
  const lacking = (id: string) =>
    matrix.rows.filter((row) => row.cells.some((cell) => cell.competency === id && isGap(cell)))
      .length;
  const counted = matrix.competencies
    .map((competency) => ({ competency, people: lacking(competency.id) }))
    .filter((each) => each.people > 0)
    .sort((left, right) => right.people - left.people);
  return counted[0]?.competency;
}

import { csvOf, saveText } from '@/lib/csv';
import type { useWords } from '@/lib/words';

import type { Matrix, MatrixRow } from './api';
import { orderedCompetencies } from './team-figures';

type Words = ReturnType<typeof useWords>;

// A row for each person and competency that is required or held, as spreadsheets reckon with.
export function teamRows(matrix: Matrix, t: Words): string[][] {
  const heads = ['person', 'competency', 'level_needed', 'level_now', 'level_missing'];
  const lines = matrix.rows.flatMap((row) =>
    orderedCompetencies(matrix).flatMap(({ id, name }) => {
      const cell = row.cells.find((each) => each.competency === id);
      return cell ? [[row.person.name, name, ...figuresOf(cell, t)]] : [];
    }),
  );
  return [heads.map((head) => t(`assessment.${head}`)), ...lines];
}

function figuresOf({ required, held }: MatrixRow['cells'][number], t: Words): string[] {
  const missing = required != null && held != null ? Math.max(required - held, 0) : null;
  const unknown = required != null && held == null ? t('ui.level.unknown') : '';
  return [String(required ?? ''), held == null ? unknown : String(held), String(missing ?? '')];
}

export function saveTeam(matrix: Matrix, t: Words): void {
  saveText(`${t('assessment.team')} ${matrix.on}.csv`, csvOf(teamRows(matrix, t)));
}

import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';

import { FilterRow } from '@/components/layout';
import { NeedsMatrix, type NeedsColumn, type NeedsRow } from '@/components/needs-matrix';
import { PrintHeader } from '@/components/print-header';
import { SegmentedFilter } from '@/components/segmented-filter';
import { SelectField } from '@/components/select-field';
import { Failed } from '@/components/state-blocks';
import { showDate } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { useSession } from '@/lib/session';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { GroupSide } from './group-side';
import { type Matrix, type MatrixAsked, matrixQuery, unitName } from './matrix-api';
import { areasOf, columnsOf, rowsOf, totalOf } from './matrix-rows';
import { isChosen, useSelection } from './selection';

type Props = { matrix: Matrix; asked: MatrixAsked };

export function NeedsSheet({ matrix, asked }: Props) {
  const t = useWords();
  const [by, setBy] = useUrlState('by', 'count');
  const [area, setArea] = useUrlState('area');
  const { opened, error, toggle } = useOpened(asked);
  const mayForm = useSession().may('edit_groups');
  const chosen = useSelection();
  const areas = areasOf(matrix);
  const rows = rowsOf(matrix, opened, t.language);

  const choose = (row: NeedsRow, column: NeedsColumn) => {
    if (!row.counts[column.key]) return;
    chosen.press({ id: row.key, name: row.title }, { id: column.key, name: column.title });
  };

  return (
    <>
      <PrintHeader wide unit={unitName(matrix.unit, t.language)} asOf={showDate(matrix.on)} />
      <FilterRow
        aside={
          <SegmentedFilter
            label={t('needs.shown_as')}
            value={by === 'share' ? 'share' : 'count'}
            onChange={setBy}
            options={[
              { value: 'count', label: t('needs.by_count') },
              { value: 'share', label: t('needs.by_share') },
            ]}
          />
        }
      >
        {areas.length > 1 && (
          <SelectField
            label={t('needs.area')}
            value={area}
            onChange={setArea}
            options={[
              { value: '', label: t('needs.all_areas', { count: matrix.columns.length }) },
              ...areas.map((each) => ({ value: each, label: each })),
            ]}
          />
        )}
      </FilterRow>
      {error && <Failed error={error} />}
      <GroupSide chosen={chosen} home={matrix.unit} mayForm={mayForm}>
        <NeedsMatrix
          caption={t('needs.matrix')}
          rowHeader={t('needs.units', { count: matrix.rows.length })}
          columns={columnsOf(matrix, area)}
          rows={rows}
          total={totalOf(matrix, t.language)}
          by={by === 'share' ? 'share' : 'count'}
          isChosen={(row, column) => isChosen(chosen.selection, row.key, column.key)}
          onChoose={mayForm ? choose : undefined}
          onExpand={(row) => toggle(row.key)}
          foot={t('needs.foot', {
            shown: showNumber(rows.length, t.language),
            columns: matrix.columns.length,
          })}
        />
      </GroupSide>
    </>
  );
}

// Units opened in the table, with their own matrices as they arrive.
function useOpened(asked: MatrixAsked) {
  const [ids, setIds] = useState<string[]>([]);
  const toggle = (id: string) =>
    setIds((old) => (old.includes(id) ? old.filter((each) => each !== id) : [...old, id]));
  const found = useQueries({
    queries: ids.map((unit) => matrixQuery({ ...asked, unit })),
    combine: (results) => ({
      matrices: results.map((result) => result.data),
      error: results.find((result) => result.error)?.error ?? null,
    }),
  });
  const opened = new Map(ids.map((id, index) => [id, found.matrices[index]]));
  return { opened, error: found.error, toggle };
}

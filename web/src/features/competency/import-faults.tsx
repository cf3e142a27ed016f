import { DataTable } from '@/components/data-table';
import { Stack } from '@/components/layout';
import { Notice } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

import type { Report } from './api';

const letters = (column: number): string =>
  column <= 0
    ? ''
    : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

// What a file would bring, and every fault at its row and column.
export function ImportFaults({ report }: { report: Report }) {
  const t = useWords();
  const rows = report.faults.map((fault, index) => ({ ...fault, key: `${index}` }));
  return (
    <Stack>
      <Notice tone={rows.length === 0 ? 'ok' : 'warn'}>
        {t('framework_import.found', {
          competencies: report.competencies,
          known: report.known,
          areas: report.areas,
          levels: report.levels,
          faults: rows.length,
        })}{' '}
        {report.unknown_columns.length > 0 &&
          t('framework_import.unknown_columns', { columns: report.unknown_columns.join(', ') })}
      </Notice>
      {rows.length > 0 && (
        <DataTable
          caption={t('framework_import.faults')}
          rows={rows}
          rowKey={(row) => row.key}
          empty={{ title: '', reason: '' }}
          columns={[
            {
              id: 'cell',
              header: t('framework_import.cell'),
              rowHeader: true,
              cell: (row) =>
                row.row === 0
                  ? t('framework_import.whole_file')
                  : t('framework_import.at', {
                      row: row.row,
                      column: letters(row.column) || '–',
                    }),
            },
            {
              id: 'fault',
              header: t('framework_import.fault'),
              cell: (row) => t(`framework_fault.${row.code}`),
            },
            { id: 'value', header: t('framework_import.value'), cell: (row) => row.value },
          ]}
        />
      )}
    </Stack>
  );
}

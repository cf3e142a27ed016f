import { useInfiniteQuery } from '@tanstack/react-query';

import { DataTable } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { Pill } from '@/components/pill';
import { tableState } from '@/components/table-state';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Fault, faultsQuery, type RosterImport } from './api';
import { columnLetter } from './column-letter';
import { FaultAct } from './fault-act';
import styles from './import.module.css';

export function FaultTable({ given, look }: { given: RosterImport; look: number }) {
  const t = useWords();
  const query = useInfiniteQuery(faultsQuery(given.id, given.checked_at ?? null));
  const faults = query.data?.pages.flatMap((page) => page.items) ?? [];
  const { counts } = given;
  const changes = counts.added + counts.changed;

  return (
    <section aria-labelledby="look">
      <div className={styles.look}>
        <h2 id="look">{t('import.look', { count: look })}</h2>
        {counts.questions > 0 && (
          <Pill kind="look">{t('import.questions', { count: counts.questions })}</Pill>
        )}
        {counts.errors > 0 && (
          <Pill kind="returned">{t('import.errors', { count: counts.errors })}</Pill>
        )}
        {changes > 0 && (
          <LinkText to={`/roster-import/${given.id}/rows`}>
            {t('import.see_changes', { count: changes })}
          </LinkText>
        )}
      </div>
      <DataTable
        caption={t('import.look', { count: look })}
        rows={faults}
        rowKey={(fault) => `${fault.row} ${fault.column} ${fault.code}`}
        state={tableState(query, t('import.loading_faults'), 4)}
        tone={(fault) => (fault.severity === 'error' ? 'err' : 'warn')}
        empty={{ title: t('import.nothing_to_look'), reason: t('import.nothing_to_look.reason') }}
        total={counts.errors + counts.questions}
        more={{
          has: query.hasNextPage,
          loading: query.isFetchingNextPage,
          onMore: () => void query.fetchNextPage(),
        }}
        columns={[
          {
            id: 'row',
            header: t('import.head.row'),
            align: 'right',
            width: '64px',
            rowHeader: true,
            cell: (fault) => fault.row,
          },
          { id: 'person', header: t('import.head.person'), cell: (fault) => fault.person },
          { id: 'column', header: t('import.head.column'), cell: (fault) => columnOf(fault, t) },
          { id: 'value', header: t('import.head.value'), cell: (fault) => <Value fault={fault} /> },
          {
            id: 'problem',
            header: t('import.head.problem'),
            cell: (fault) => <Said fault={fault} />,
          },
          {
            id: 'act',
            header: t('import.head.act'),
            cell: (fault) => <FaultAct importId={given.id} fault={fault} />,
          },
        ]}
      />
    </section>
  );
}

function columnOf(fault: Fault, t: ReturnType<typeof useWords>): string {
  const name = t(`import.column.${fault.column}`);
  return fault.column_number ? `${columnLetter(fault.column_number)} ${name}` : name;
}

// Dates that the server understood travel as 2025-07-01 and are shown as people write them.
function Value({ fault }: { fault: Fault }) {
  if (!fault.value) return null;
  const isDate = /^\d{4}-\d{2}-\d{2}$/u.test(fault.value);
  return (
    <span
      className={styles.value}
      data-short={fault.value.length <= 20 || undefined}
      data-error={fault.severity === 'error' || undefined}
    >
      {isDate ? showDate(fault.value) : fault.value}
    </span>
  );
}

function Said({ fault }: { fault: Fault }) {
  const t = useWords();
  return (
    <>
      {fault.severity === 'error' && <b className={styles.error}>{t('import.error')} </b>}
      {t(`import.fault.${fault.code}`)}
    </>
  );
}

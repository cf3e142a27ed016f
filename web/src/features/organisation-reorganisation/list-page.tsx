import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { type Column, DataTable } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { listQuery, type Reorganisations } from './api';
import { PrepareDialog } from './prepare-dialog';
import { statusKind } from './status';

type Row = Reorganisations['items'][number];

// The reorganisations that the reader may prepare or decide.
export function ReorganisationsPage() {
  const t = useWords();
  const { data } = useSuspenseQuery(listQuery);
  const [preparing, setPreparing] = useState(false);
  const columns: Column<Row>[] = [
    {
      id: 'title',
      header: t('reorganisation.title'),
      rowHeader: true,
      cell: (row) => (
        <LinkText kind="name" to={`/reorganisations/${row.id}`}>
          {row.title}
        </LinkText>
      ),
    },
    { id: 'root', header: t('reorganisation.root'), cell: (row) => row.root.full_name },
    { id: 'decision', header: t('reorganisation.decision'), cell: (row) => row.decision_number },
    { id: 'on', header: t('reorganisation.effective'), cell: (row) => showDate(row.effective_on) },
    {
      id: 'status',
      header: t('reorganisation.status'),
      cell: (row) => (
        <Pill kind={statusKind[row.status]}>{t(`reorganisation.status.${row.status}`)}</Pill>
      ),
    },
  ];
  return (
    <>
      <PageHead
        title={t('menu.reorganisations')}
        sentence={t('reorganisation.sentence')}
        actions={
          data.actions.includes('prepare') && (
            <Button kind="primary" onClick={() => setPreparing(true)}>
              {t('reorganisation.prepare')}
            </Button>
          )
        }
      />
      <DataTable
        caption={t('menu.reorganisations')}
        columns={columns}
        rows={data.items}
        rowKey={(row) => row.id}
        empty={{ title: t('reorganisation.none'), reason: t('reorganisation.none.reason') }}
        total={data.items.length}
      />
      {preparing && <PrepareDialog onClose={() => setPreparing(false)} />}
    </>
  );
}

import { useInfiniteQuery } from '@tanstack/react-query';

import { Button } from '@/components/button';
import { type Column, DataTable } from '@/components/data-table';
import { FilterRow } from '@/components/layout';
import { PrintButton } from '@/components/print-button';
import { Refusal } from '@/components/refusal';
import { tableState } from '@/components/table-state';
import { toast } from '@/components/toast';
import { csvOf, saveText } from '@/lib/csv';
import { showTime, today } from '@/lib/dates';
import { readToEnd } from '@/lib/read-to-end';
import { useReading } from '@/lib/use-reading';
import { useWords } from '@/lib/words';

import { type Reading, readingsQuery } from './api';

export function ReadingList() {
  const t = useWords();
  const list = useInfiniteQuery(readingsQuery);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const whatWords = (act: string) =>
    t.has(`mydata.read.${act}`) ? t(`mydata.read.${act}`) : t('mydata.read.other');

  const columns: Column<Reading>[] = [
    { id: 'time', header: t('mydata.time'), cell: (row) => showTime(row.at ?? '') },
    { id: 'who', header: t('mydata.who'), rowHeader: true, cell: (row) => row.account_name },
    { id: 'what', header: t('mydata.what'), cell: (row) => whatWords(row.act) },
  ];
  const saving = useReading(async () => {
    const all = await readToEnd(list);
    const body = all.rows.map((row) => [
      showTime(row.at ?? ''),
      row.account_name,
      whatWords(row.act),
    ]);
    const heads = [t('mydata.time'), t('mydata.who'), t('mydata.what')];
    saveText(`readings-${today()}.csv`, csvOf([heads, ...body]));
    if (!all.isWhole) toast(t('ui.export.part', { count: all.rows.length }));
  });
  return (
    <>
      <FilterRow
        aside={
          rows.length > 0 && (
            <>
              <PrintButton list={list} />
              <Button
                icon="download"
                working={saving.isPending}
                workingWords={t('ui.loading')}
                onClick={() => saving.mutate()}
              >
                {t('ui.export')}
              </Button>
            </>
          )
        }
      >
        <p>{t('mydata.readings.why')}</p>
      </FilterRow>
      <Refusal error={saving.error} />
      <DataTable
        caption={t('mydata.readings')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        state={tableState(list, t('mydata.readings.loading'))}
        empty={{ title: t('mydata.readings.empty'), reason: t('mydata.readings.empty.reason') }}
        more={{
          has: list.hasNextPage,
          loading: list.isFetchingNextPage,
          onMore: () => void list.fetchNextPage(),
        }}
      />
    </>
  );
}

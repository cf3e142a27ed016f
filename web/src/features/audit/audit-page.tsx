import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { DataTable } from '@/components/data-table';
import { Row, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { PrintButton } from '@/components/print-button';
import { PrintHeader } from '@/components/print-header';
import { Refusal } from '@/components/refusal';
import { tableState } from '@/components/table-state';
import { toast } from '@/components/toast';
import { csvOf, saveText } from '@/lib/csv';
import { showDate, showTime, today } from '@/lib/dates';
import type { PagedList } from '@/lib/read-to-end';
import { useReading } from '@/lib/use-reading';
import { useWords } from '@/lib/words';

import { auditQuery, readAll } from './api';
import { useAuditColumns } from './audit-columns';
import { AuditFilters } from './audit-filters';
import { useActWords } from './audit-words';
import { ChangeFacts } from './change-facts';
import { useAuditFilter } from './use-audit-filter';
import { VerifyChain } from './verify-chain';

export function AuditPage() {
  const t = useWords();
  const state = useAuditFilter();
  const list = useInfiniteQuery(auditQuery(state.filter));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [open, setOpen] = useState<string | null>(null);
  const columns = useAuditColumns({
    only: state.set,
    open,
    onOpen: (id) => setOpen(id === open ? null : id),
  });
  const isFiltered = Object.values(state.filter).some(Boolean);

  return (
    <>
      <PrintHeader unit={t('menu.audit')} asOf={showDate(today())} />
      <PageHead
        title={t('menu.audit')}
        sentence={t('audit.sentence')}
        actions={<ExportAudit state={state} list={list} />}
      />
      <Stack>
        <VerifyChain />
        <AuditFilters {...state} />
        <DataTable
          caption={t('menu.audit')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          state={tableState(list, t('audit.loading'))}
          empty={{
            title: t('audit.empty'),
            reason: t('audit.empty.reason'),
            action: isFiltered && <Button onClick={state.clear}>{t('audit.clear')}</Button>,
          }}
          detail={(row) => (row.id === open ? <ChangeFacts row={row} /> : null)}
          more={{
            has: list.hasNextPage,
            loading: list.isFetchingNextPage,
            onMore: () => void list.fetchNextPage(),
          }}
        />
      </Stack>
    </>
  );
}

type ExportProps = { state: ReturnType<typeof useAuditFilter>; list: PagedList };

function ExportAudit({ state: { filter }, list }: ExportProps) {
  const t = useWords();
  const actWords = useActWords();
  const save = useReading(async () => {
    const { rows, isWhole } = await readAll(filter);
    const heads = ['time', 'account', 'act', 'object', 'unit', 'person', 'change', 'request'];
    saveText(
      `audit-${today()}.csv`,
      csvOf([
        heads.map((head) => t(`audit.${head}`)),
        ...rows.map((row) => [
          showTime(row.at ?? ''),
          row.account_name,
          actWords(row.act),
          row.object ?? '',
          row.unit ?? '',
          row.person ?? '',
          row.change === null ? t('audit.sealed') : JSON.stringify(row.change),
          row.request_id,
        ]),
      ]),
    );
    toast(t(isWhole ? 'audit.exported' : 'audit.exported_part', { count: rows.length }));
  });
  return (
    <Stack gap={8}>
      <Row>
        <PrintButton list={list} />
        <Button
          icon="download"
          working={save.isPending}
          workingWords={t('audit.exporting')}
          onClick={() => save.mutate()}
        >
          {t('audit.export')}
        </Button>
      </Row>
      <Refusal error={save.error} />
    </Stack>
  );
}

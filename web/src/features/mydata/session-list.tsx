import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { type Column, DataTable } from '@/components/data-table';
import { FilterRow } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { Pill } from '@/components/pill';
import { Refusal } from '@/components/refusal';
import { tableState } from '@/components/table-state';
import { showTime } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { agentWords } from './agent';
import { type Session, sessionsQuery, useEndOthers, useEndSession } from './api';

export function SessionList() {
  const t = useWords();
  const list = useQuery(sessionsQuery);
  const sessions = list.data?.items ?? [];
  const end = useEndSession();
  const endOthers = useEndOthers();
  const [asked, setAsked] = useState(false);

  const columns: Column<Session>[] = [
    {
      id: 'agent',
      header: t('mydata.agent'),
      rowHeader: true,
      cell: (row) => agentWords(row.agent) || t('mydata.agent.unknown'),
    },
    { id: 'peer', header: t('mydata.peer'), cell: (row) => row.peer },
    { id: 'began', header: t('mydata.began'), cell: (row) => showTime(row.began_at ?? '') },
    { id: 'seen', header: t('mydata.seen'), cell: (row) => showTime(row.seen_at ?? '') },
    {
      id: 'act',
      header: t('mydata.act'),
      acts: true,
      cell: (row) =>
        row.is_this_one ? (
          <Pill kind="done">{t('mydata.this_one')}</Pill>
        ) : (
          <LinkText onClick={() => end.mutate(row.id)}>{t('mydata.end')}</LinkText>
        ),
    },
  ];
  return (
    <>
      <FilterRow
        aside={
          sessions.length > 1 && (
            <Button onClick={() => setAsked(true)}>{t('mydata.end_others')}</Button>
          )
        }
      >
        <p>{t('mydata.sessions.why')}</p>
      </FilterRow>
      <Refusal error={end.error} />
      <DataTable
        caption={t('mydata.sessions')}
        columns={columns}
        rows={sessions}
        rowKey={(row) => row.id}
        state={tableState(list, undefined, 2)}
        empty={{ title: t('mydata.sessions.empty'), reason: t('mydata.sessions.why') }}
      />
      <ConfirmDialog
        title={t('mydata.end_others')}
        effect={t('mydata.end_others.effect', { count: sessions.length - 1 })}
        act={t('mydata.end_others')}
        danger
        open={asked}
        working={endOthers.isPending}
        error={endOthers.error}
        onAct={() => endOthers.mutate(undefined, { onSuccess: () => setAsked(false) })}
        onClose={() => setAsked(false)}
      />
    </>
  );
}

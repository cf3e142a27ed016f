import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { LinkText } from '@/components/link-text';
import { Stack } from '@/components/layout';
import { Failed, Loading } from '@/components/state-blocks';
import { showTime } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { changesQuery, runsQuery } from './api';
import { ChangeList } from './change-list';

export function RuleReports({ rule }: { rule: string }) {
  const t = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const { data, error } = useQuery(runsQuery(rule));
  if (error) return <Failed error={error} />;
  if (!data) return <Loading rows={2} />;
  if (data.items.length === 0) return <p>{t('assessment.reports.none')}</p>;
  return (
    <Stack gap={8}>
      {data.items.map((run) => (
        <div key={run.id}>
          <LinkText onClick={() => setOpen(open === run.id ? null : run.id)}>
            {t('assessment.report', {
              at: showTime(run.began_at ?? 0),
              people: showNumber(run.people, t.language),
              changed: showNumber(run.changed, t.language),
            })}
          </LinkText>
          {open === run.id && <RunChanges run={run.id} />}
        </div>
      ))}
    </Stack>
  );
}

function RunChanges({ run }: { run: string }) {
  const t = useWords();
  const { data, error } = useQuery(changesQuery(run, t.language));
  if (error) return <Failed error={error} />;
  return data ? <ChangeList changes={data.items} /> : <Loading rows={3} />;
}

import { Facts, Stack } from '@/components/layout';
import { ReadOnly } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

import type { AuditRow } from './api';

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

// What was written down of the change; null where the reader may not see personal facts there.
export function ChangeFacts({ row }: { row: AuditRow }) {
  const t = useWords();
  const change: unknown = row.change;
  if (change === null || change === undefined) return <ReadOnly>{t('audit.sealed')}</ReadOnly>;
  const facts = Object.entries(change as Record<string, unknown>);
  return (
    <Stack gap={8}>
      {facts.length === 0 && <p>{t('audit.no_change')}</p>}
      <Facts
        items={[
          ...facts.map(([name, value]) => ({
            label: t.has(`audit.fact.${name}`) ? t(`audit.fact.${name}`) : name,
            value: shown(value),
          })),
          ...(row.request_id ? [{ label: t('audit.request'), value: row.request_id }] : []),
        ]}
      />
    </Stack>
  );
}

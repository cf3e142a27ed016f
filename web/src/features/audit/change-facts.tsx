import type { ReactNode } from 'react';

import { Facts, Stack } from '@/components/layout';
import { ReadOnly } from '@/components/state-blocks';
import { UnitName } from '@/components/unit-name';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import type { AuditRow } from './api';

// Codes and ids of the stored text in the words of the screens, where they are of a known kind.
function useValueWords() {
  const t = useWords();
  return (name: string, value: unknown): ReactNode => {
    if (typeof value !== 'string') return JSON.stringify(value);
    if (name === 'unit' || name === 'home') return <UnitName id={value} />;
    if (name === 'role' && t.has(`role.${value}`)) return t(`role.${value}`);
    return /^\d{4}-\d\d-\d\d$/u.test(value) ? showDate(value) : value;
  };
}

// What was written down of the change; null where the reader may not see personal facts there.
export function ChangeFacts({ row }: { row: AuditRow }) {
  const t = useWords();
  const valueWords = useValueWords();
  const change: unknown = row.change;
  if (change === null || change === undefined) return <ReadOnly>{t('audit.sealed')}</ReadOnly>;
  const facts = Object.entries(change as Record<string, unknown>);
  return (
    <Stack gap={8}>
      {facts.length === 0 && <p>{t('audit.no_change')}</p>}
      <Facts
        items={[
          ...facts.map(([name, value]) => ({
            label: t.has(`audit.fact.${name}`) ? t(`audit.fact.${name}`) : t('audit.fact.other'),
            value: valueWords(name, value),
          })),
          ...(row.request_id ? [{ label: t('audit.request'), value: row.request_id }] : []),
        ]}
      />
    </Stack>
  );
}

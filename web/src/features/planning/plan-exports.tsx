import { Menu } from '@/components/menu';
import { Refusal } from '@/components/refusal';
import { useReading } from '@/lib/use-reading';
import { useWords } from '@/lib/words';

import { exportPlan } from './api';

const tables = ['table', 'participants'] as const;
const kinds = ['xlsx', 'csv'] as const;
type File = { what: (typeof tables)[number]; kind: (typeof kinds)[number] };

// The plan's lines, and who sits where: each as a workbook and as plain text.
export function PlanExports({ plan }: { plan: string }) {
  const t = useWords();
  const saving = useReading(({ what, kind }: File) => exportPlan(plan, what, kind, t.language));
  return (
    <>
      <Menu
        button={t('planning.export')}
        label={t('planning.export.what')}
        groups={tables.map((what) => ({
          items: kinds.map((kind) => ({
            label: t(`planning.export.${what}`, { kind: kind.toUpperCase() }),
            onSelect: () => saving.mutate({ what, kind }),
          })),
        }))}
      />
      <Refusal error={saving.error} />
    </>
  );
}

import type { PagedList } from '@/lib/read-to-end';
import { useReading } from '@/lib/use-reading';
import { useWords } from '@/lib/words';

import { Button } from './button';
import { PrintButton } from './print-button';
import { Refusal } from './refusal';

export type FileKind = 'xlsx' | 'csv';
type Props = { what: string; save: (kind: FileKind) => Promise<void>; list?: PagedList };

// The table that is on the page, on paper and as the server's files.
export function ExportButtons({ what, save, list }: Props) {
  const t = useWords();
  const saving = useReading(save);
  return (
    <>
      <PrintButton list={list} />
      {(['xlsx', 'csv'] as const).map((kind) => (
        <Button
          key={kind}
          icon="download"
          label={t('ui.export.file', { kind: kind.toUpperCase(), what })}
          working={saving.isPending && saving.variables === kind}
          workingWords={t('ui.loading')}
          onClick={() => saving.mutate(kind)}
        >
          {kind.toUpperCase()}
        </Button>
      ))}
      <Refusal error={saving.error} />
    </>
  );
}

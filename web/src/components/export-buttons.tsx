import { useReading } from '@/lib/use-reading';
import { useWords } from '@/lib/words';

import { Button } from './button';
import { Refusal } from './refusal';

export type FileKind = 'xlsx' | 'csv';
type Props = { what: string; save: (kind: FileKind) => Promise<void> };

// The table that is on the page, on paper and as the server's files.
export function ExportButtons({ what, save }: Props) {
  const t = useWords();
  const saving = useReading(save);
  return (
    <>
      <Button icon="print" onClick={() => window.print()}>
        {t('ui.print')}
      </Button>
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

import { useMutation } from '@tanstack/react-query';

import { Button } from '@/components/button';
import { Refusal } from '@/components/refusal';
import { useWords } from '@/lib/words';

export type FileKind = 'xlsx' | 'csv';
type Props = { what: string; save: (kind: FileKind) => Promise<void> };

// The table that is on the page, on paper and as the server's files.
export function ExportButtons({ what, save }: Props) {
  const t = useWords();
  const saving = useMutation({ mutationFn: save });
  return (
    <>
      <Button icon="print" onClick={() => window.print()}>
        {t('ui.print')}
      </Button>
      {(['xlsx', 'csv'] as const).map((kind) => (
        <Button
          key={kind}
          icon="download"
          label={t('needs.export', { kind: kind.toUpperCase(), what })}
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

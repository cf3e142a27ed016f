import { FileDrop } from '@/components/file-drop';
import { useWords } from '@/lib/words';

type Props = { file: File | null; onFile: (file: File | null) => void };

export function EvidenceField(props: Props) {
  const t = useWords();
  return (
    <FileDrop
      {...props}
      label={t('assessment.evidence_file')}
      accept=".pdf,.jpg,.jpeg,.png"
      limit={10 * 1024 * 1024}
    />
  );
}

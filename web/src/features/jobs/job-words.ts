import { useWords } from '@/lib/words';

// What the work is, in words where we have them.
export function useKindWords() {
  const t = useWords();
  return (kind: string) => (t.has(`job.kind.${kind}`) ? t(`job.kind.${kind}`) : kind);
}

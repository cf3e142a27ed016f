import { Problem } from '@/lib/api-client';
import { useWords } from '@/lib/words';

// const fault = useFieldFaults(save.error);
// <TextField label=… error={fault('/name')} />
// The words of a fault are `fault.<code>`, else `refusal.<code>`.
export function useFieldFaults(error: unknown) {
  const t = useWords();
  const faults = error instanceof Problem ? error.faults : [];
  return (path: string): string | null => {
    const fault = faults.find(
      (each) => each.path === path || each.path === path.replace(/^\//u, ''),
    );
    if (!fault) return null;
    const id = [`fault.${fault.code}`, `refusal.${fault.code}`].find(t.has);
    return t(id ?? 'fault.unknown');
  };
}

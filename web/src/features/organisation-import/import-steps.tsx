import { Stepper } from '@/components/stepper';
import { useWords } from '@/lib/words';

const names = ['template', 'upload', 'columns', 'check', 'apply'] as const;

// Where one stands: wizards are pages with addresses.
export function ImportSteps({ current, id }: { current: number; id?: string }) {
  const t = useWords();
  const addresses = [
    '/roster-import',
    '/roster-import',
    `/roster-import/${id ?? ''}/columns`,
    `/roster-import/${id ?? ''}`,
    `/roster-import/${id ?? ''}/receipt`,
  ];
  return (
    <Stepper
      label={t('import.steps')}
      current={current}
      steps={names.map((name, index) => ({
        label: t(`import.step.${name}`),
        done: index < current,
        to: index < current ? addresses[index] : undefined,
      }))}
    />
  );
}

import { NumberField } from '@/components/number-field';
import { useWords } from '@/lib/words';

import { sources } from './api';
import type { Ceilings } from './budgets';

export function BudgetFields({
  value,
  onChange,
}: {
  value: Ceilings;
  onChange: (value: Ceilings) => void;
}) {
  const t = useWords();
  return sources.map((source) => (
    <NumberField
      key={source}
      label={t(`planning.source.${source}`)}
      unit="₫"
      value={value[source] ?? null}
      onChange={(ceiling) => onChange({ ...value, [source]: ceiling })}
    />
  ));
}

import { useQuery } from '@tanstack/react-query';

import { UnitPicker } from '@/components/unit-picker';
import { findUnits, unitQuery } from '@/lib/units';
import { useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

type Props = {
  value: string;
  onChange: (id: string) => void;
  label?: string;
  hint?: string;
  error?: string | null;
};

// Any unit at or below those in which the reader holds a role, found by name.
export function UnitField({ value, onChange, label, hint, error }: Props) {
  const t = useWords();
  const { units } = useUnitScope();
  const { data } = useQuery({ ...unitQuery(value), enabled: value !== '', retry: false });
  return (
    <UnitPicker
      label={label ?? t('accounts.unit')}
      hint={hint}
      error={error}
      value={data && value ? { id: value, name: data.unit.full_name } : null}
      onChange={(unit) => onChange(unit?.id ?? '')}
      load={(sought, signal) => findUnits({ sought, below: units, signal })}
      source="administration"
    />
  );
}

import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useWords } from '@/lib/words';

import { SelectField } from './select-field';

export type PickedUnit = { id: string; name: string; parent?: string };

type Props = {
  label: string;
  hint?: string;
  error?: string | null;
  value: PickedUnit | null;
  onChange: (unit: PickedUnit | null) => void;
  // Units whose folded name holds the words sought; the first ones when nothing is sought.
  load: (sought: string, signal: AbortSignal) => Promise<PickedUnit[]>;
  // Names the loader in the cache.
  source?: string;
  clearable?: boolean;
};

// Finds a unit by name without accents; the unit above stands beside it, since names repeat.
export function UnitPicker({ value, onChange, load, source = 'units', ...field }: Props) {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const [sought] = useDebouncedValue(typed, 250);
  const search = sought === value?.name || sought === shown(value) ? '' : sought;
  const found = useQuery({
    queryKey: ['unit-picker', source, search],
    queryFn: ({ signal }) => load(search, signal),
    placeholderData: (old) => old,
  });
  const units = found.data ?? [];
  const offered = value && !units.some((unit) => unit.id === value.id) ? [value, ...units] : units;

  return (
    <SelectField
      {...field}
      error={field.error ?? (found.error ? t('ui.not_loaded') : null)}
      value={value?.id ?? null}
      options={offered.map((unit) => ({ value: unit.id, label: shown(unit) }))}
      onSearch={setTyped}
      searching={found.isFetching || typed !== sought}
      onChange={(id) => onChange(offered.find((unit) => unit.id === id) ?? null)}
    />
  );
}

function shown(unit: PickedUnit | null): string {
  if (!unit) return '';
  return unit.parent ? `${unit.name}, ${unit.parent}` : unit.name;
}

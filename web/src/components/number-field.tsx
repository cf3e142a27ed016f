import { TextInput } from '@mantine/core';
import { useState } from 'react';

import { parseNumber, showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { fieldLook, type FieldProps } from './field-style';
import { useHalfTyped } from './half-typed';
import { ReadValue } from './read-value';

type Props = FieldProps & {
  value: number | null;
  onChange: (value: number | null) => void;
  unit?: string;
  decimals?: boolean;
};

// Nothing is reformatted while typing; what was typed is read when it changes and shown in order
// when the field is left.
export function NumberField({ value, onChange, unit, decimals, ...field }: Props) {
  const t = useWords();
  const shown = value === null ? '' : showNumber(value, t.language);
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft !== null && draft.trim() !== '' && parseNumber(draft, t.language) === null;
  const ref = useHalfTyped(wrong ? t('ui.not_a_number') : null);
  if (field.readOnly)
    return <ReadValue label={field.label} value={unit ? `${shown} ${unit}` : shown} />;

  return (
    <TextInput
      {...fieldLook}
      ref={ref}
      label={field.label}
      description={field.hint}
      error={wrong ? t('ui.not_a_number') : field.error}
      required={field.required}
      disabled={field.disabled}
      name={field.name}
      inputMode={decimals ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={draft ?? shown}
      rightSection={unit && <span>{unit}</span>}
      rightSectionWidth={unit ? unit.length * 9 + 16 : undefined}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        onChange(parseNumber(event.currentTarget.value, t.language));
      }}
      onBlur={() => {
        if (!wrong) setDraft(null);
      }}
    />
  );
}

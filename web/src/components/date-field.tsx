import { TextInput } from '@mantine/core';
import { useState } from 'react';

import { parseDate, showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { fieldLook, type FieldProps } from './field-style';
import { useHalfTyped } from './half-typed';
import { ReadValue } from './read-value';

type Props = FieldProps & {
  // 2025-07-01, or null while there is none.
  value: string | null;
  onChange: (value: string | null) => void;
};

// Typed as dd/mm/yyyy, d/m/yyyy or ddmmyyyy. The browser's own date field follows the language of
// the computer, so it is not used.
export function DateField({ value, onChange, ...field }: Props) {
  const t = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const wrong = draft !== null && draft.trim() !== '' && parseDate(draft) === null;
  const ref = useHalfTyped(wrong ? t('ui.not_a_date') : null);
  if (field.readOnly) return <ReadValue label={field.label} value={showDate(value)} />;

  return (
    <TextInput
      {...fieldLook}
      ref={ref}
      label={field.label}
      description={field.hint ?? t('ui.date_hint')}
      error={wrong && left ? t('ui.not_a_date') : field.error}
      required={field.required}
      disabled={field.disabled}
      name={field.name}
      inputMode="numeric"
      autoComplete="off"
      value={draft ?? showDate(value)}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        setLeft(false);
        onChange(parseDate(event.currentTarget.value));
      }}
      onBlur={() => {
        setLeft(true);
        if (!wrong) setDraft(null);
      }}
    />
  );
}

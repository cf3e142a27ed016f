import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';

import styles from './field.module.css';

type Props = {
  label: ReactNode;
  // Instead of visible words, where a table names the row already.
  name?: string;
  // Ids of what names it, where that stands on the page.
  namedBy?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  partly?: boolean;
  disabled?: boolean;
  hint?: string;
  error?: string | null;
};

export function CheckField({
  label,
  name,
  namedBy,
  checked,
  onChange,
  partly,
  disabled,
  hint,
  error,
}: Props) {
  return (
    <Checkbox
      classNames={{
        root: styles.choice,
        input: styles.mark,
        label: styles.choiceLabel,
        error: styles.error,
      }}
      label={label}
      aria-label={name}
      aria-labelledby={namedBy}
      description={hint}
      error={error}
      checked={checked}
      indeterminate={partly}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

import { Radio } from '@mantine/core';
import { useId } from 'react';

import type { FieldProps } from './field-style';
import styles from './field.module.css';
import { ReadValue } from './read-value';
import type { Option } from './select-field';

type Props<T extends string> = Omit<FieldProps, 'name'> & {
  value: T | null;
  onChange: (value: T) => void;
  options: Option<T>[];
  // One under the other, for long labels.
  stacked?: boolean;
};

export function RadioField<T extends string>(props: Props<T>) {
  const { label, hint, error, value, onChange, options, disabled } = props;
  const name = useId();
  if (props.readOnly) {
    return (
      <ReadValue label={label} value={options.find((option) => option.value === value)?.label} />
    );
  }
  return (
    <fieldset className={styles.choices} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className={styles.label}>{label}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      <div className={styles.choiceList} data-stacked={props.stacked || undefined}>
        {options.map((option) => (
          <Radio
            key={option.value}
            classNames={{ root: styles.choice, radio: styles.mark, label: styles.choiceLabel }}
            name={name}
            label={option.label}
            value={option.value}
            checked={value === option.value}
            disabled={disabled || option.disabled}
            onChange={() => onChange(option.value)}
          />
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

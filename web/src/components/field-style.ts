import styles from './field.module.css';

// What every field shares: label above, hint under the label, error under the field.
export const fieldLook = {
  classNames: {
    root: styles.root,
    label: styles.label,
    description: styles.hint,
    error: styles.error,
    input: styles.input,
  },
  inputWrapperOrder: ['label', 'description', 'input', 'error'] as (
    'label' | 'description' | 'input' | 'error'
  )[],
  withAsterisk: false,
};

export type FieldProps = {
  label: string;
  hint?: string;
  error?: string | null;
  required?: boolean;
  disabled?: boolean;
  name?: string;
  // Shows the value as text where it may be read but not changed.
  readOnly?: boolean;
};

import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { HTMLInputAutoCompleteAttribute } from 'react';

import { useWords } from '@/lib/words';

import { Icon } from './icons';
import { fieldLook, type FieldProps } from './field-style';
import { ReadValue } from './read-value';

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  kind?: 'text' | 'password' | 'long' | 'email' | 'digits';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  maxLength?: number;
  autoFocus?: boolean;
};

const inputModes = { digits: 'numeric', email: 'email' } as const;

export function TextField(props: Props) {
  const { label, hint, error, required, disabled, name, value, onChange, kind = 'text' } = props;
  const t = useWords();
  if (props.readOnly) return <ReadValue label={label} value={value} />;
  const shared = {
    ...fieldLook,
    label,
    description: hint,
    error,
    disabled,
    name,
    value,
    required,
    onBlur: props.onBlur,
    maxLength: props.maxLength,
    autoComplete: props.autoComplete ?? 'off',
    'data-autofocus': props.autoFocus || undefined,
  };
  if (kind === 'long') {
    return (
      <Textarea
        {...shared}
        rows={3}
        autosize={false}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  if (kind === 'password') {
    return (
      <PasswordInput
        {...shared}
        classNames={{ ...fieldLook.classNames, innerInput: undefined }}
        visibilityToggleButtonProps={{ 'aria-label': t('ui.show_password') }}
        visibilityToggleIcon={({ reveal }) => <Icon name={reveal ? 'eyeOff' : 'eye'} />}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      type={kind === 'email' ? 'email' : 'text'}
      inputMode={kind === 'text' ? undefined : inputModes[kind]}
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

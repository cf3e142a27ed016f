import { type ComboboxItem, type OptionsFilter, Select } from '@mantine/core';

import { matches } from '@/lib/fold';
import { useWords } from '@/lib/words';

import { fieldLook, type FieldProps } from './field-style';
import styles from './field.module.css';
import { Icon } from './icons';
import { ReadValue } from './read-value';

export type Option<T extends string = string> = { value: T; label: string; disabled?: boolean };

type Props<T extends string> = FieldProps & {
  value: T | null;
  onChange: (value: T | null) => void;
  options: Option<T>[];
  clearable?: boolean;
  // For lists that the server searches.
  onSearch?: (sought: string) => void;
  searching?: boolean;
};

const byFold: OptionsFilter = ({ options, search }) =>
  (options as ComboboxItem[]).filter((option) => matches(option.label, search));

export function SelectField<T extends string>(props: Props<T>) {
  const { label, hint, error, value, onChange, options } = props;
  const t = useWords();
  if (props.readOnly) {
    return (
      <ReadValue label={label} value={options.find((option) => option.value === value)?.label} />
    );
  }
  return (
    <Select
      {...fieldLook}
      classNames={{ ...fieldLook.classNames, dropdown: styles.options, option: styles.option }}
      label={label}
      description={hint}
      error={error}
      required={props.required}
      disabled={props.disabled}
      name={props.name}
      data={options}
      value={value}
      onChange={(next) => onChange(next as T | null)}
      searchable={options.length > 7 || !!props.onSearch}
      onSearchChange={props.onSearch}
      filter={props.onSearch ? ({ options: found }) => found : byFold}
      clearable={props.clearable}
      clearButtonProps={{ 'aria-label': t('ui.clear') }}
      nothingFoundMessage={props.searching ? t('ui.searching') : t('ui.nothing_found')}
      allowDeselect={false}
      checkIconPosition="right"
      rightSection={<Icon name="down" size={16} />}
      comboboxProps={{ shadow: 'md', transitionProps: { duration: 0 } }}
      maxDropdownHeight={320}
    />
  );
}

import { SegmentedControl } from '@mantine/core';

import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import styles from './segmented-filter.module.css';

type Props<T extends string> = {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: { value: T; label: string; count?: number }[];
};

export function SegmentedFilter<T extends string>({ label, value, onChange, options }: Props<T>) {
  const t = useWords();
  return (
    <SegmentedControl
      classNames={{
        root: styles.root,
        label: styles.label,
        indicator: styles.indicator,
        control: styles.control,
      }}
      role="radiogroup"
      aria-label={label}
      value={value}
      onChange={(next) => onChange(next)}
      transitionDuration={120}
      data={options.map((option) => ({
        value: option.value,
        label:
          option.count === undefined
            ? option.label
            : `${option.label} ${showNumber(option.count, t.language)}`,
      }))}
    />
  );
}

import { Tabs as Base } from '@mantine/core';
import type { ReactNode } from 'react';

import styles from './tabs.module.css';

type Props<T extends string> = {
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: { value: T; label: string; panel: ReactNode }[];
};

export function Tabs<T extends string>({ label, value, onChange, tabs }: Props<T>) {
  return (
    <Base
      value={value}
      onChange={(next) => next && onChange(next as T)}
      keepMounted={false}
      classNames={styles}
    >
      <Base.List aria-label={label}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value}>
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value}>
          {tab.panel}
        </Base.Panel>
      ))}
    </Base>
  );
}

import { Menu as Base } from '@mantine/core';
import { Fragment, type ReactElement } from 'react';

import styles from './menu.module.css';

export type MenuItem = { label: string; onSelect: () => void; current?: boolean; lang?: string };
export type MenuGroupItems = { title?: string; items: MenuItem[] };

type Props = { trigger: ReactElement; groups: MenuGroupItems[]; label: string };

// `trigger` is a button with a name of its own.
export function Menu({ trigger, groups, label }: Props) {
  return (
    <Base
      position="bottom-end"
      shadow="md"
      classNames={styles}
      transitionProps={{ duration: 0 }}
      withinPortal
    >
      <Base.Target>{trigger}</Base.Target>
      <Base.Dropdown aria-label={label}>
        {groups.map((group, index) => (
          <Fragment key={index}>
            {index > 0 && <Base.Divider />}
            {group.title && <Base.Label>{group.title}</Base.Label>}
            {group.items.map((item) => (
              <Base.Item
                key={item.label}
                onClick={item.onSelect}
                lang={item.lang}
                data-current={item.current || undefined}
                aria-current={item.current || undefined}
              >
                {item.label}
              </Base.Item>
            ))}
          </Fragment>
        ))}
      </Base.Dropdown>
    </Base>
  );
}

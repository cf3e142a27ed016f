import { Button as Base } from '@mantine/core';
import type { MouseEventHandler, ReactNode } from 'react';
import { Link } from 'react-router';

import { useWords } from '@/lib/words';

import styles from './button.module.css';
import { Icon, type IconName } from './icons';

export type ButtonKind = 'primary' | 'outlined' | 'text' | 'danger';

const variants = {
  primary: { variant: 'filled' },
  outlined: { variant: 'default' },
  text: { variant: 'subtle' },
  danger: { variant: 'filled', color: 'son' },
} as const;

type Props = {
  children: ReactNode;
  kind?: ButtonKind;
  icon?: IconName;
  // Said instead of the words while the act runs; the width stays.
  working?: boolean;
  workingWords?: string;
  disabled?: boolean;
  // Why it cannot be pressed: stands beside it, since a grey button alone explains nothing.
  reason?: string;
  type?: 'button' | 'submit';
  full?: boolean;
  to?: string;
  label?: string;
  onClick?: MouseEventHandler<HTMLButtonElement>;
};

export function Button(props: Props) {
  const { children, kind = 'outlined', icon, working, workingWords, reason, full, to } = props;
  const t = useWords();
  const look = {
    ...variants[kind],
    classNames: { root: styles.root, label: styles.label },
    fullWidth: full,
    leftSection: icon && <Icon name={icon} />,
    'aria-label': props.label,
  };
  if (to !== undefined) {
    return (
      <Base component={Link} to={to} {...look}>
        {children}
      </Base>
    );
  }
  return (
    <>
      <Base
        {...look}
        type={props.type ?? 'button'}
        disabled={props.disabled}
        aria-disabled={working || undefined}
        data-working={working || undefined}
        onClick={working ? (event) => event.preventDefault() : props.onClick}
      >
        <span className={styles.words}>
          <span aria-hidden={working || undefined}>{children}</span>
          {working && (
            <span className={styles.working}>
              {workingWords ?? t('ui.saving')}
              <span className={styles.dots} aria-hidden="true" />
            </span>
          )}
        </span>
      </Base>
      {props.disabled && reason && <span className={styles.reason}>{reason}</span>}
    </>
  );
}

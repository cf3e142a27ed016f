import type { MouseEventHandler } from 'react';

import styles from './icon-button.module.css';
import { Icon, type IconName } from './icons';

// For close, help, bell, search and the like; each has a name.
export function IconButton({
  icon,
  label,
  onClick,
  expanded,
}: {
  icon: IconName;
  label: string;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  expanded?: boolean;
}) {
  return (
    <button
      type="button"
      className={styles.root}
      aria-label={label}
      aria-expanded={expanded}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} size={20} />
    </button>
  );
}

import { Drawer as Base } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';

import { useWords } from '@/lib/words';

import { useDialogFocus } from './dialog-focus';
import styles from './drawer.module.css';

type Props = {
  title: ReactNode;
  over?: ReactNode;
  open: boolean;
  onClose: () => void;
  foot?: ReactNode;
  children: ReactNode;
};

// From the right, 420 px wide; from below on a phone.
export function Drawer({ title, over, open, onClose, foot, children }: Props) {
  const t = useWords();
  const { isTop } = useDialogFocus(open);
  const phone = useMediaQuery('(max-width: 639px)', false, { getInitialValueInEffect: false });
  return (
    <Base
      opened={open}
      onClose={() => isTop() && onClose()}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '82dvh' : 420}
      classNames={{
        content: styles.content,
        overlay: styles.overlay,
        header: styles.header,
        title: styles.title,
        close: styles.close,
        body: styles.body,
      }}
      title={
        <>
          {over && <span className={styles.over}>{over}</span>}
          <span className={styles.name}>{title}</span>
        </>
      }
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      transitionProps={{ duration: 180, transition: phone ? 'slide-up' : 'slide-left' }}
    >
      <div className={styles.words}>{children}</div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </Base>
  );
}

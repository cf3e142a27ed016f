import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

import { useWords } from '@/lib/words';

import { useDialogFocus } from './dialog-focus';
import styles from './dialog.module.css';

type Props = {
  title: string;
  open: boolean;
  onClose: () => void;
  wide?: boolean;
  // Shows what cannot be shown again: neither Escape nor the cross takes it away.
  holds?: boolean;
  children: ReactNode;
};

// A press beside it does not close it: what was typed would be lost.
export function Dialog({ title, open, onClose, wide, holds, children }: Props) {
  const t = useWords();
  const { isTop } = useDialogFocus(open);
  return (
    <Modal
      opened={open}
      onClose={() => isTop() && onClose()}
      closeOnClickOutside={false}
      closeOnEscape={!holds}
      withCloseButton={!holds}
      title={title}
      centered
      size={wide ? 720 : 480}
      classNames={styles}
      overlayProps={{ color: 'var(--scrim)', backgroundOpacity: 1 }}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      transitionProps={{ transition: 'fade', duration: 180 }}
    >
      {children}
    </Modal>
  );
}

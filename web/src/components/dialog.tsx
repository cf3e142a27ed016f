import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

import { useWords } from '@/lib/words';

import styles from './dialog.module.css';

type Props = {
  title: string;
  open: boolean;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
};

export function Dialog({ title, open, onClose, wide, children }: Props) {
  const t = useWords();
  return (
    <Modal
      opened={open}
      onClose={onClose}
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

import { useEffect, useState, useSyncExternalStore } from 'react';

import { useWords } from '@/lib/words';

import { IconButton } from './icon-button';
import { LinkText } from './link-text';
import styles from './toast.module.css';

type Message = { id: number; words: string; undo?: () => void };

let messages: Message[] = [];
let count = 0;
const listeners = new Set<() => void>();

function change(next: Message[]) {
  messages = next;
  listeners.forEach((listener) => listener());
}

// Confirms an act that has been done, with a way back for ten seconds. Never for errors.
export function toast(words: string, undo?: () => void): void {
  change([...messages, { id: ++count, words, undo }]);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => messages);
  return (
    <div className={styles.place} role="status" aria-live="polite">
      {shown.map((message) => (
        <Toast key={message.id} message={message} />
      ))}
    </div>
  );
}

function Toast({ message }: { message: Message }) {
  const t = useWords();
  const [held, setHeld] = useState(false);
  const close = () => change(messages.filter((each) => each.id !== message.id));

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(
      () => change(messages.filter((each) => each.id !== message.id)),
      10_000,
    );
    return () => clearTimeout(timer);
  }, [held, message.id]);

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only waits while it is looked at
    <div
      className={styles.root}
      role="group"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{message.words}</span>
      {message.undo && (
        <LinkText
          kind="strong"
          onClick={() => {
            message.undo?.();
            close();
          }}
        >
          {t('ui.undo')}
        </LinkText>
      )}
      <IconButton icon="close" label={t('ui.close')} onClick={close} />
    </div>
  );
}

import { TextInput } from '@mantine/core';
import { useRef } from 'react';

import { useShortcut } from '@/lib/shortcuts';

import { fieldLook } from './field-style';
import { Icon } from './icons';
import { Kbd } from './kbd';
import styles from './search-field.module.css';
import { useComposed } from './use-composed';

type Props = {
  label: string;
  // Said inside the field: an example such as "quang binh", since the label is not seen.
  example?: string;
  value: string;
  onChange: (value: string) => void;
  onEnter?: (value: string) => void;
  // The page's one search field takes `/`.
  slash?: boolean;
};

export function SearchField({ label, example, value, onChange, onEnter, slash }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const text = useComposed(value, onChange);
  useShortcut(slash ? '/' : null, () => input.current?.focus());

  return (
    <TextInput
      ref={input}
      type="search"
      role="searchbox"
      className={styles.root}
      classNames={fieldLook.classNames}
      aria-label={label}
      placeholder={example ?? label}
      value={text.draft}
      autoComplete="off"
      spellCheck={false}
      leftSection={<Icon name="search" />}
      rightSection={slash && <Kbd>/</Kbd>}
      onChange={(event) => text.change(event.currentTarget.value)}
      {...text.handlers}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.isComposing()) return;
        text.settleNow();
        onEnter?.(text.draft);
      }}
    />
  );
}

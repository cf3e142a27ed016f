import { type DragEvent, useId, useRef, useState } from 'react';

import { showSize } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { Button } from './button';
import styles from './file-drop.module.css';
import { Icon } from './icons';

type Props = {
  label: string;
  // Endings such as ".xlsx,.csv".
  accept: string;
  limit: number;
  file: File | null;
  onFile: (file: File | null) => void;
  error?: string | null;
};

export function FileDrop({ label, accept, limit, file, onFile, error }: Props) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const name = useId();
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  function take(given: File | undefined) {
    if (!given) return;
    const fits = accept.split(',').some((ending) => given.name.toLowerCase().endsWith(ending));
    const problem = !fits
      ? t('ui.file.wrong_kind', { accept: accept.replaceAll(',', ', ') })
      : given.size > limit
        ? t('ui.file.too_large', { limit: showSize(limit, t.language) })
        : null;
    setFault(problem);
    onFile(problem ? null : given);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

  return (
    <div>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- dragging is a second way; the button is the first */}
      <div
        className={styles.root}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label htmlFor={name} className={styles.label}>
          {label}
        </label>
        <p className={styles.hint}>
          {t('ui.file.hint', {
            accept: accept.replaceAll(',', ', '),
            limit: showSize(limit, t.language),
          })}
        </p>
        <input
          ref={input}
          id={name}
          type="file"
          accept={accept}
          className="unseen"
          tabIndex={-1}
          onChange={(event) => take(event.currentTarget.files?.[0])}
        />
        {file ? (
          <p className={styles.file}>
            <Icon name="file" /> <b>{file.name}</b> {showSize(file.size, t.language)}
          </p>
        ) : null}
        <Button icon="upload" onClick={() => input.current?.click()}>
          {file ? t('ui.file.other') : t('ui.file.choose')}
        </Button>
      </div>
      {(fault ?? error) && (
        <p role="alert" className={styles.error}>
          {fault ?? error}
        </p>
      )}
    </div>
  );
}

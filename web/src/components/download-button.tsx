import type { ReactNode } from 'react';

import { useReading } from '@/lib/use-reading';
import { useWords } from '@/lib/words';

import { Button, type ButtonKind } from './button';
import { LinkText } from './link-text';
import { Refusal } from './refusal';

type Props = {
  save: () => Promise<void>;
  kind?: ButtonKind;
  // Stands among words.
  isLink?: boolean;
  children: ReactNode;
};

// Saves a file of the server's, and says so when there is none to be had.
export function DownloadButton({ save, kind, isLink, children }: Props) {
  const t = useWords();
  const saving = useReading(save);
  const start = () => !saving.isPending && saving.mutate();
  return (
    <>
      {isLink ? (
        <LinkText onClick={start}>{children}</LinkText>
      ) : (
        <Button
          kind={kind}
          icon="download"
          working={saving.isPending}
          workingWords={t('ui.loading')}
          onClick={start}
        >
          {children}
        </Button>
      )}
      <Refusal error={saving.error} />
    </>
  );
}

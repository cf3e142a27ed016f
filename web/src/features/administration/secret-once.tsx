import { useState } from 'react';

import { Button } from '@/components/button';
import { Row, Stack } from '@/components/layout';
import { Notice } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

import styles from './administration.module.css';

// A password or code that the server tells once and keeps no copy of.
export function SecretOnce({
  words,
  secret,
  onClose,
}: {
  words: string;
  secret: string;
  onClose: () => void;
}) {
  const t = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <Stack>
      <p>{words}</p>
      <output className={styles.secret} aria-label={t('accounts.secret')}>
        {secret}
      </output>
      <Notice>{t('accounts.secret.once')}</Notice>
      <Row>
        <Button
          kind="primary"
          onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
        >
          {t(copied ? 'accounts.secret.copied' : 'accounts.secret.copy')}
        </Button>
        <Button onClick={onClose}>{t('accounts.secret.handed_over')}</Button>
      </Row>
    </Stack>
  );
}

import { type ReactNode, useEffect, useState } from 'react';

import { useWords } from '@/lib/words';

import { Button } from './button';
import { Icon } from './icons';
import { Refusal } from './refusal';
import styles from './state-blocks.module.css';

// Why there is nothing, one action, perhaps a second way.
export function Empty({
  title,
  reason,
  action,
  second,
  drawing,
}: {
  title: string;
  reason: ReactNode;
  action?: ReactNode;
  second?: ReactNode;
  drawing?: boolean;
}) {
  return (
    <div className={styles.empty}>
      {drawing && (
        <div className={styles.drawing} aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      )}
      <h2 className={styles.title}>{title}</h2>
      <p>{reason}</p>
      {action && <div className={styles.acts}>{action}</div>}
      {second && <p className={styles.second}>{second}</p>}
    </div>
  );
}

// Rows of the true shape, without shimmer. After two seconds it says what is awaited.
export function Loading({ what, rows = 6 }: { what?: string; rows?: number }) {
  const t = useWords();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 2000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.loading} role="status" aria-busy="true">
      <span className="unseen">{t('ui.loading')}</span>
      <div aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className={styles.skeleton}>
            <i style={{ width: `${32 - ((row * 7) % 12)}%` }} />
            <i style={{ width: '10%' }} />
          </div>
        ))}
      </div>
      {slow && <p>{what ?? t('ui.still_loading')}</p>}
    </div>
  );
}

// At the place: what happened, what was kept, a way to try again, a short code.
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  return <Refusal error={error} retry={retry} />;
}

export function ReadOnly({ children }: { children: ReactNode }) {
  return (
    <div className={styles.strip} data-tone="neutral">
      <Icon name="info" />
      <p>{children}</p>
    </div>
  );
}

export function Notice({
  tone = 'warn',
  children,
}: {
  tone?: 'warn' | 'ok' | 'neutral';
  children: ReactNode;
}) {
  return (
    <div className={styles.strip} data-tone={tone} role="status">
      <Icon name={tone === 'ok' ? 'check' : 'info'} />
      <div>{children}</div>
    </div>
  );
}

export function Offline({ waiting = 0 }: { waiting?: number }) {
  const t = useWords();
  return (
    <div className={styles.strip} data-tone="warn" role="status">
      <Icon name="offline" />
      <p>{t('ui.offline', { waiting })}</p>
    </div>
  );
}

export function Retry({ onRetry }: { onRetry: () => void }) {
  const t = useWords();
  return (
    <Button icon="retry" onClick={onRetry}>
      {t('ui.retry')}
    </Button>
  );
}

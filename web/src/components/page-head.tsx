import { type ReactNode, useEffect } from 'react';

import { LinkText } from './link-text';
import styles from './page-head.module.css';
import { useWords } from '@/lib/words';

type Props = {
  title: string;
  // One sentence that carries the figures and their date (AsOfDate).
  sentence?: ReactNode;
  actions?: ReactNode;
  trail?: { label: string; to?: string }[];
};

export function PageHead({ title, sentence, actions, trail }: Props) {
  const t = useWords();
  useEffect(() => {
    document.title = `${title} · ${t('ui.product')}`;
  }, [title, t]);

  return (
    <header className={styles.root}>
      <div className={styles.words}>
        {trail && (
          <nav aria-label={t('ui.trail')} className={styles.trail}>
            <ol>
              {trail.map((step) => (
                <li key={step.label}>
                  {step.to ? (
                    <LinkText to={step.to} kind="name">
                      {step.label}
                    </LinkText>
                  ) : (
                    step.label
                  )}
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1 tabIndex={-1} id="page-title">
          {title}
        </h1>
        {sentence && <p className={styles.sentence}>{sentence}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

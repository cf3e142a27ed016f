import type { ReactNode } from 'react';

import { Mark } from '@/components/icons';
import { LinkText } from '@/components/link-text';
import { chooseLanguage } from '@/lib/i18n';
import { languages } from '@/lib/languages';
import { useWords } from '@/lib/words';

import styles from './session.module.css';

// Around what is shown without signing in: the mark, help, and the languages in their own script.
export function PublicFrame({ children }: { children: ReactNode }) {
  const t = useWords();
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <div className={styles.inner}>
          <span className={styles.mark}>
            <Mark />
            {t('ui.product')}
          </span>
          <LinkText to="/help">{t('session.help')}</LinkText>
        </div>
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.foot}>
        <div className={styles.inner}>
          <ul className={styles.languages} aria-label={t('session.languages')}>
            {languages.map((language) => (
              <li key={language.code} lang={language.code}>
                {t.language === language.code ? (
                  <b aria-current="true">{language.name}</b>
                ) : (
                  <LinkText onClick={() => void chooseLanguage(language.code)}>
                    {language.name}
                  </LinkText>
                )}
              </li>
            ))}
          </ul>
          <span className={styles.quiet}>{t('session.open_source')}</span>
        </div>
      </footer>
    </div>
  );
}

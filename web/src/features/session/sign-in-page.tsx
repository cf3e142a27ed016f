import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useSearchParams } from 'react-router';

import { LinkText } from '@/components/link-text';
import { sessionQuery } from '@/lib/session';
import { useWords } from '@/lib/words';

import { PublicFrame } from './public-frame';
import { SignInForm } from './sign-in-form';
import styles from './session.module.css';

export function SignInPage() {
  const t = useWords();
  const [search] = useSearchParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  useEffect(() => {
    document.title = `${t('session.sign_in')} · ${t('ui.product')}`;
  }, [t]);

  if (session) return <Navigate to={pathWithin(search.get('return'))} replace />;
  return (
    <PublicFrame>
      <div className={styles.columns}>
        <div>
          <h1 id="page-title" tabIndex={-1} className={styles.title}>
            {t('session.sign_in')}
          </h1>
          <SignInForm />
        </div>
        <aside>
          {['account', 'forgotten', 'shared'].map((topic) => (
            <section key={topic} className={styles.topic}>
              <h2>{t(`session.${topic}`)}</h2>
              <p>{t(`session.${topic}.words`)}</p>
              {topic === 'forgotten' && (
                <LinkText to="/recovery">{t('session.use_recovery_code')}</LinkText>
              )}
            </section>
          ))}
        </aside>
      </div>
    </PublicFrame>
  );
}

// Only ever to a page of this site.
function pathWithin(path: string | null): string {
  return path?.startsWith('/') && !path.startsWith('//') && !path.includes('\\') ? path : '/';
}

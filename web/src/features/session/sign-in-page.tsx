import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';

import { Button } from '@/components/button';
import { Stack } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { sessionQuery } from '@/lib/session';
import { useWords } from '@/lib/words';

import { useSignIn } from './api';
import { PublicFrame } from './public-frame';
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

function SignInForm() {
  const t = useWords();
  const signIn = useSignIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);

  function submit() {
    setTried(true);
    if (login.trim() && password && !signIn.isPending) {
      signIn.mutate({ login: login.trim(), password });
    }
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <TextField
          label={t('session.login')}
          name="login"
          autoComplete="username"
          value={login}
          onChange={setLogin}
          error={tried && !login.trim() ? t('session.login_missing') : null}
        />
        <TextField
          label={t('session.password')}
          name="password"
          kind="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={tried && !password ? t('session.password_missing') : null}
        />
        <Refusal error={signIn.error} />
        <Button
          kind="primary"
          type="submit"
          full
          working={signIn.isPending}
          workingWords={t('session.signing_in')}
        >
          {t('session.sign_in_with_password')}
        </Button>
      </Stack>
    </form>
  );
}

// Only ever to a page of this site.
function pathWithin(path: string | null): string {
  return path?.startsWith('/') && !path.startsWith('//') && !path.includes('\\') ? path : '/';
}

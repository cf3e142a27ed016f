import { useState } from 'react';

import { Button } from '@/components/button';
import { Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import { useSignIn } from './api';

// `login` is who worked here before.
export function SignInForm({ login: before = '' }: { login?: string }) {
  const t = useWords();
  const signIn = useSignIn();
  const [login, setLogin] = useState(before);
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

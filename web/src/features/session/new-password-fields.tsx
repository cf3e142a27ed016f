import { useState } from 'react';

import { Stack } from '@/components/layout';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

const shortest = 12;

// A new password written twice. `fields` shows what is wrong with it once `isTried`.
export function useNewPassword(isTried: boolean, fault: (path: string) => string | null) {
  const t = useWords();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const isShort = Array.from(password).length < shortest;
  const differs = password !== again;

  const fields = (
    <Stack>
      <TextField
        label={t('session.next_password')}
        hint={t('session.password_rule', { count: shortest })}
        kind="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={
          isTried && isShort ? t('session.password_short', { count: shortest }) : fault('/password')
        }
      />
      <TextField
        label={t('session.password_again')}
        kind="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        error={isTried && differs ? t('session.password_differs') : null}
      />
    </Stack>
  );
  return { password, isGood: !isShort && !differs, fields };
}

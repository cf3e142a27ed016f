import { useState } from 'react';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { toast } from '@/components/toast';
import { useWords } from '@/lib/words';

import { useRecovery } from './api';
import { useNewPassword } from './new-password-fields';
import { PublicFrame } from './public-frame';
import styles from './session.module.css';

// Where the code is used that two administrators gave to someone who lost the password.
export function RecoveryPage() {
  const t = useWords();
  return (
    <PublicFrame>
      <div className={styles.narrow}>
        <PageHead title={t('session.recovery')} sentence={t('session.recovery.sentence')} />
        <RecoveryForm />
      </div>
    </PublicFrame>
  );
}

function RecoveryForm() {
  const t = useWords();
  const navigate = useNavigate();
  const recover = useRecovery();
  const fault = useFieldFaults(recover.error);
  const [login, setLogin] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const chosen = useNewPassword(tried, fault);

  function submit() {
    setTried(true);
    if (!login.trim() || !code.trim() || !chosen.isGood || recover.isPending) return;
    recover.mutate(
      { login: login.trim(), code: code.trim(), password: chosen.password },
      {
        onSuccess: () => {
          toast(t('session.recovered'));
          void navigate('/sign-in', { replace: true });
        },
      },
    );
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
          error={tried && !login.trim() ? t('session.login_missing') : fault('/login')}
        />
        <TextField
          label={t('session.recovery_code')}
          hint={t('session.recovery_code.hint')}
          name="code"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={tried && !code.trim() ? t('session.recovery_code_missing') : fault('/code')}
        />
        {chosen.fields}
        <Refusal error={recover.error} />
        <Row>
          <Button kind="primary" type="submit" working={recover.isPending}>
            {t('session.save_password')}
          </Button>
          <Button kind="text" to="/sign-in">
            {t('session.to_sign_in')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

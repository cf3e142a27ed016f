import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { toast } from '@/components/toast';
import { sessionQuery } from '@/lib/session';
import { useWords } from '@/lib/words';

import { useChangePassword } from './api';
import { useNewPassword } from './new-password-fields';
import { PublicFrame } from './public-frame';
import styles from './session.module.css';

export function NewPasswordPage() {
  const t = useWords();
  const { data: session } = useSuspenseQuery(sessionQuery);
  if (!session) return <Navigate to="/sign-in?return=%2Fnew-password" replace />;
  return (
    <PublicFrame>
      <div className={styles.narrow}>
        <PageHead
          title={t('session.new_password')}
          sentence={t(session.must_change_password ? 'session.must_change' : 'session.may_change')}
        />
        <NewPasswordForm must={session.must_change_password} />
      </div>
    </PublicFrame>
  );
}

function NewPasswordForm({ must }: { must: boolean }) {
  const t = useWords();
  const navigate = useNavigate();
  const change = useChangePassword();
  const fault = useFieldFaults(change.error);
  const [old, setOld] = useState('');
  const [tried, setTried] = useState(false);
  const chosen = useNewPassword(tried, fault);

  function submit() {
    setTried(true);
    if (!old || !chosen.isGood || change.isPending) return;
    change.mutate(
      { current: old, password: chosen.password },
      {
        onSuccess: () => {
          toast(t('session.password_changed'));
          void navigate('/', { replace: true });
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
          label={t('session.old_password')}
          kind="password"
          autoComplete="current-password"
          value={old}
          onChange={setOld}
          error={tried && !old ? t('session.password_missing') : fault('/current')}
        />
        {chosen.fields}
        <Refusal error={change.error} />
        <Row>
          <Button kind="primary" type="submit" working={change.isPending}>
            {t('session.save_password')}
          </Button>
          {!must && (
            <Button kind="text" to="/">
              {t('session.keep_password')}
            </Button>
          )}
        </Row>
      </Stack>
    </form>
  );
}

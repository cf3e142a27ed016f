import { useNavigate } from 'react-router';

import { Dialog } from '@/components/dialog';
import { Stack } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { useWords } from '@/lib/words';

import { useLeave } from './api';
import { SignInForm } from './sign-in-form';

// Over the page on which a session ended: what was typed there stays for the same person. For
// anybody else the page begins anew.
export function SignInAgain({ login }: { login: string }) {
  const t = useWords();
  const leave = useLeave();
  const navigate = useNavigate();
  return (
    <Dialog title={t('session.again')} open holds onClose={() => undefined}>
      <Stack>
        <p>{t('session.again.words')}</p>
        <SignInForm login={login} />
        <LinkText
          onClick={() => {
            leave();
            void navigate('/sign-in', { replace: true });
          }}
        >
          {t('session.again.leave')}
        </LinkText>
      </Stack>
    </Dialog>
  );
}

import { useNavigate } from 'react-router';

import { Icon } from '@/components/icons';
import { Menu } from '@/components/menu';
import { useScheme } from '@/components/use-scheme';
import { useChooseLanguage, useSignOut } from '@/features/session/api';
import { useDensity } from '@/lib/density';
import { languages } from '@/lib/languages';
import type { Session } from '@/lib/session';
import { useWords } from '@/lib/words';

import styles from './shell.module.css';

const schemes = ['auto', 'light', 'dark'] as const;
const densities = ['roomy', 'normal', 'dense'] as const;

export function UserMenu({ session }: { session: Session }) {
  const t = useWords();
  const navigate = useNavigate();
  const { scheme: now, setScheme } = useScheme();
  const { density, setDensity } = useDensity();
  const signOut = useSignOut();
  const chooseLanguage = useChooseLanguage();
  const role = session.home[0];
  const roleWords = role && t.has(`role.${role}`) ? t(`role.${role}`) : '';

  return (
    <Menu
      label={t('app.account')}
      buttonClass={styles.user}
      button={
        <>
          <span className={styles.userWords}>
            <span>{session.name}</span>
            <span className={styles.role}>{roleWords}</span>
          </span>
          <span className={styles.userIcon}>
            <Icon name="user" size={20} />
          </span>
        </>
      }
      groups={[
        {
          title: t('app.language'),
          items: languages.map((language) => ({
            label: language.name,
            lang: language.code,
            current: t.language === language.code,
            onSelect: () => chooseLanguage.mutate(language.code),
          })),
        },
        {
          title: t('app.scheme'),
          items: schemes.map((scheme) => ({
            label: t(`app.scheme.${scheme}`),
            current: now === scheme,
            onSelect: () => setScheme(scheme),
          })),
        },
        {
          title: t('app.density'),
          items: densities.map((each) => ({
            label: t(`app.density.${each}`),
            current: density === each,
            onSelect: () => setDensity(each),
          })),
        },
        {
          items: [
            { label: t('app.change_password'), onSelect: () => void navigate('/new-password') },
            {
              label: t('app.sign_out'),
              onSelect: () =>
                signOut.mutate(undefined, { onSuccess: () => void navigate('/sign-in') }),
            },
          ],
        },
      ]}
    />
  );
}

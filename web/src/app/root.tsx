import { lazy, Suspense, useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';

import { Offline } from '@/components/state-blocks';
import { useOnline } from '@/lib/online';
import { useDensity } from '@/lib/density';
import { useSession } from '@/lib/session';
import { useWords } from '@/lib/words';

import { PageLoading } from './page-boundary';
import styles from './shell.module.css';

const SignInAgain = lazy(async () => ({
  default: (await import('@/features/session/sign-in-again')).SignInAgain,
}));

// Around every page: the way past the menu, the strip when there is no network, and the focus,
// which goes to the title of the page that one has come to.
export function Root() {
  const t = useWords();
  const online = useOnline();
  const { density } = useDensity();
  const { session } = useSession();
  useFocusOnTitle();
  useEffect(() => {
    if (density) document.documentElement.dataset.density = density;
    else delete document.documentElement.dataset.density;
  }, [density]);

  return (
    <>
      <a href="#content" className={styles.skip}>
        {t('ui.skip')}
      </a>
      {!online && <Offline />}
      <Suspense fallback={<PageLoading />}>
        <Outlet />
      </Suspense>
      {session?.hasEnded && (
        <Suspense>
          <SignInAgain login={session.login} />
        </Suspense>
      )}
      <ScrollRestoration />
    </>
  );
}

function useFocusOnTitle() {
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const stop = Date.now() + 5000;
    const timer = setInterval(() => {
      const title = document.getElementById('page-title');
      if (title || Date.now() > stop) clearInterval(timer);
      title?.focus({ preventScroll: true });
    }, 60);
    return () => clearInterval(timer);
  }, [pathname]);
}

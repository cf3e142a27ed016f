import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { matchPath, Navigate, Outlet, useLocation, useMatches } from 'react-router';

import { Notice } from '@/components/state-blocks';
import { PublicFrame } from '@/features/session/public-frame';
import { isOpen } from '@/lib/feature';
import { isForeign, useIsPartlyEnglish } from '@/lib/i18n';
import { type Session, sessionQuery } from '@/lib/session';
import { useKeptScope, useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import { pages } from './features';
import { NotAllowedPage } from './not-allowed-page';
import { PageBoundary, PageLoading } from './page-boundary';
import { ShellHeader } from './shell-header';
import { ShellMenu } from './shell-menu';
import { ShellTabs } from './shell-tabs';
import styles from './shell.module.css';
import { useGoKeys } from './use-go-keys';

const MenuDrawer = lazy(async () => ({ default: (await import('./menu-drawer')).MenuDrawer }));

export function Shell() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { pathname, search } = useLocation();
  if (!session && pathname === '/help') {
    return (
      <PublicFrame>
        <Outlet />
      </PublicFrame>
    );
  }
  if (!session) {
    const back =
      pathname === '/' && !search ? '' : `?return=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${back}`} replace />;
  }
  if (session.must_change_password) return <Navigate to="/new-password" replace />;
  // Nothing of what somebody else had open stays.
  return <SignedIn key={session.account} session={session} />;
}

function SignedIn({ session }: { session: Session }) {
  const t = useWords();
  const { pathname, search } = useLocation();
  const { unitId } = useUnitScope();
  const [menu, setMenu] = useState(false);
  const may = (permission: string) => session.permissions.includes(permission);
  const open = pages.filter((page) => isOpen(page, may) && (!page.own || session.person));
  const here = pages.find((page) => matchPath(page.path, pathname));
  const part = (useMatches().at(-1)?.handle as { part?: string } | undefined)?.part ?? 'core';
  const foreign = isForeign(part);
  const partly = useIsPartlyEnglish();
  useGoKeys(open);
  useKeptScope(here?.scoped ?? false);

  return (
    <>
      <ShellHeader session={session} onMenu={() => setMenu(true)} />
      <div className={styles.body}>
        <nav className={styles.side} aria-label={t('app.menu')}>
          <ShellMenu open={open} />
        </nav>
        <main id="content" className={styles.main} tabIndex={-1} lang={foreign ? 'en' : undefined}>
          {(foreign || partly) && (
            <Notice tone="neutral">{t(foreign ? 'app.in_english' : 'app.partly_english')}</Notice>
          )}
          <PageBoundary key={pathname} asked={`${search} ${unitId} ${session.hasEnded ?? ''}`}>
            <Suspense fallback={<PageLoading />}>
              {here && !isOpen(here, may) ? <NotAllowedPage /> : <Outlet />}
            </Suspense>
          </PageBoundary>
        </main>
      </div>
      <ShellTabs open={open} onMenu={() => setMenu(true)} />
      {menu && (
        <Suspense>
          <MenuDrawer open={open} onClose={() => setMenu(false)} />
        </Suspense>
      )}
    </>
  );
}

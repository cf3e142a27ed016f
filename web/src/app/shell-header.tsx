import { Link, useNavigate } from 'react-router';
import { useState } from 'react';

import { IconButton } from '@/components/icon-button';
import iconButton from '@/components/icon-button.module.css';
import { Icon, Mark } from '@/components/icons';
import { SearchField } from '@/components/search-field';
import type { Session } from '@/lib/session';
import { useWords } from '@/lib/words';

import { pages } from './features';
import styles from './shell.module.css';
import { UnitSwitcher } from './unit-switcher';
import { UserMenu } from './user-menu';

export function ShellHeader({ session, onMenu }: { session: Session; onMenu: () => void }) {
  const t = useWords();
  const hasSearch = pages.some((page) => page.path === '/search');
  const hasNews = pages.some((page) => page.path === '/notifications');
  return (
    <header className={styles.header}>
      <span className={styles.menuButton}>
        <IconButton icon="menu" label={t('app.open_menu')} onClick={onMenu} />
      </span>
      <Link to="/" className={styles.mark}>
        <Mark />
        <span>{t('ui.product')}</span>
      </Link>
      <div className={styles.unit}>
        <UnitSwitcher />
      </div>
      <div className={styles.tools}>
        {hasSearch && <HeaderSearch />}
        <Link
          to="/help"
          className={iconButton.root}
          aria-label={t('app.help')}
          title={t('app.help')}
        >
          <Icon name="help" size={20} />
        </Link>
        {hasNews && (
          <Link
            to="/notifications"
            className={iconButton.root}
            aria-label={t('app.news')}
            title={t('app.news')}
          >
            <Icon name="bell" size={20} />
          </Link>
        )}
        <UserMenu session={session} />
      </div>
    </header>
  );
}

function HeaderSearch() {
  const t = useWords();
  const navigate = useNavigate();
  const [sought, setSought] = useState('');
  return (
    <div className={styles.search} role="search">
      <SearchField
        label={t('app.search')}
        value={sought}
        onChange={setSought}
        onEnter={(words) => void navigate(`/search?q=${encodeURIComponent(words)}`)}
        slash
      />
    </div>
  );
}

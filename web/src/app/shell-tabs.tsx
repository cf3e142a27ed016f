import { NavLink } from 'react-router';

import { Icon } from '@/components/icons';
import type { FeaturePage } from '@/lib/feature';
import { useWords } from '@/lib/words';

import styles from './shell.module.css';

const placeOf = (page: FeaturePage) =>
  (page.tab?.order ?? 0) + (page.path === '/' || page.permissions ? 0 : 100);

// The four tabs of the phone: the first pages that have one, those of one's duties before one's own,
// and the menu where there are more.
export function ShellTabs({ open, onMenu }: { open: FeaturePage[]; onMenu: () => void }) {
  const t = useWords();
  const inMenu = open.filter((page) => page.menu);
  const withTab = inMenu
    .filter((page) => page.tab)
    .sort((left, right) => placeOf(left) - placeOf(right));
  const shown = withTab.slice(0, inMenu.length > 4 || withTab.length < inMenu.length ? 3 : 4);
  return (
    <nav className={styles.tabs} aria-label={t('app.tabs')}>
      {shown.map((page) => (
        <NavLink key={page.path} to={page.path} end={page.path === '/'} className={styles.tab}>
          <Icon name={page.tab?.icon ?? 'list'} size={22} />
          <span>{t(page.tab?.label ?? page.menu?.label ?? '')}</span>
        </NavLink>
      ))}
      {shown.length < inMenu.length && (
        <button type="button" className={styles.tab} onClick={onMenu}>
          <Icon name="menu" size={22} />
          <span>{t('app.more')}</span>
        </button>
      )}
    </nav>
  );
}

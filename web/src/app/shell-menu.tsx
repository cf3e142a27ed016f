import { matchPath, NavLink, useLocation } from 'react-router';

import { Icon } from '@/components/icons';
import type { FeaturePage } from '@/lib/feature';
import { useUnfolded } from '@/lib/menu-folds';
import { showNumber } from '@/lib/numbers';
import { useTodos } from '@/lib/todos';
import { useWords } from '@/lib/words';

import { foldedOf, menuOf } from './features';
import styles from './shell-menu.module.css';

type Props = { open: FeaturePage[]; onChoose?: () => void };

export function ShellMenu({ open, onChoose }: Props) {
  const t = useWords();
  const { pathname } = useLocation();
  const { unfolded, toggle } = useUnfolded();
  const { todos } = useTodos();
  const due = todos.filter((todo) => todo.group === 'due').length;
  const menu = menuOf(open);
  const folding = foldedOf(menu);

  return menu.map(({ group, entries }) => {
    const isHere = entries.some(
      (page) => page.path !== '/' && matchPath(`${page.path}/*`, pathname),
    );
    const folds = folding.includes(group) && !isHere;
    const isShown = !folds || unfolded.includes(group);
    return (
      <section key={group} className={styles.group}>
        <h2>
          {folds ? (
            <button
              type="button"
              className={styles.fold}
              aria-expanded={isShown}
              onClick={() => toggle(group)}
            >
              {t(`app.group.${group}`)}
              <Icon name="down" size={14} />
            </button>
          ) : (
            t(`app.group.${group}`)
          )}
        </h2>
        {isShown && (
          <ul>
            {entries.map((page) => (
              <MenuEntry key={page.path} page={page} due={due} onChoose={onChoose} />
            ))}
          </ul>
        )}
      </section>
    );
  });
}

type EntryProps = { page: FeaturePage; due: number; onChoose?: () => void };

function MenuEntry({ page, due, onChoose }: EntryProps) {
  const t = useWords();
  return (
    <li>
      <NavLink to={page.path} end={page.path === '/'} className={styles.entry} onClick={onChoose}>
        <span>{t(page.menu?.label ?? '')}</span>
        {page.path === '/' && due > 0 && (
          <span className={styles.count}>{showNumber(due, t.language)}</span>
        )}
      </NavLink>
    </li>
  );
}

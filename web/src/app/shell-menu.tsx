import { NavLink } from 'react-router';

import type { FeaturePage } from '@/lib/feature';
import { showNumber } from '@/lib/numbers';
import { useTodos } from '@/lib/todos';
import { useWords } from '@/lib/words';

import { menuOf } from './features';
import styles from './shell.module.css';

export function ShellMenu({ open, onChoose }: { open: FeaturePage[]; onChoose?: () => void }) {
  const t = useWords();
  const { todos } = useTodos();
  const due = todos.filter((todo) => todo.group === 'due').length;
  return menuOf(open).map(({ group, entries }) => (
    <section key={group} className={styles.group}>
      <h2>{t(`app.group.${group}`)}</h2>
      <ul>
        {entries.map((page) => (
          <li key={page.path}>
            <NavLink
              to={page.path}
              end={page.path === '/'}
              className={styles.entry}
              onClick={onChoose}
            >
              <span>{t(page.menu?.label ?? '')}</span>
              {page.path === '/' && due > 0 && (
                <span className={styles.count}>{showNumber(due, t.language)}</span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </section>
  ));
}

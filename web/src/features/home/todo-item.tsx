import { Button } from '@/components/button';
import { Pill } from '@/components/pill';
import { showDate } from '@/lib/dates';
import type { Say, Todo } from '@/lib/todos';
import { useWords } from '@/lib/words';

import styles from './home.module.css';

// Only the first thing due has the filled button.
export function TodoItem({ todo, isFirst }: { todo: Todo; isFirst: boolean }) {
  const t = useWords();
  const say = (words: Say) => t(words.id, words.values);
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        {(todo.pill || todo.due) && (
          <p className={styles.due}>
            {todo.pill && <Pill kind={todo.pill.kind}>{say(todo.pill.words)}</Pill>}
            {todo.due && <span>{t('home.until', { date: showDate(todo.due) })}</span>}
          </p>
        )}
        <h3>{say(todo.title)}</h3>
        {todo.note && <p className={styles.note}>{say(todo.note)}</p>}
      </div>
      <Button kind={isFirst && todo.group === 'due' ? 'primary' : 'outlined'} to={todo.to}>
        {say(todo.act)}
      </Button>
    </li>
  );
}

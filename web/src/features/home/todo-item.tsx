import { Button } from '@/components/button';
import { Pill } from '@/components/pill';
import { showDate, today } from '@/lib/dates';
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
            {!todo.pill && todo.due && <DuePill due={todo.due} />}
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

// Within three days it is to be looked at; before that it is only told.
function DuePill({ due }: { due: string }) {
  const t = useWords();
  const days = Math.round((Date.parse(due) - Date.parse(today())) / 86_400_000);
  return (
    <Pill kind={days <= 3 ? 'look' : 'neutral'}>
      {days < 0 ? t('home.days_over', { days: -days }) : t('home.days_left', { days })}
    </Pill>
  );
}

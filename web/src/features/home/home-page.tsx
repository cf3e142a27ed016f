import { Card } from '@/components/card';
import { Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Empty, Failed, Loading } from '@/components/state-blocks';
import { showDate, today, weekday } from '@/lib/dates';
import { type Todo, useTodos } from '@/lib/todos';
import { useWords } from '@/lib/words';

import { TodoItem } from './todo-item';

const groups = ['due', 'open', 'own'] as const;

export function HomePage() {
  const t = useWords();
  const { todos, isPending, error, retry } = useTodos();
  const day = today();
  const due = todos.filter((todo) => todo.group === 'due').length;
  const date = `${weekday(day, t.language)}, ${showDate(day)}`;

  return (
    <>
      <PageHead
        title={t('menu.home')}
        sentence={isPending ? `${date}.` : t('home.sentence', { date, due })}
      />
      <Stack gap={24}>
        {error && <Failed error={error} retry={retry} />}
        {(todos.length > 0 || !isPending) && <TodoGroups todos={todos} quiet={!!error} />}
        {isPending && <Loading rows={todos.length > 0 ? 1 : 4} what={t('home.loading')} />}
      </Stack>
    </>
  );
}

function TodoGroups({ todos, quiet }: { todos: Todo[]; quiet: boolean }) {
  const t = useWords();
  if (todos.length === 0) {
    return quiet ? null : (
      <Card flush>
        <Empty title={t('home.empty')} reason={t('home.empty.reason')} />
      </Card>
    );
  }
  return groups.map((group) => {
    const members = todos.filter((todo) => todo.group === group);
    if (members.length === 0) return null;
    return (
      <Stack key={group} gap={8}>
        <h2>{t(`home.group.${group}`)}</h2>
        <Card flush>
          <ul>
            {members.map((todo) => (
              <TodoItem key={todo.key} todo={todo} isFirst={todo === todos[0]} />
            ))}
          </ul>
        </Card>
      </Stack>
    );
  });
}

import type { FeaturePage } from '@/lib/feature';
import type { TodoSource } from '@/lib/todos';

// Every feature is found by its own list: a new one is a new folder, and no line here.
const lists = import.meta.glob<{ pages: FeaturePage[] }>('../features/*/pages.ts', { eager: true });
const todoLists = import.meta.glob<{ todos: TodoSource[] }>('../features/*/todos.ts', {
  eager: true,
});

export const pages: FeaturePage[] = Object.values(lists).flatMap((list) => list.pages);
export const todoSources: TodoSource[] = Object.values(todoLists).flatMap((list) => list.todos);

const groups = ['daily', 'training', 'framework', 'records', 'administration'] as const;
// What stays open in a menu of more entries than anybody reads at a glance.
const alwaysOpen: string[] = ['daily', 'training'];
const mostEntries = 12;

export function menuOf(open: FeaturePage[]) {
  return groups
    .map((group) => ({
      group,
      entries: open
        .filter((page) => page.menu?.group === group)
        .sort((left, right) => (left.menu?.order ?? 0) - (right.menu?.order ?? 0)),
    }))
    .filter(({ entries }) => entries.length > 0);
}

// Sections fold where the menu is long: those that are not for every day.
export function foldedOf(menu: ReturnType<typeof menuOf>): string[] {
  const entries = menu.reduce((sum, section) => sum + section.entries.length, 0);
  if (entries <= mostEntries) return [];
  return menu.map(({ group }) => group).filter((group) => !alwaysOpen.includes(group));
}

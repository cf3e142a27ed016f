import { levelWords } from '@/components/level-scale';
import { useWords } from '@/lib/words';

import styles from './groups.module.css';
import type { Duty } from './matrix-api';

// What a duty asks for and its holder lacks, each with both levels in words.
export function MissingList({ items }: { items: Duty['missing'] }) {
  const t = useWords();
  return (
    <ul className={styles.rule}>
      {items.map((item) => {
        const { state, end } = levelWords(t, item.held, item.required);
        return (
          <li key={item.competency}>
            {item.name}: {end ? `${state}, ${end}` : state}
          </li>
        );
      })}
    </ul>
  );
}

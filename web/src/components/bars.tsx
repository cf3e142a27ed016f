import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import styles from './bars.module.css';

type Bar = { key: string; label: string; value: number; strong?: boolean; shown?: string };

// Bars from zero, each with its number. `label` is the sentence they support.
export function Bars({ label, bars }: { label: string; bars: Bar[] }) {
  const t = useWords();
  const most = Math.max(...bars.map((bar) => bar.value), 0);
  return (
    <ul className={styles.root} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} data-strong={bar.strong || undefined}>
          <span>{bar.label}</span>
          <span className={styles.track} aria-hidden="true">
            <span style={{ width: most ? `${(bar.value / most) * 100}%` : 0 }} />
          </span>
          <span className={styles.value}>{bar.shown ?? showNumber(bar.value, t.language)}</span>
        </li>
      ))}
    </ul>
  );
}

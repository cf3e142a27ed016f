import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import styles from './bars.module.css';

type Bar = {
  key: string;
  label: string;
  value: number;
  // What the value may reach: the bar is full there, and what goes beyond is only outlined.
  of?: number;
  strong?: boolean;
  shown?: string;
};

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
            {bar.of === undefined ? (
              <span className={styles.fill} style={widthOf(bar.value, most)} />
            ) : (
              <Part value={bar.value} of={bar.of} />
            )}
          </span>
          <span className={styles.value}>{bar.shown ?? showNumber(bar.value, t.language)}</span>
        </li>
      ))}
    </ul>
  );
}

function widthOf(part: number, whole: number) {
  return { width: whole > 0 ? `${(part / whole) * 100}%` : 0 };
}

function Part({ value, of }: { value: number; of: number }) {
  const whole = Math.max(value, of);
  return (
    <span className={styles.whole}>
      <span className={styles.fill} style={widthOf(Math.min(value, of), whole)} />
      {value > of && <span className={styles.beyond} style={widthOf(value - of, whole)} />}
    </span>
  );
}

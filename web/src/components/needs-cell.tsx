import { showNumber, showShare } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import styles from './needs-matrix.module.css';

// Shares from which a cell is in the next of the five classes.
export const shareSteps = [0.15, 0.3, 0.45, 0.6];

export function shareClass(share: number, steps: number[] = shareSteps): number {
  return steps.filter((step) => share >= step).length;
}

type Props = { count: number; people: number; by: 'count' | 'share'; steps?: number[] };

export function NeedsCell({ count, people, by, steps }: Props) {
  const t = useWords();
  const share = people > 0 ? count / people : 0;
  const level = shareClass(share, steps);
  const shown = by === 'count' ? showNumber(count, t.language) : showShare(share, t.language);
  const other = by === 'count' ? showShare(share, t.language) : showNumber(count, t.language);
  return (
    <span className={styles.cell} data-class={level}>
      <Glyph level={level} />
      <span>{shown}</span>
      <span className="unseen">, {other}</span>
    </span>
  );
}

export function Glyph({ level }: { level: number }) {
  return (
    <svg width="15" height="10" viewBox="0 0 15 10" aria-hidden="true" focusable="false">
      {Array.from({ length: level }, (_, index) => (
        <rect
          key={index}
          x={index * 4}
          y={7 - index * 2.3}
          width="3"
          height={3 + index * 2.3}
          fill="currentColor"
        />
      ))}
    </svg>
  );
}

import { useId } from 'react';

import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import styles from './merger-flow.module.css';
import { layoutOf, type MergerLine } from './merger-layout';

const left = 262;
const right = 470;

// Old units to the left flow into the new ones to the right; hatched where only a part passes. Too
// wide for a phone: whoever shows it tells the same in a table.
export function MergerFlow({ lines, label }: { lines: MergerLine[]; label: string }) {
  const t = useWords();
  const hatch = useId();
  const { height, olds, news, ribbons } = layoutOf(lines);
  return (
    <svg className={styles.root} viewBox={`0 0 720 ${height}`} role="img" aria-label={label}>
      <defs>
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="3" height="6" className={styles.line} />
        </pattern>
      </defs>
      {ribbons.map((ribbon) => (
        <path
          key={ribbon.key}
          d={shapeOf(ribbon.from, ribbon.to, ribbon.width)}
          className={styles.ribbon}
          style={ribbon.partly ? { fill: `url(#${hatch})` } : undefined}
        />
      ))}
      {olds.map(({ unit, y, people }) => (
        <g key={unit.id}>
          <text x={people === null ? left - 10 : left - 44} y={y + 5} textAnchor="end">
            {unit.name}
          </text>
          {people !== null && (
            <text x={left - 10} y={y + 5} textAnchor="end" className={styles.people}>
              {showNumber(people, t.language)}
            </text>
          )}
        </g>
      ))}
      {news.map(({ unit, y }) => (
        <text key={unit.id} x={right + 14} y={y + 5} className={styles.new}>
          {unit.name}
        </text>
      ))}
    </svg>
  );
}

function shapeOf(from: number, to: number, width: number): string {
  const half = width / 2;
  const middle = (left + right) / 2;
  return (
    `M${left} ${from - half}C${middle} ${from - half} ${middle} ${to - half} ${right} ${to - half}` +
    `V${to + half}C${middle} ${to + half} ${middle} ${from + half} ${left} ${from + half}Z`
  );
}

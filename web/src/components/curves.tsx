import { useId } from 'react';

import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { curvePath, niceTicks, type Point } from './curve-shape';
import styles from './curves.module.css';

type Props = {
  // The sentence the plot supports; its name.
  label: string;
  xLabel: string;
  showX: (x: number) => string;
  plan: { label: string; points: Point[] };
  bound: { label: string; points: Point[] };
};

const width = 400;
const height = 222;
// Above the highest tick stands the word of a curve that lies there.
const inset = { left: 46, right: 14, top: 24, bottom: 26 };

// Two step curves closing on one another, labelled on the line, with the same figures as a table.
export function Curves({ label, xLabel, showX, plan, bound }: Props) {
  const t = useWords();
  const title = useId();
  const all = [...plan.points, ...bound.points];
  if (all.length === 0) return null;
  const ticks = niceTicks(all.map((point) => point.y));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const last = Math.max(...all.map((point) => point.x)) || 1;
  const x = (value: number) => inset.left + (value / last) * (width - inset.left - inset.right);
  const y = (value: number) =>
    height -
    inset.bottom -
    ((value - low) / (high - low || 1)) * (height - inset.top - inset.bottom);
  const planPath = curvePath(plan.points, last, x, y);
  const boundPath = curvePath(bound.points, last, x, y);
  const end = plan.points.at(-1);

  return (
    <figure className={styles.root}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={title}>
        <title id={title}>{label}</title>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={inset.left}
              x2={width - inset.right}
              y1={y(tick)}
              y2={y(tick)}
              className={styles.grid}
            />
            <text x={inset.left - 8} y={y(tick) + 4} className={styles.tick} textAnchor="end">
              {showNumber(tick, t.language)}
            </text>
          </g>
        ))}
        {[0, last / 2, last].map((value, index) => (
          <text
            key={index}
            x={x(value)}
            y={height - 6}
            className={styles.tick}
            textAnchor={index === 0 ? 'start' : index === 1 ? 'middle' : 'end'}
          >
            {showX(value)}
          </text>
        ))}
        <path d={`${boundPath} ${reversed(planPath)}Z`} className={styles.between} />
        <path d={boundPath} className={styles.bound} />
        <path d={planPath} className={styles.plan} />
        {end && <circle cx={x(last)} cy={y(end.y)} r="3.500" className={styles.end} />}
        <text
          x={x(last * 0.25)}
          y={y(boundAt(bound.points, last * 0.25)) - 8}
          className={styles.boundWords}
        >
          {bound.label}
        </text>
        <text
          x={x(last * 0.4)}
          y={below(y(boundAt(plan.points, last * 0.4)))}
          className={styles.planWords}
        >
          {plan.label}
        </text>
      </svg>
      <details className={styles.twin}>
        <summary>{t('ui.as_table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{xLabel}</th>
              <th scope="col">{plan.label}</th>
              <th scope="col">{bound.label}</th>
            </tr>
          </thead>
          <tbody>
            {[...new Set(all.map((point) => point.x))]
              .sort((a, b) => a - b)
              .map((moment) => (
                <tr key={moment}>
                  <th scope="row">{showX(moment)}</th>
                  <td>{showNumber(boundAt(plan.points, moment), t.language)}</td>
                  <td>{showNumber(boundAt(bound.points, moment), t.language)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

// Below a curve, or above it where the plot ends.
function below(line: number): number {
  return line + 18 > height - inset.bottom - 4 ? line - 8 : line + 18;
}

// The value in force at x: steps hold until the next.
function boundAt(points: Point[], at: number): number {
  return (points.findLast((point) => point.x <= at) ?? points[0])?.y ?? 0;
}

function reversed(path: string): string {
  const corners = path.slice(1).split('L').reverse();
  return `L${corners.join('L')}`;
}

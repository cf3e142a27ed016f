import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import type { Preview } from './api';
import styles from './flow-ribbons.module.css';

const row = 44;

// Each old unit to the left flows into the new ones to the right; a part is hatched. The same is
// told as a list to whoever does not see the picture.
export function FlowRibbons({ flows }: { flows: Preview['flows'] }) {
  const t = useWords();
  if (flows.length === 0) return null;
  const ordered = flows.toSorted((a, b) => a.to.full_name.localeCompare(b.to.full_name));
  const targets = [...new Map(ordered.map((flow) => [flow.to.id, flow.to])).values()];
  const height = ordered.length * row;
  const middle = (id: string) => {
    const at = ordered.flatMap((flow, index) => (flow.to.id === id ? [index] : []));
    return (((at[0] ?? 0) + (at.at(-1) ?? 0) + 1) / 2) * row;
  };
  return (
    <div className={styles.root} style={{ height }}>
      <ul className={styles.from}>
        {ordered.map((flow) => (
          <li key={`${flow.from.id} ${flow.to.id}`} style={{ height: row }}>
            <span>
              {flow.from.full_name} <small>{showNumber(flow.people, t.language)}</small>
              <span className={styles.told}>
                {t(`reorganisation.flow.${flow.extent}`, { unit: flow.to.full_name })}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <svg aria-hidden viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" height={height}>
        {ordered.map((flow, index) => {
          const y = (index + 0.5) * row;
          const end = middle(flow.to.id);
          return (
            <path
              key={`${flow.from.id} ${flow.to.id}`}
              className={flow.extent === 'part' ? styles.part : styles.whole}
              d={`M0 ${y} C50 ${y} 50 ${end} 100 ${end}`}
              vectorEffect="non-scaling-stroke"
            />
          );
        })}
      </svg>
      <ul className={styles.to} aria-hidden>
        {targets.map((unit) => (
          <li key={unit.id} style={{ top: middle(unit.id) }}>
            {unit.full_name}
          </li>
        ))}
      </ul>
    </div>
  );
}

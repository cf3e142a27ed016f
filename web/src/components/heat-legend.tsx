import { useWords } from '@/lib/words';

import { HeatCell } from './heat-cell';
import styles from './heat-map.module.css';

const samples = [
  { id: 'ui.heat.gap_1', value: { held: 1, required: 2 } },
  { id: 'ui.heat.gap_2', value: { held: 1, required: 3 } },
  { id: 'ui.heat.gap_3', value: { held: 1, required: 4 } },
  { id: 'ui.level.met', value: { held: 2, required: 2 } },
  { id: 'ui.heat.above', value: { held: 3, required: 2 } },
  { id: 'ui.level.unknown', value: { held: null, required: 2 } },
  { id: 'ui.level.not_required', value: { held: null, required: null } },
];

export function HeatLegend() {
  const t = useWords();
  return (
    <ul className={styles.legend} aria-label={t('ui.legend')}>
      {samples.map((sample) => (
        <li key={sample.id}>
          <span aria-hidden="true">
            <HeatCell value={sample.value} />
          </span>
          {t(sample.id)}
        </li>
      ))}
    </ul>
  );
}

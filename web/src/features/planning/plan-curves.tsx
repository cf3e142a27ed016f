import { Curves } from '@/components/curves';
import { useWords } from '@/lib/words';

import type { SearchPoint } from './api';
import { apart, showSeconds, showWorth } from './plan-worth';

// How the best plan found and the limit that none exceeds came together, in million đồng.
export function PlanCurves({ curve }: { curve: SearchPoint[] }) {
  const t = useWords();
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last || first === last) return null;
  const points = (of: 'value' | 'bound') =>
    curve.map((point) => ({ x: point.seconds, y: point[of] / 1_000_000 }));
  return (
    <Curves
      label={t('planning.curves', {
        seconds: showSeconds(last.seconds, t.language),
        value: showWorth(last.value, t.language),
        bound: showWorth(last.bound, t.language),
        share: apart(last, t.language),
      })}
      xLabel={t('planning.curves.time')}
      showX={(x) => t('planning.curves.seconds', { seconds: showSeconds(x, t.language) })}
      plan={{ label: t('planning.curves.plan'), points: points('value') }}
      bound={{ label: t('planning.curves.bound'), points: points('bound') }}
    />
  );
}

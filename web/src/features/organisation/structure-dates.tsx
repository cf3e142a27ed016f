import { useSuspenseQuery } from '@tanstack/react-query';

import { useAsOf } from '@/components/as-of-date';
import { Card } from '@/components/card';
import { showDate, today } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { changesQuery } from './api';
import styles from './units-page.module.css';

// The days on which the structure changed, each with the day before it where one may compare.
export function StructureDates() {
  const t = useWords();
  const { on, isToday, setOn } = useAsOf();
  const changes = useSuspenseQuery(changesQuery).data.items.flatMap(({ on: day, units }) =>
    day && day <= today() ? [{ on: day, units }] : [],
  );
  return (
    <Card>
      <div className={styles.dates} role="group" aria-label={t('units.dates')}>
        {changes.map((change) => (
          <button
            key={change.on}
            type="button"
            aria-pressed={!isToday && on === change.on}
            onClick={() => setOn(change.on)}
          >
            {t('units.change', {
              date: showDate(change.on),
              units: showNumber(change.units, t.language),
            })}
          </button>
        ))}
        <button type="button" aria-pressed={isToday} onClick={() => setOn(null)}>
          {t('units.today')}
        </button>
      </div>
    </Card>
  );
}

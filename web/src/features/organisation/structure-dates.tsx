import { useSuspenseQuery } from '@tanstack/react-query';
import type { CSSProperties } from 'react';

import { useAsOf } from '@/components/as-of-date';
import { Card } from '@/components/card';
import { showDate, today } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { changesQuery } from './api';
import styles from './structure-dates.module.css';
import { type Stop, stopAt, stopsOf } from './structure-stops';

// The days on which the structure changed, as a slider over the stops of time.
export function StructureDates() {
  const t = useWords();
  const { on, setOn } = useAsOf();
  const stops = stopsOf(useSuspenseQuery(changesQuery).data.items, today());
  const at = stopAt(stops, on);
  const say = (stop: Stop) =>
    stop.units === null
      ? t('units.today')
      : t('units.change', { date: showDate(stop.on), units: showNumber(stop.units, t.language) });
  const choose = (stop: Stop | undefined) => stop && setOn(stop.on === today() ? null : stop.on);

  return (
    <Card>
      <div className={styles.root} style={{ '--stops': stops.length } as CSSProperties}>
        <input
          className={styles.range}
          type="range"
          min={0}
          max={stops.length - 1}
          value={at}
          aria-label={t('units.dates')}
          aria-valuetext={stops[at] && say(stops[at])}
          style={{ '--passed': at / Math.max(1, stops.length - 1) } as CSSProperties}
          onChange={(event) => choose(stops[Number(event.currentTarget.value)])}
        />
        <ol className={styles.stops}>
          {stops.map((stop, index) => (
            <li key={stop.on}>
              <button type="button" aria-pressed={index === at} onClick={() => choose(stop)}>
                {stop.units === null ? t('units.today') : showDate(stop.on)}
                {stop.units !== null && (
                  <small>{t('units.changed', { units: showNumber(stop.units, t.language) })}</small>
                )}
              </button>
            </li>
          ))}
        </ol>
      </div>
    </Card>
  );
}

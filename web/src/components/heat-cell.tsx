import { useWords } from '@/lib/words';

import styles from './heat-map.module.css';
import { Icon } from './icons';

// held null: not assessed; required null: not required of this person.
export type HeatValue = { held: number | null; required: number | null };

export function heatWords(t: ReturnType<typeof useWords>, { held, required }: HeatValue): string {
  if (required === null) return t('ui.level.not_required');
  if (held === null) return t('ui.level.unknown');
  if (held < required) return t('ui.level.missing', { count: required - held });
  return held > required ? t('ui.level.above', { count: held - required }) : t('ui.level.met');
}

export function heatKind({ held, required }: HeatValue): string {
  if (required === null) return 'free';
  if (held === null) return 'unknown';
  if (held > required) return 'above';
  return held === required ? 'met' : `gap-${Math.min(required - held, 3)}`;
}

// A gap carries its number and as many squares, so that it is read in grey and by ear.
export function HeatCell({ value }: { value: HeatValue }) {
  const t = useWords();
  const kind = heatKind(value);
  const missing = (value.required ?? 0) - (value.held ?? 0);
  return (
    <span className={styles.cell} data-kind={kind}>
      <span aria-hidden="true" className={styles.sign}>
        {kind === 'met' && <Icon name="check" size={16} />}
        {kind === 'above' && `+${-missing}`}
        {kind === 'unknown' && '?'}
        {kind === 'free' && '·'}
        {kind.startsWith('gap') && (
          <>
            −{missing}
            <span className={styles.squares}>
              {Array.from({ length: Math.min(missing, 3) }, (_, index) => (
                <i key={index} />
              ))}
            </span>
          </>
        )}
      </span>
      <span className="unseen">{heatWords(t, value)}</span>
    </span>
  );
}

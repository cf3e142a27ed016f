import { nbsp } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import styles from './level-scale.module.css';

type Props = {
  // How many levels the framework's scale has.
  levels: number;
  held: number | null;
  required: number | null;
  // In a table the words stand beside it already.
  wordless?: boolean;
  wide?: boolean;
};

type Words = ReturnType<typeof useWords>;

// "Có bậc 2, cần bậc 4, thiếu 2 bậc" as one sentence and as its parts.
export function levelWords(t: Words, held: number | null, required: number | null) {
  const n = (level: number) => `${level}`;
  if (required === null) {
    const has = held === null ? t('ui.level.unknown') : t('ui.level.has', { level: n(held) });
    return { state: has, end: t('ui.level.not_required') };
  }
  if (held === null) {
    return { state: t('ui.level.unknown_needs', { level: n(required) }), end: '' };
  }
  const state = t('ui.level.has_needs', { held: n(held), required: n(required) });
  if (held < required) return { state, end: t('ui.level.missing', { count: required - held }) };
  if (held > required) return { state, end: t('ui.level.above', { count: held - required }) };
  return { state, end: t('ui.level.met') };
}

function kindOf(level: number, held: number | null, required: number | null) {
  const needed = required ?? 0;
  if (held === null) return level <= needed ? 'unknown' : 'free';
  if (level <= held) return required !== null && level > needed ? 'above' : 'held';
  return level <= needed ? 'missing' : 'free';
}

export function LevelScale({ levels, held, required, wordless, wide }: Props) {
  const t = useWords();
  const { state, end } = levelWords(t, held, required);
  const sentence = end ? `${state}, ${end}` : state;
  const tone = held !== null && required !== null && held < required ? styles.gap : styles.met;

  return (
    <div className={wide ? styles.wide : styles.inline}>
      <div className={styles.bar} role="img" aria-label={sentence}>
        {Array.from({ length: levels }, (_, index) => (
          <span
            key={index}
            className={styles.segment}
            data-kind={kindOf(index + 1, held, required)}
            data-required={required === index + 1 || undefined}
          />
        ))}
      </div>
      {!wordless && (
        <p className={styles.words} aria-hidden="true">
          <span>
            {state}
            {end && !wide && ','}
          </span>{' '}
          <b className={tone}>{end.replaceAll(' ', nbsp)}</b>
        </p>
      )}
    </div>
  );
}

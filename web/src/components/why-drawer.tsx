import type { ReactNode } from 'react';

import { useWords } from '@/lib/words';

import { Drawer } from './drawer';
import { LevelScale } from './level-scale';
import { Pill } from './pill';
import { NumberedLines } from './timeline';
import styles from './why-drawer.module.css';

export type WhyEvidence = {
  key: string;
  what: ReactNode;
  level: number | null;
  counted: boolean;
  // Why it was not counted, where that is more than "to compare".
  mark?: string;
};

export type WhyFacts = {
  // "1.3 Quản lý dữ liệu, thông tin và nội dung số"
  subject: string;
  levels: number;
  held: number | null;
  required: number | null;
  // Line 1: which requirements, for which reasons, since when.
  reasons: ReactNode;
  // Line 2: since when, until when it holds.
  heldBasis: ReactNode;
  evidence: WhyEvidence[];
  // Line 4: the rule with version and date.
  rule: ReactNode;
  // Line 5: the day of the subtraction.
  day: string;
};

type Props = { facts: WhyFacts; open: boolean; onClose: () => void; actions?: ReactNode };

export function WhyDrawer({ facts, open, onClose, actions }: Props) {
  const t = useWords();
  const { held, required } = facts;
  const missing = held !== null && required !== null ? required - held : null;
  const title =
    missing === null
      ? t('ui.why.unknown')
      : missing > 0
        ? t('ui.why.missing', { count: missing })
        : t('ui.why.met');

  return (
    <Drawer title={title} over={facts.subject} open={open} onClose={onClose} foot={actions}>
      <LevelScale levels={facts.levels} held={held} required={required} wide wordless />
      <div className={styles.lines}>
        <NumberedLines
          lines={[
            {
              title:
                required === null
                  ? t('ui.why.not_required')
                  : t('ui.why.needs', { level: `${required}` }),
              body: facts.reasons,
            },
            {
              title:
                held === null ? t('ui.level.unknown') : t('ui.level.has', { level: `${held}` }),
              body: facts.heldBasis,
            },
            { title: t('ui.why.evidence'), body: <Evidence items={facts.evidence} /> },
            { title: t('ui.why.rule'), body: facts.rule },
            {
              title: subtraction(t, held, required),
              body: t('ui.why.day', { date: facts.day }),
            },
          ]}
        />
      </div>
    </Drawer>
  );
}

function subtraction(t: ReturnType<typeof useWords>, held: number | null, required: number | null) {
  if (held === null || required === null) return t('ui.why.no_sum');
  const rest = required - held;
  const end =
    rest > 0
      ? t('ui.level.missing', { count: rest })
      : rest < 0
        ? t('ui.level.above', { count: -rest })
        : t('ui.level.met');
  return `${required} − ${held} = ${end}`;
}

function Evidence({ items }: { items: WhyEvidence[] }) {
  const t = useWords();
  if (items.length === 0) return <p>{t('ui.why.no_evidence')}</p>;
  return (
    <ul className={styles.evidence}>
      {items.map((item) => (
        <li key={item.key}>
          <span className={item.counted ? styles.counted : undefined}>{item.what}</span>
          <span>{item.level === null ? '?' : t('ui.level.name', { level: `${item.level}` })}</span>
          <Pill kind={item.counted ? 'done' : 'neutral'}>
            {item.mark ?? t(item.counted ? 'ui.why.counted' : 'ui.why.compared')}
          </Pill>
        </li>
      ))}
    </ul>
  );
}

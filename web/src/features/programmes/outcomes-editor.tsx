import { Card } from '@/components/card';
import { IconButton } from '@/components/icon-button';
import { Stack } from '@/components/layout';
import { SelectField } from '@/components/select-field';
import { useWords } from '@/lib/words';

import type { Competency } from './api';
import styles from './programme-form.module.css';
import { type OutcomeDraft, type ProgrammeDraft, withOutcome } from './programme-draft';

type Props = {
  draft: ProgrammeDraft;
  onChange: (draft: ProgrammeDraft) => void;
  competencies: Competency[];
  fault: (path: string) => string | null;
};

// Which competency a participant leaves with, from which level to which.
export function OutcomesEditor({ draft, onChange, competencies, fault }: Props) {
  const t = useWords();
  const free = competencies.filter(
    (each) => !draft.outcomes.some((outcome) => outcome.competency === each.id),
  );
  const set = (index: number, change: Partial<OutcomeDraft>) =>
    onChange({
      ...draft,
      outcomes: draft.outcomes.map((each, at) => (at === index ? { ...each, ...change } : each)),
    });
  return (
    <Card title={t('programmes.outcomes')}>
      <Stack>
        {draft.outcomes.length === 0 && <p>{t('programmes.outcomes.none')}</p>}
        {draft.outcomes.map((outcome, index) => {
          const about = competencies.find((each) => each.id === outcome.competency);
          const name = about?.name ?? outcome.competency;
          const at = `/outcomes/${index}`;
          return (
            <div key={outcome.competency} className={styles.outcome}>
              <strong>{name}</strong>
              <LevelField
                label={t('programmes.from_level')}
                value={outcome.from}
                levels={[0, (about?.levels ?? outcome.to) - 1]}
                error={fault(`${at}/from_level`)}
                onChange={(from) => set(index, { from, to: Math.max(outcome.to, from + 1) })}
              />
              <LevelField
                label={t('programmes.to_level')}
                value={outcome.to}
                levels={[outcome.from + 1, about?.levels ?? outcome.to]}
                error={fault(`${at}/to_level`) ?? fault(`${at}/competency`)}
                onChange={(to) => set(index, { to })}
              />
              <IconButton
                icon="close"
                label={t('programmes.outcome.remove', { name })}
                onClick={() => onChange({ ...draft, outcomes: draft.outcomes.toSpliced(index, 1) })}
              />
            </div>
          );
        })}
        <SelectField
          key={draft.outcomes.length}
          label={t('programmes.outcome.add')}
          value={null}
          options={free.map((each) => ({ value: each.id, label: each.name }))}
          onChange={(id) => {
            const chosen = free.find((each) => each.id === id);
            if (chosen) onChange(withOutcome(draft, chosen));
          }}
        />
      </Stack>
    </Card>
  );
}

type LevelProps = {
  label: string;
  value: number;
  levels: [number, number];
  error: string | null;
  onChange: (level: number) => void;
};

function LevelField({ label, value, levels: [from, to], error, onChange }: LevelProps) {
  const options = Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => ({
    value: `${from + index}`,
    label: `${from + index}`,
  }));
  return (
    <SelectField
      label={label}
      value={`${value}`}
      options={options}
      error={error}
      onChange={(level) => level !== null && onChange(Number(level))}
    />
  );
}

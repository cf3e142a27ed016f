import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { DateField } from '@/components/date-field';
import { useFieldFaults } from '@/components/field-faults';
import { Pair } from '@/components/layout';
import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { showNumber } from '@/lib/numbers';
import { useWords, Words } from '@/lib/words';

import { type Correction, correctRequirement, effectQuery, type Requirement } from './api';
import { FormDialog } from './form-dialog';

type Draft = { minimum: number; desired: number; decision: string; from: string; note: string };

const draftOf = (row: Requirement): Draft => ({
  minimum: row.minimum,
  desired: row.desired,
  decision: row.decision_number,
  from: row.from ?? '',
  note: '',
});

// Only what differs is sent, so that what two people corrected apart stays apart.
function correctionOf(draft: Draft, row: Requirement): Correction {
  return {
    ...(draft.minimum !== row.minimum && { minimum: draft.minimum }),
    ...(draft.desired !== row.desired && { desired: draft.desired }),
    ...(draft.decision !== row.decision_number && { decision_number: draft.decision }),
    ...(draft.from !== row.from && { from: draft.from }),
    note: draft.note,
  };
}

export function CorrectRequirementDialog({ requirement }: { requirement: Requirement }) {
  const t = useWords();
  const [draft, setDraft] = useState(() => draftOf(requirement));
  const changed = Object.keys(correctionOf(draft, requirement)).length > 1;
  return (
    <FormDialog
      open={t('requirements.correct')}
      title={t('requirements.correct.title', { competency: requirement.competency_name })}
      act={t('requirements.correct.act')}
      kind="text"
      ready={changed && draft.note.trim() !== '' && draft.decision.trim() !== '' && !!draft.from}
      send={(key) => correctRequirement(requirement.id, correctionOf(draft, requirement), key)}
    >
      {(error) => (
        <Fields
          row={requirement}
          draft={draft}
          error={error}
          change={(part) => setDraft({ ...draft, ...part })}
        />
      )}
    </FormDialog>
  );
}

type FieldsProps = {
  row: Requirement;
  draft: Draft;
  error: unknown;
  change: (part: Partial<Draft>) => void;
};

function Fields({ row, draft, error, change }: FieldsProps) {
  const t = useWords();
  const fault = useFieldFaults(error);
  const levels = Array.from({ length: row.levels }, (_, index) => `${index + 1}`);
  const optionsFrom = (least: number) =>
    levels
      .filter((level) => Number(level) >= least)
      .map((level) => ({ value: level, label: level }));
  return (
    <>
      <p>{t('requirements.correct.promise')}</p>
      <Pair>
        <SelectField
          label={t('requirements.minimum')}
          value={`${draft.minimum}`}
          onChange={(level) =>
            change({ minimum: Number(level), desired: Math.max(draft.desired, Number(level)) })
          }
          options={optionsFrom(1)}
          error={fault('/minimum')}
          required
        />
        <SelectField
          label={t('requirements.desired')}
          value={`${draft.desired}`}
          onChange={(level) => change({ desired: Number(level) })}
          options={optionsFrom(draft.minimum)}
          error={fault('/desired')}
          required
        />
      </Pair>
      <TextField
        label={t('frameworks.decision')}
        value={draft.decision}
        onChange={(decision) => change({ decision })}
        error={fault('/decision_number')}
        required
      />
      <DateField
        label={t('requirements.from')}
        value={draft.from}
        onChange={(from) => change({ from: from ?? '' })}
        error={fault('/from')}
        required
      />
      <TextField
        label={t('requirements.correct.why')}
        hint={t('requirements.correct.why.hint')}
        kind="long"
        value={draft.note}
        onChange={(note) => change({ note })}
        error={fault('/note')}
        required
      />
      <Effect row={row} draft={draft} />
    </>
  );
}

// Who is touched today, before anything is written.
function Effect({ row, draft }: { row: Requirement; draft: Draft }) {
  const t = useWords();
  const differs = draft.minimum !== row.minimum || draft.from !== row.from;
  const { data } = useQuery({
    ...effectQuery(row.id, { minimum: draft.minimum, from: draft.from }),
    enabled: differs && draft.from !== '',
    placeholderData: (old) => old,
  });
  if (!differs) return <p role="status">{t('requirements.correct.no_effect')}</p>;
  if (!data) return <p role="status">{t('requirements.correct.counting')}</p>;
  return (
    <p role="status">
      <Words
        id="requirements.correct.effect"
        parts={[<b key="people" />, <b key="lacking" />]}
        values={{
          people: data.people,
          changed: data.changed,
          before: showNumber(data.lacking_before, t.language),
          after: showNumber(data.lacking_after, t.language),
          unknown: data.unknown,
        }}
      />
    </p>
  );
}

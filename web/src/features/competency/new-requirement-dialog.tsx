import { useState } from 'react';

import { DateField } from '@/components/date-field';
import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { today } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { addRequirement, type Choices } from './api';
import { FormDialog } from './form-dialog';
import { keyOfReason, useReasonName } from './requirement-columns';

type Draft = {
  reason: string | null;
  competency: string | null;
  minimum: string | null;
  desired: string | null;
  decision: string;
  from: string | null;
};
const nothing: Draft = {
  reason: null,
  competency: null,
  minimum: null,
  desired: null,
  decision: '',
  from: today(),
};

export function NewRequirementDialog({ choices, unit }: { choices: Choices; unit: string }) {
  const t = useWords();
  const [draft, setDraft] = useState(nothing);
  const reason = choices.reasons.find((each) => keyOfReason(each) === draft.reason);
  const { competency, minimum, decision, from } = draft;

  return (
    <FormDialog
      open={t('requirements.add')}
      title={t('requirements.add')}
      act={t('requirements.add')}
      kind="primary"
      ready={!!reason && !!competency && !!minimum && decision.trim() !== '' && !!from}
      send={(key) =>
        addRequirement(
          {
            reason_kind: reason?.kind ?? 'position',
            ...(reason?.word ? { reason_word: reason.word } : { reason_id: reason?.id }),
            scope: unit,
            competency: competency ?? '',
            minimum: Number(minimum),
            desired: Number(draft.desired ?? minimum),
            decision_number: decision,
            from: from ?? '',
          },
          key,
        )
      }
      onDone={() => setDraft(nothing)}
    >
      {() => (
        <Fields
          choices={choices}
          draft={draft}
          change={(part) => setDraft({ ...draft, ...part })}
        />
      )}
    </FormDialog>
  );
}

type FieldsProps = { choices: Choices; draft: Draft; change: (part: Partial<Draft>) => void };

function Fields({ choices, draft, change }: FieldsProps) {
  const t = useWords();
  const nameOf = useReasonName();
  const chosen = choices.competencies.find((each) => each.id === draft.competency);
  const levels = Array.from({ length: chosen?.levels ?? 0 }, (_, index) => ({
    value: `${index + 1}`,
    label: `${index + 1}`,
  }));
  return (
    <>
      <SelectField
        label={t('requirements.for_whom')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        options={choices.reasons.map((reason) => ({
          value: keyOfReason(reason),
          label: `${nameOf(reason)} · ${t(`requirements.reason.${reason.kind}`)}`,
        }))}
        required
      />
      <SelectField
        label={t('frameworks.competency')}
        value={draft.competency}
        onChange={(competency) => change({ competency, minimum: null, desired: null })}
        options={choices.competencies.map((each) => ({ value: each.id, label: each.name }))}
        required
      />
      <SelectField
        label={t('requirements.minimum')}
        value={draft.minimum}
        onChange={(minimum) => change({ minimum })}
        options={levels}
        disabled={!chosen}
        required
      />
      <SelectField
        label={t('requirements.desired')}
        hint={t('requirements.desired.hint')}
        value={draft.desired}
        onChange={(desired) => change({ desired })}
        options={levels.filter((level) => Number(level.value) >= Number(draft.minimum ?? 1))}
        disabled={!chosen}
        clearable
      />
      <TextField
        label={t('frameworks.decision')}
        value={draft.decision}
        onChange={(decision) => change({ decision })}
        required
      />
      <DateField
        label={t('requirements.from')}
        value={draft.from}
        onChange={(from) => change({ from })}
        required
      />
    </>
  );
}

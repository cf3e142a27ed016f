import { useState } from 'react';

import { DateField } from '@/components/date-field';
import { useFieldFaults } from '@/components/field-faults';
import { TextField } from '@/components/text-field';
import { today } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { endRequirement, type Requirement } from './api';
import { FormDialog } from './form-dialog';

export function EndRequirementDialog({ requirement }: { requirement: Requirement }) {
  const t = useWords();
  const [on, setOn] = useState<string | null>(today());
  const [decision, setDecision] = useState('');
  return (
    <FormDialog
      open={t('requirements.end')}
      title={t('requirements.end.title', { competency: requirement.competency_name })}
      act={t('requirements.end')}
      kind="text"
      ready={!!on && decision.trim() !== ''}
      send={(key) =>
        endRequirement(requirement.id, { on: on ?? '', decision_number: decision }, key)
      }
    >
      {(error) => <Fields {...{ error, on, setOn, decision, setDecision }} />}
    </FormDialog>
  );
}

type FieldsProps = {
  error: unknown;
  on: string | null;
  setOn: (on: string | null) => void;
  decision: string;
  setDecision: (decision: string) => void;
};

function Fields({ error, on, setOn, decision, setDecision }: FieldsProps) {
  const t = useWords();
  const fault = useFieldFaults(error);
  return (
    <>
      <p>{t('requirements.end.effect')}</p>
      <DateField
        label={t('requirements.end.on')}
        value={on}
        onChange={setOn}
        error={fault('/on')}
      />
      <TextField
        label={t('frameworks.decision')}
        value={decision}
        onChange={setDecision}
        error={fault('/decision_number')}
        required
      />
    </>
  );
}

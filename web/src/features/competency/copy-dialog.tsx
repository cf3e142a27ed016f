import { useState } from 'react';
import { useNavigate } from 'react-router';

import { useFieldFaults } from '@/components/field-faults';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import { copyVersion } from './api';
import { FormDialog } from './form-dialog';

export function CopyDialog({ version }: { version: string }) {
  const t = useWords();
  const navigate = useNavigate();
  const [label, setLabel] = useState('');
  return (
    <FormDialog
      open={t('frameworks.copy')}
      title={t('frameworks.copy.title')}
      act={t('frameworks.copy.act')}
      ready={label.trim() !== ''}
      send={(key) => copyVersion(version, label, key)}
      onDone={({ id }) => void navigate(`/frameworks/${id}`)}
    >
      {(error) => <Label error={error} value={label} onChange={setLabel} />}
    </FormDialog>
  );
}

type LabelProps = { error: unknown; value: string; onChange: (value: string) => void };

function Label({ error, value, onChange }: LabelProps) {
  const t = useWords();
  const fault = useFieldFaults(error);
  return (
    <TextField
      label={t('frameworks.label')}
      hint={t('frameworks.label.hint')}
      value={value}
      onChange={onChange}
      error={fault('/label')}
      required
    />
  );
}

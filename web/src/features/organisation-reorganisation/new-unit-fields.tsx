import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import type { CalledDraft } from './step-draft';

const types = ['commune', 'ward', 'special_zone'] as const;
export const emptyCalled: CalledDraft = { type: 'commune', code: '', name: '', full_name: '' };

type Props = { value: CalledDraft; onChange: (value: CalledDraft) => void };

// What the unit is called from that day on; the full name follows type and name.
export function NewUnitFields({ value, onChange }: Props) {
  const t = useWords();
  const called = (type: string, name: string) =>
    onChange({
      ...value,
      type,
      name,
      full_name: name && t(`reorganisation.type.${type}.of`, { name }),
    });
  return (
    <>
      <SelectField
        label={t('reorganisation.type')}
        value={value.type}
        options={types.map((type) => ({ value: type, label: t(`reorganisation.type.${type}`) }))}
        onChange={(type) => type && called(type, value.name)}
      />
      <TextField
        label={t('reorganisation.name')}
        value={value.name}
        onChange={(name) => called(value.type, name)}
      />
      <TextField
        label={t('reorganisation.code')}
        value={value.code}
        onChange={(code) => onChange({ ...value, code })}
      />
    </>
  );
}

import { Row } from '@/components/layout';
import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import type { Country } from './api';
import { type CalledDraft, calledAs, typesOn } from './step-draft';

type Props = {
  value: CalledDraft;
  onChange: (value: CalledDraft) => void;
  country: Country;
  on: string;
};

// What the unit is called from that day on; the full name follows type and name, and may be mended.
export function NewUnitFields({ value, onChange, country, on }: Props) {
  const t = useWords();
  const set = (change: Partial<CalledDraft>) => onChange({ ...value, ...change });
  return (
    <>
      <SelectField
        label={t('reorganisation.type')}
        value={value.type}
        options={typesOn(country, on).map((type) => ({
          value: type.word,
          label: type.name[t.language] ?? type.name['en'] ?? type.word,
        }))}
        onChange={(type) => type && onChange(calledAs(country, type, value))}
      />
      <TextField
        label={t('reorganisation.name')}
        value={value.name}
        onChange={(name) => onChange(calledAs(country, value.type, { ...value, name }))}
      />
      <TextField
        label={t('reorganisation.full_name')}
        value={value.full_name}
        onChange={(full_name) => set({ full_name })}
      />
      <Row>
        <TextField
          label={t('reorganisation.full_name_en')}
          value={value.full_name_en}
          onChange={(full_name_en) => set({ full_name_en })}
        />
        <TextField
          label={t('reorganisation.code')}
          hint={t('reorganisation.code.hint')}
          value={value.code}
          onChange={(code) => set({ code })}
        />
      </Row>
    </>
  );
}

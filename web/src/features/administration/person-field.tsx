import { type PickedUnit, UnitPicker } from '@/components/unit-picker';
import { useWords } from '@/lib/words';

import { findHolders } from './api';

type Props = {
  value: PickedUnit | null;
  onChange: (person: PickedUnit | null) => void;
  hint?: string;
};

// Whose an account is, found by name or staff number among the people of the reader's own part.
export function PersonField({ value, onChange, hint }: Props) {
  const t = useWords();
  return (
    <UnitPicker
      label={t('accounts.person')}
      hint={hint}
      value={value}
      onChange={onChange}
      load={findHolders}
      source="account-holders"
      clearable
    />
  );
}

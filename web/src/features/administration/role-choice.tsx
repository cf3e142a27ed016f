import type { UseQueryResult } from '@tanstack/react-query';

import { RadioField } from '@/components/radio-field';
import { Failed, Loading, ReadOnly } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

import type { NewGrant, RoleItem } from './api';

type Role = NewGrant['role'];
type Props = {
  choices: UseQueryResult<{ items: RoleItem[] }>;
  value: Role | null;
  onChange: (role: Role) => void;
  error?: string | null;
};

// Only roles that the server lets the reader give over that unit.
export function RoleChoice({ choices, value, onChange, error }: Props) {
  const t = useWords();
  if (choices.error) {
    return <Failed error={choices.error} retry={() => void choices.refetch()} />;
  }
  if (choices.isLoading) return <Loading rows={3} />;
  const items = choices.data?.items ?? [];
  if (items.length === 0) return <ReadOnly>{t('grants.no_choice')}</ReadOnly>;
  return (
    <RadioField<Role>
      label={t('grants.role')}
      hint={t('grants.role.hint')}
      value={value}
      onChange={onChange}
      options={items.map(({ role }) => ({
        value: role,
        label: `${t(`role.${role}`)}: ${t(`grants.does.${role}`)}`,
      }))}
      error={error}
    />
  );
}

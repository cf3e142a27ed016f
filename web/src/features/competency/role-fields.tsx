import { useQuery } from '@tanstack/react-query';

import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { Notice } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

import { frameworksQuery, type Role, rolesQuery } from './api';

export type RoleChoice = { version: string | null; role: string | null; level: string | null };

// Framework, then its role, then the level of that role: each narrows the next.
export function RoleFields(props: {
  value: RoleChoice;
  onChange: (part: Partial<RoleChoice>) => void;
}) {
  const { value, onChange } = props;
  const t = useWords();
  const frameworks = useQuery(frameworksQuery(t.language));
  const roles = useQuery({
    ...rolesQuery(value.version ?? '', t.language),
    enabled: !!value.version,
  });
  const versions = (frameworks.data?.items ?? []).flatMap((framework) =>
    framework.versions
      .filter((version) => version.status === 'approved' && version.roles > 0)
      .map((version) => ({
        value: version.id,
        label: `${framework.name.text} · ${version.label}`,
      })),
  );
  if (frameworks.data && versions.length === 0)
    return <Notice tone="neutral">{t('adoption.no_roles')}</Notice>;
  const items = roles.data?.items ?? [];
  return (
    <>
      <SelectField
        label={t('adoption.framework')}
        value={value.version}
        onChange={(version) => onChange({ version, role: null, level: null })}
        options={versions}
        required
      />
      <SelectField
        label={t('adoption.role')}
        hint={t('adoption.role.hint')}
        value={value.role}
        onChange={(role) => onChange({ role, level: null })}
        options={rolesOf(items)}
        disabled={!value.version}
        required
      />
      <SelectField
        label={t('adoption.level')}
        value={value.level}
        onChange={(level) => onChange({ level })}
        options={items
          .filter((each) => each.role === value.role)
          .map((each) => ({ value: each.code, label: each.name }))}
        disabled={!value.role}
        required
      />
      <Refusal error={frameworks.error ?? roles.error} />
    </>
  );
}

// A role has a code and a family; its own name is that of its code, in the framework's language.
function rolesOf(items: Role[]) {
  const families = new Map(items.map((each) => [each.role, each.family]));
  return [...families]
    .map(([role, family]) => ({ value: role, label: `${nameOf(role)} · ${family}` }))
    .sort((left, right) => left.label.localeCompare(right.label));
}

function nameOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

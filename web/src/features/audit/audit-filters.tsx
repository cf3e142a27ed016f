import { useQuery } from '@tanstack/react-query';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { FilterRow } from '@/components/layout';
import { SelectField } from '@/components/select-field';
import { UnitPicker } from '@/components/unit-picker';
import { findUnits, unitQuery } from '@/lib/units';
import { useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import { acts, shortId, useActWords } from './audit-words';
import type { FilterState } from './use-audit-filter';

export function AuditFilters({ filter, set, clear }: FilterState) {
  const t = useWords();
  const actWords = useActWords();
  const { units } = useUnitScope();
  const chosen = useQuery({ ...unitQuery(filter.unit), enabled: filter.unit !== '', retry: false });
  const offered =
    acts.some((act) => act === filter.act) || !filter.act ? acts : [filter.act, ...acts];

  return (
    <>
      <FilterRow>
        <SelectField
          label={t('audit.act')}
          value={filter.act || null}
          onChange={(act) => set('act', act)}
          options={offered.map((act) => ({ value: act, label: actWords(act) }))}
          clearable
        />
        <UnitPicker
          label={t('audit.unit')}
          value={chosen.data ? { id: filter.unit, name: chosen.data.unit.full_name } : null}
          onChange={(unit) => set('unit', unit?.id ?? null)}
          load={(sought, signal) => findUnits({ sought, below: units, signal })}
          source="audit"
        />
        <DateField
          label={t('audit.from')}
          value={filter.from || null}
          onChange={(date) => set('from', date)}
        />
        <DateField
          label={t('audit.until')}
          value={filter.until || null}
          onChange={(date) => set('until', date)}
        />
      </FilterRow>
      <Chosen filter={filter} set={set} clear={clear} />
    </>
  );
}

// What was chosen from a row: an account, an object, a person.
function Chosen({ filter, set, clear }: FilterState) {
  const t = useWords();
  const chosen = (['account', 'object', 'person'] as const).filter((name) => filter[name]);
  if (Object.values(filter).every((value) => !value)) return null;
  return (
    <FilterRow>
      {chosen.map((name) => (
        <Button key={name} icon="close" onClick={() => set(name, null)}>
          {t(`audit.only.${name}`, { id: shortId(filter[name]) })}
        </Button>
      ))}
      <Button kind="text" onClick={clear}>
        {t('audit.clear')}
      </Button>
    </FilterRow>
  );
}

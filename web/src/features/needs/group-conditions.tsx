import { useQuery } from '@tanstack/react-query';

import { CheckField } from '@/components/check-field';
import { NumberField } from '@/components/number-field';
import { IconButton } from '@/components/icon-button';
import { Pair, Stack } from '@/components/layout';
import { RadioField } from '@/components/radio-field';
import { SelectField } from '@/components/select-field';
import { useWords } from '@/lib/words';

import { positionGroupsQuery } from './group-api';
import styles from './groups.module.css';
import type { Named, useSelection } from './selection';

export type Limits = {
  minGap: number;
  heldFrom: number | null;
  heldUntil: number | null;
  combine: 'all' | 'any';
  // None chosen: everybody.
  positionGroups: string[];
};
export const noLimits: Limits = {
  minGap: 1,
  heldFrom: null,
  heldUntil: null,
  combine: 'any',
  positionGroups: [],
};

type Props = {
  chosen: ReturnType<typeof useSelection>;
  limits: Limits;
  onChange: (limits: Limits) => void;
};

// Who belongs: the units and competencies chosen in the table, and from which gap and level.
export function GroupConditions({ chosen, limits, onChange }: Props) {
  const t = useWords();
  const { units, competencies } = chosen.selection;
  return (
    <Stack gap={12}>
      <h3>{t('needs.who')}</h3>
      <NamedList
        label={t('needs.chosen_units')}
        items={units}
        onDrop={units.length > 1 ? chosen.dropUnit : undefined}
      />
      <NamedList
        label={t('needs.chosen_competencies')}
        items={competencies}
        onDrop={competencies.length > 1 ? chosen.dropCompetency : undefined}
      />
      {competencies.length > 1 && (
        <RadioField
          label={t('needs.combine')}
          value={limits.combine}
          onChange={(combine) => onChange({ ...limits, combine })}
          options={[
            { value: 'any', label: t('needs.combine.any') },
            { value: 'all', label: t('needs.combine.all') },
          ]}
        />
      )}
      <PositionGroups
        chosen={limits.positionGroups}
        onChange={(positionGroups) => onChange({ ...limits, positionGroups })}
      />
      <SelectField
        label={t('needs.min_gap')}
        value={String(limits.minGap)}
        onChange={(next) => onChange({ ...limits, minGap: Number(next ?? 1) })}
        options={[1, 2, 3].map((gap) => ({
          value: String(gap),
          label: t('needs.levels', { count: gap }),
        }))}
      />
      <Pair>
        <NumberField
          label={t('needs.held_from')}
          value={limits.heldFrom}
          onChange={(heldFrom) => onChange({ ...limits, heldFrom })}
        />
        <NumberField
          label={t('needs.held_until_level')}
          value={limits.heldUntil}
          onChange={(heldUntil) => onChange({ ...limits, heldUntil })}
        />
      </Pair>
    </Stack>
  );
}

function PositionGroups({
  chosen,
  onChange,
}: {
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  const t = useWords();
  const { data: groups = [] } = useQuery(positionGroupsQuery);
  return (
    <fieldset className={styles.groups}>
      <legend>{t('needs.position_groups')}</legend>
      {groups.map((group) => (
        <CheckField
          key={group.id}
          label={t.language === 'vi' ? group.name : group.name_en || group.name}
          checked={chosen.includes(group.id)}
          onChange={(on) =>
            onChange(on ? [...chosen, group.id] : chosen.filter((each) => each !== group.id))
          }
        />
      ))}
    </fieldset>
  );
}

type ListProps = { label: string; items: Named[]; onDrop?: (id: string) => void };

function NamedList({ label, items, onDrop }: ListProps) {
  const t = useWords();
  return (
    <ul className={styles.named} aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <span>{item.name}</span>
          {onDrop && (
            <IconButton
              icon="close"
              label={t('needs.drop', { name: item.name })}
              onClick={() => onDrop(item.id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

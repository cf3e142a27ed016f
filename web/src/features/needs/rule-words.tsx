import { useQueries, useQuery } from '@tanstack/react-query';

import { Card } from '@/components/card';
import { Facts } from '@/components/layout';
import { unitQuery } from '@/lib/units';
import { useWords } from '@/lib/words';

import { type Condition, type Group, positionGroupsQuery } from './group-api';
import { anyLevel } from './group-rule';
import styles from './groups.module.css';
import { matrixQuery } from './matrix-api';

// The rule that formed the group, said in words.
export function RuleWords({ group }: { group: Group }) {
  const t = useWords();
  const { rule } = group;
  const units = useQueries({ queries: rule.units.map((unit) => unitQuery(unit, group.on)) });
  const names = useCompetencyNames(group);
  const { data: known = [] } = useQuery(positionGroupsQuery);
  const groups = new Map(
    known.map((each) => [each.id, t.language === 'vi' ? each.name : each.name_en || each.name]),
  );
  return (
    <Card title={t('needs.who')}>
      <Facts
        items={[
          {
            label: t('needs.chosen_units'),
            value: units.map(({ data }) => data?.unit.full_name ?? '…').join(', '),
          },
          {
            label: t('needs.chosen_competencies'),
            value: (
              <ul className={styles.rule}>
                {rule.conditions.map((condition) => (
                  <li key={condition.competency}>
                    {names.get(condition.competency) ?? '…'}: {conditionWords(t, condition)}
                  </li>
                ))}
              </ul>
            ),
          },
          ...(rule.position_groups.length > 0
            ? [
                {
                  label: t('needs.position_groups'),
                  value: rule.position_groups.map((id) => groups.get(id) ?? '…').join(', '),
                },
              ]
            : []),
          ...(rule.conditions.length > 1
            ? [{ label: t('needs.combine'), value: t(`needs.combine.${rule.combine}`) }]
            : []),
        ]}
      />
    </Card>
  );
}

function conditionWords(t: ReturnType<typeof useWords>, condition: Condition): string {
  const gap = t('needs.at_least', { count: condition.min_gap });
  const { held_from: from, held_until: until } = condition;
  if (from <= anyLevel.from && until >= anyLevel.until) return gap;
  const held =
    until >= anyLevel.until
      ? t('needs.holding_from', { from })
      : t('needs.holding', { from, until });
  return `${gap}, ${held}`;
}

// Names of the competencies that the group's unit is asked for.
export function useCompetencyNames(group: Group): Map<string, string> {
  const t = useWords();
  const { data } = useQuery(matrixQuery({ unit: group.unit, language: t.language }));
  return new Map(data?.columns.map((column) => [column.id, column.name]));
}

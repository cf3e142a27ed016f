import type { useWords } from '@/lib/words';

import type { Rule } from './group-api';
import type { Limits } from './group-conditions';
import type { Selection } from './selection';

// A held level of 0 is the lowest there is; 100 stands for "whatever is held".
export const anyLevel = { from: 0, until: 100 };

export function ruleOf({ units, competencies }: Selection, limits: Limits): Rule {
  return {
    units: units.map((unit) => unit.id),
    conditions: competencies.map(({ id }) => ({
      competency: id,
      min_gap: limits.minGap,
      held_from: limits.heldFrom ?? anyLevel.from,
      held_until: limits.heldUntil ?? anyLevel.until,
    })),
    combine: limits.combine,
    position_groups: limits.positionGroups,
  };
}

// "Quản lý dữ liệu, Xã Tuần Giáo và 3 đơn vị khác"
export function titleOf({ units, competencies }: Selection, t: ReturnType<typeof useWords>) {
  const [competency, ...otherCompetencies] = competencies;
  const [unit, ...otherUnits] = units;
  const what = otherCompetencies.length
    ? t('needs.competencies_count', { count: competencies.length })
    : (competency?.name ?? '');
  return otherUnits.length
    ? t('needs.title_many', { what, unit: unit?.name, count: otherUnits.length })
    : t('needs.title_one', { what, unit: unit?.name });
}

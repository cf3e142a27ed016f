import type { WhyEvidence } from '@/components/why-drawer';
import { showDate } from '@/lib/dates';
import type { useWords } from '@/lib/words';

import type { Gap, GapRequirement } from './gap-api';

type Words = ReturnType<typeof useWords>;
type ReasonName = { reason_name: string; reason_name_en: string; scope_name: string };
export type ReasonNames = Map<string, ReasonName> | undefined;

function reasonOf(t: Words, requirement: GapRequirement, names: ReasonNames): string {
  const named = names?.get(requirement.id);
  const english = t.language !== 'vi' && named?.reason_name_en;
  const name = english || named?.reason_name || requirement.reason.word;
  const kind = t(`needs.reason.${requirement.reason.kind}`);
  return name ? `${kind}: ${name}` : kind;
}

// One sentence a requirement; the first decides, the others are said with their level.
export function whyRequired(t: Words, gap: Gap, names: ReasonNames): string[] {
  const lines = gap.requirements.map((requirement, index) => {
    const reason = reasonOf(t, requirement, names);
    const since = t('needs.since', {
      decision: requirement.decision_number || 'none',
      date: showDate(requirement.from),
    });
    const level = index > 0 ? ` ${t('needs.asks', { level: requirement.minimum })}` : '';
    return `${reason}.${level} ${since}`;
  });
  if (gap.desired > gap.required) lines.push(t('needs.desired', { level: gap.desired }));
  return lines;
}

export function heldBasis(t: Words, gap: Gap): string {
  if (!gap.observed_on) return t('needs.nothing_held');
  const date = showDate(gap.observed_on);
  return gap.valid_until
    ? t('needs.held_until', { date, until: showDate(gap.valid_until) })
    : t('needs.held_since', { date });
}

export function evidenceOf(t: Words, gap: Gap): WhyEvidence[] {
  return gap.ratings.map((rating) => ({
    key: rating.id,
    what: t('needs.rated', {
      method: t(`needs.method.${rating.method}`),
      date: showDate(rating.observed_on),
    }),
    level: rating.level,
    counted: rating.use === 'counted',
    mark: t(`needs.use.${rating.use}`),
  }));
}

export function ruleWords(t: Words, gap: Gap): string {
  if (!gap.rule) return t('needs.no_rule');
  const { code, title, version } = gap.rule;
  return t('needs.rule', { name: title || code, version });
}

import { useWords } from '@/lib/words';

// What was done, in words where we have them, else by its code.
export function useActWords() {
  const t = useWords();
  return (act: string) => (t.has(`audit.act.${act}`) ? t(`audit.act.${act}`) : act);
}

// Acts that the filter offers, in the order of their modules.
export const acts = [
  'session.began',
  'session.ended',
  'password.changed',
  'account.opened',
  'account.closed',
  'account.reopened',
  'grant.given',
  'grant.ended',
  'recovery.asked',
  'recovery.confirmed',
  'recovery.used',
  'setting.set',
  'audit.verified',
  'person.facts_read',
  'person.ratings_read',
  'person.gaps_read',
  'unit.ratings_read',
  'rating.evidence_read',
  'person.corrected',
  'roster.applied',
  'rating.added',
  'rating.withdrawn',
  'review.asked',
  'review.decided',
  'rule.added',
  'proposal.made',
  'proposal.agreed',
  'proposal.returned',
  'framework.approved',
  'plan.added',
  'plan.person_nominated',
  'plan.nomination_removed',
  'plan.submitted',
  'plan.returned',
  'plan.approved',
] as const;

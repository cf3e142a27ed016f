import { useWords } from '@/lib/words';

// What was done, in words where we have them, else by its code.
export function useActWords() {
  const t = useWords();
  return (act: string) => (t.has(`audit.act.${act}`) ? t(`audit.act.${act}`) : act);
}

// The kind of thing that an act is about: "plan" of plan.approved.
export const kindOfAct = (act: string) => act.split('.')[0] ?? '';

export function useKindWords() {
  const t = useWords();
  return (kind: string) => {
    const id = `audit.kind.${kind}`;
    return t(t.has(id) ? id : 'audit.kind.other');
  };
}

const pageOf: Record<string, string> = {
  account: '/accounts',
  person: '/people',
  plan: '/plans',
  reorganisation: '/reorganisations',
  target_group: '/target-groups',
};

// The page of the thing, where it has one.
export function pageOfObject(kind: string, object: string): string | null {
  if (kind === 'unit') return `/units?unit=${object}`;
  const page = pageOf[kind];
  return page ? `${page}/${object}` : null;
}

// Numbers of eighteen digits are told apart by their end.
export const shortId = (id: string) => (id.length > 6 ? `…${id.slice(-6)}` : id);

// Acts that the filter offers, in the order of their modules.
export const acts = [
  'session.began',
  'session.ended',
  'session.others_ended',
  'password.changed',
  'account.opened',
  'account.closed',
  'account.linked',
  'account.unlinked',
  'account.language_chosen',
  'grant.given',
  'grant.ended',
  'recovery.asked',
  'recovery.confirmed',
  'recovery.used',
  'recovery.withdrawn',
  'setting.set',
  'audit.verified',
  'job.accepted',
  'job.cancelled',
  'job.run_again',
  'person.added',
  'person.name_corrected',
  'person.fact_stated',
  'person.facts_read',
  'person.ratings_read',
  'person.gaps_read',
  'person.imported',
  'person.import_undone',
  'person.placed',
  'holding.appointed',
  'holding.transferred',
  'holding.share_changed',
  'holding.ended',
  'position.added',
  'position.described',
  'post.added',
  'post.authorised',
  'roster_import.uploaded',
  'roster_import.mapped',
  'roster_import.checking',
  'roster_import.checked',
  'roster_import.answered',
  'roster_import.applying',
  'roster_import.applied',
  'roster_import.undoing',
  'roster_import.undone',
  'reorganisation.drafted',
  'reorganisation.edited',
  'reorganisation.unit_promised',
  'reorganisation.submitted',
  'reorganisation.returned',
  'reorganisation.withdrawn',
  'reorganisation.applied',
  'reorganisation.placed',
  'framework.imported',
  'framework.drafted',
  'framework.edited',
  'framework.approved',
  'requirement.added',
  'requirement.corrected',
  'requirement.ended',
  'next_position.agreed',
  'next_position.cleared',
  'next_position.ended',
  'campaign.added',
  'campaign.opened',
  'campaign.closed',
  'rating.added',
  'rating.withdrawn',
  'rating.evidence_read',
  'evidence.sent',
  'evidence.removed',
  'item_bank.loaded',
  'sitting.started',
  'unit.ratings_read',
  'review.commented',
  'review.asked',
  'review.decided',
  'rule.added',
  'proposal.made',
  'proposal.agreed',
  'proposal.returned',
  'programme.drafted',
  'programme.edited',
  'programme.topics_replaced',
  'programme.equivalence_added',
  'programme.approved',
  'target_group.formed',
  'target_group.approved',
  'target_group.closed',
  'plan.drafted',
  'plan.budgets_changed',
  'plan.line_added',
  'plan.line_removed',
  'plan.person_nominated',
  'plan.nomination_removed',
  'plan.session_added',
  'plan.session_changed',
  'plan.session_removed',
  'plan.solving',
  'plan.solved',
  'plan.submitted',
  'plan.replan_asked',
  'plan.replan_dropped',
  'plan.replanned',
  'plan.returned',
  'plan.approved',
  'plan.amended',
] as const;

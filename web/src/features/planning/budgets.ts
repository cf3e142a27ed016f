import { type Plan, type Source, sources } from './api';

// What each source gives at most, while it is written; none is not the same as nothing left.
export type Ceilings = Partial<Record<Source, number | null>>;

export const ceilingsOf = (budgets: Plan['plan']['budgets']): Ceilings =>
  Object.fromEntries(budgets.map(({ source, ceiling }) => [source, ceiling]));

// Sources without money are left out.
export const budgetsOf = (ceilings: Ceilings) =>
  sources.flatMap((source) => {
    const ceiling = ceilings[source] ?? 0;
    return ceiling > 0 ? [{ source, ceiling }] : [];
  });

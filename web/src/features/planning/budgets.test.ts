import { expect, it } from 'vitest';

import { budgetsOf, ceilingsOf } from './budgets';

it('sources without money are left out, the others keep their order', () => {
  expect(budgetsOf({ province: 500, central: 100, commune: 0, other: null })).toEqual([
    { source: 'central', ceiling: 100 },
    { source: 'province', ceiling: 500 },
  ]);
});

it('what a plan has is what is sent back unchanged', () => {
  const budgets = [{ source: 'province' as const, ceiling: 500, planned: 20 }];
  expect(budgetsOf(ceilingsOf(budgets))).toEqual([{ source: 'province', ceiling: 500 }]);
});

import { Tabs } from '@/components/tabs';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import type { GapsOf, Goal } from './gap-api';
import { GapList } from './gap-list';
import { NextGaps } from './target-posts';

// The two lists of a person: for the post held, and for the post they are being prepared for.
export function GapLists(of: GapsOf) {
  const t = useWords();
  const [kept, setGoal] = useUrlState('goal', 'present');
  const goal: Goal = kept === 'next' ? 'next' : 'present';
  return (
    <Tabs<Goal>
      label={t('needs.goals')}
      value={goal}
      onChange={setGoal}
      tabs={(['present', 'next'] as const).map((value) => ({
        value,
        label: t(`needs.goal.${value}`),
        panel: value === 'next' ? <NextGaps {...of} /> : <GapList {...of} goal={value} />,
      }))}
    />
  );
}

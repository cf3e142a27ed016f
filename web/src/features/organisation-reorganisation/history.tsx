import { Card } from '@/components/card';
import { Timeline } from '@/components/timeline';
import { showTime } from '@/lib/dates';
import { useWords } from '@/lib/words';

import type { Reorganisation } from './api';

// Who did what, newest first.
export function History({ acts }: { acts: Reorganisation['acts'] }) {
  const t = useWords();
  return (
    <Card title={t('reorganisation.history')}>
      <Timeline
        label={t('reorganisation.history')}
        entries={acts.toReversed().map((act, index) => ({
          key: `${act.at} ${index}`,
          act: `${t(`reorganisation.did.${act.act}`)}, ${act.by_name}`,
          date: act.at ? showTime(act.at) : undefined,
          note: act.reason || undefined,
        }))}
      />
    </Card>
  );
}

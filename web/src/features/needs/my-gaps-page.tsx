import { useQuery } from '@tanstack/react-query';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { PageHead } from '@/components/page-head';
import { PrintHeader } from '@/components/print-header';
import { Empty } from '@/components/state-blocks';
import { showDate } from '@/lib/dates';
import { useSession } from '@/lib/session';
import { unitQuery } from '@/lib/units';
import { useWords } from '@/lib/words';

import { GapLists } from './gap-lists';

export function MyGapsPage() {
  const t = useWords();
  const { session } = useSession();
  const { on, isToday } = useAsOf();
  const unit = useQuery({ ...unitQuery(session?.unit ?? ''), enabled: !!session?.unit });
  const where = unit.data?.unit.full_name;

  return (
    <>
      <PrintHeader unit={where ?? session?.name ?? ''} asOf={showDate(on)} />
      <PageHead
        title={t('menu.my_gaps')}
        sentence={
          <>
            {session?.name}
            {where && `, ${where}`}. <AsOfDate />.
          </>
        }
      />
      {session?.person ? (
        <GapLists person={null} own={session.person} on={isToday ? undefined : on} />
      ) : (
        <Empty title={t('needs.no_person')} reason={t('needs.no_person.reason')} />
      )}
    </>
  );
}

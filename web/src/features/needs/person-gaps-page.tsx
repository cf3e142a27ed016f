import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { PageHead } from '@/components/page-head';
import { PrintHeader } from '@/components/print-header';
import { showDate } from '@/lib/dates';
import { useSession } from '@/lib/session';
import { useWords } from '@/lib/words';

import { gapsQuery } from './gap-api';
import { GapLists } from './gap-lists';

export function PersonGapsPage() {
  const t = useWords();
  const { person = '' } = useParams();
  const { session } = useSession();
  const { on, isToday } = useAsOf();
  const day = isToday ? undefined : on;
  const { data } = useSuspenseQuery(
    gapsQuery({ person, goal: 'present', on: day, language: t.language }),
  );

  return (
    <>
      <PrintHeader unit={data.person.name} asOf={showDate(on)} />
      <PageHead
        title={t('needs.gaps_of', { name: data.person.name })}
        sentence={
          <>
            {t('needs.staff_number', { number: data.person.staff_number })} <AsOfDate />.
          </>
        }
      />
      <GapLists person={person} own={session?.person === person ? person : null} on={day} />
    </>
  );
}

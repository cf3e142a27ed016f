import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { Button } from '@/components/button';
import { PageHead } from '@/components/page-head';
import { PrintHeader } from '@/components/print-header';
import { Empty } from '@/components/state-blocks';
import { showDate } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { useUnitScope } from '@/lib/unit-scope';
import { useUrlState } from '@/lib/url-state';
import { useWords, Words } from '@/lib/words';

import { type Roster, type RosterFilter, rosterQuery } from './api';
import { PersonDialog } from './person-dialog';
import { RosterFilters } from './roster-filters';
import { RosterTable } from './roster-table';

// Who holds which post of a unit on a day, and what is vacant.
export function RosterPage() {
  const t = useWords();
  const { unitId } = useUnitScope();
  const { on } = useAsOf();
  const [show] = useUrlState('show', 'all');
  const [search] = useUrlState('q');
  const question = { unit: unitId ?? '', on, show: show as RosterFilter, search };
  const roster = useInfiniteQuery({ ...rosterQuery(question), enabled: !!unitId });
  const first = roster.data?.pages[0];

  if (!unitId) return <Empty title={t('roster.no_unit')} reason={t('roster.no_unit.reason')} />;
  return (
    <>
      <PrintHeader unit={first?.unit.full_name ?? ''} asOf={showDate(on)} />
      <PageHead
        title={t('menu.roster')}
        sentence={
          <>
            {first && <Sentence roster={first} />} <AsOfDate />.
          </>
        }
        actions={first && <Actions roster={first} />}
      />
      <RosterFilters question={question} counts={first?.counts} list={roster} />
      <RosterTable question={question} query={roster} />
    </>
  );
}

function Sentence({ roster }: { roster: Roster }) {
  const t = useWords();
  const { totals } = roster;
  return (
    <Words
      id="roster.sentence"
      values={{
        authorised: showNumber(totals.authorised, t.language),
        persons: showNumber(totals.persons, t.language),
        vacancies: totals.vacancies,
        concurrent: totals.concurrent,
        temporary: totals.temporary,
      }}
    />
  );
}

function Actions({ roster }: { roster: Roster }) {
  const t = useWords();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Button to="/posts">{t('posts.title')}</Button>
      {roster.actions.includes('import') && (
        <Button icon="upload" to="/roster-import">
          {t('roster.import')}
        </Button>
      )}
      {roster.actions.includes('add_person') && (
        <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
          {t('person.add')}
        </Button>
      )}
      {adding && <PersonDialog unit={roster.unit.id} onClose={() => setAdding(false)} />}
    </>
  );
}

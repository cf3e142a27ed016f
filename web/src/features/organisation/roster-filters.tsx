import { ExportButtons } from '@/components/export-buttons';
import { FilterRow } from '@/components/layout';
import { SearchField } from '@/components/search-field';
import { SegmentedFilter } from '@/components/segmented-filter';
import type { PagedList } from '@/lib/read-to-end';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { exportRoster, type Roster, type RosterFilter, type RosterQuestion } from './api';

const filters = ['all', 'vacant', 'concurrent', 'lacking', 'temporary'] as const;

type Props = {
  question: RosterQuestion;
  counts: Roster['counts'] | undefined;
  list: PagedList;
};

export function RosterFilters({ question, counts, list }: Props) {
  const t = useWords();
  // Who lacks a level is known for today, to those who may see needs.
  const offered = filters.filter(
    (filter) =>
      filter !== 'lacking' || filter === question.show || (counts?.lacking ?? null) !== null,
  );
  const [, setShow] = useUrlState('show', 'all');
  const [, setSearch] = useUrlState('q');

  return (
    <FilterRow
      aside={
        <ExportButtons
          what={t('menu.roster')}
          list={list}
          save={(kind) => exportRoster(question, kind, t.language)}
        />
      }
    >
      <SearchField
        label={t('roster.search')}
        example={t('roster.search.example')}
        value={question.search}
        onChange={setSearch}
        slash
      />
      <SegmentedFilter<RosterFilter>
        label={t('roster.show')}
        value={question.show}
        onChange={setShow}
        options={offered.map((value) => ({
          value,
          label: t(`roster.show.${value}`),
          count: counts?.[value] ?? undefined,
        }))}
      />
    </FilterRow>
  );
}

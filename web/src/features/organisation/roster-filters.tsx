import { Button } from '@/components/button';
import { FilterRow } from '@/components/layout';
import { PrintButton } from '@/components/print-button';
import { Refusal } from '@/components/refusal';
import { SearchField } from '@/components/search-field';
import { SegmentedFilter } from '@/components/segmented-filter';
import { type Density, useDensity } from '@/lib/density';
import type { PagedList } from '@/lib/read-to-end';
import { useUrlState } from '@/lib/url-state';
import { useReading } from '@/lib/use-reading';
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
  const save = useReading((format: 'xlsx' | 'csv') => exportRoster(question, format, t.language));

  return (
    <>
      <FilterRow
        aside={
          <>
            <DensityChoice />
            <PrintButton list={list} />
            <Button working={save.isPending} onClick={() => save.mutate('csv')}>
              CSV
            </Button>
            <Button
              icon="download"
              working={save.isPending}
              workingWords={t('roster.exporting')}
              onClick={() => save.mutate('xlsx')}
            >
              {t('roster.export')}
            </Button>
          </>
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
      <Refusal error={save.error} />
    </>
  );
}

function DensityChoice() {
  const t = useWords();
  const { density, setDensity } = useDensity();
  return (
    <SegmentedFilter<Density>
      label={t('roster.density')}
      value={density ?? 'normal'}
      onChange={setDensity}
      options={(['roomy', 'normal', 'dense'] as const).map((value) => ({
        value,
        label: t(`app.density.${value}`),
      }))}
    />
  );
}

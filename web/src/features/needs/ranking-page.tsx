import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { DataTable } from '@/components/data-table';
import { ExportButtons } from '@/components/export-buttons';
import { FilterRow } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { PrintHeader } from '@/components/print-header';
import { SegmentedFilter } from '@/components/segmented-filter';
import { tableState } from '@/components/table-state';
import { showDate } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { useUnitScope } from '@/lib/unit-scope';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { unitName } from './matrix-api';
import {
  exportRanking,
  type Need,
  type RankBy,
  rankingQuery,
  rankings,
  withWeight,
} from './ranking-api';
import { rankingColumns } from './ranking-columns';
import { WeightDialog } from './weight-dialog';

export function RankingPage() {
  const { unitId } = useUnitScope();
  return unitId ? <UnitRanking key={unitId} unit={unitId} /> : null;
}

// Where the need is greatest: people times levels missing times what a competency counts. What is
// chosen stands in the address, and the files hold the same.
function UnitRanking({ unit }: { unit: string }) {
  const t = useWords();
  const { on, isToday } = useAsOf();
  const [kept, setBy] = useUrlState('by', 'competency');
  const [weights, setWeights] = useUrlState('weights');
  const [weighing, setWeighing] = useState<Need | null>(null);
  const by: RankBy = rankings.find((each) => each === kept) ?? 'competency';
  const asked = { unit, by, weights, on: isToday ? undefined : on, language: t.language };
  const query = useQuery(rankingQuery(asked));
  const items = query.data?.items ?? [];
  const home = query.data ? unitName(query.data.unit, t.language) : '';
  const first = items[0];

  return (
    <>
      <PrintHeader unit={home} asOf={showDate(on)} />
      <PageHead
        title={t('needs.ranking')}
        trail={[{ label: t('menu.needs'), to: '/needs' }, { label: t('needs.ranking') }]}
        sentence={
          <>
            {home && `${home}. `}
            {first &&
              t('needs.ranking.sentence', {
                name: first.name,
                people: showNumber(first.people, t.language),
                levels: showNumber(first.levels, t.language),
              })}{' '}
            <AsOfDate />.
          </>
        }
      />
      <FilterRow
        aside={
          items.length > 0 && (
            <ExportButtons what={t('needs.ranking')} save={(kind) => exportRanking(kind, asked)} />
          )
        }
      >
        <SegmentedFilter
          label={t('needs.ranking.by')}
          value={by}
          onChange={setBy}
          options={rankings.map((value) => ({ value, label: t(`needs.ranking.by.${value}`) }))}
        />
      </FilterRow>
      <DataTable
        caption={t('needs.ranking')}
        columns={rankingColumns(t, query.data?.by ?? by, setWeighing)}
        rows={items.map((need, index) => ({ ...need, rank: index + 1 }))}
        rowKey={(need) => need.competency ?? need.position ?? need.name}
        state={tableState(query)}
        empty={{ title: t('needs.ranking.none'), reason: t('needs.ranking.none.reason') }}
        total={items.length}
        foot={t('needs.ranking.foot')}
      />
      {weighing && (
        <WeightDialog
          need={weighing}
          onWeigh={(weight) => setWeights(withWeight(weights, weighing.competency ?? '', weight))}
          onClose={() => setWeighing(null)}
        />
      )}
    </>
  );
}

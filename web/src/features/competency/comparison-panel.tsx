import { useQuery, useSuspenseQuery } from '@tanstack/react-query';

import { type Column, DataTable } from '@/components/data-table';
import { Stack } from '@/components/layout';
import { Pill, type PillKind } from '@/components/pill';
import { SelectField } from '@/components/select-field';
import { Empty } from '@/components/state-blocks';
import { tableState } from '@/components/table-state';
import { showNumber } from '@/lib/numbers';
import { useUnitScope } from '@/lib/unit-scope';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { comparisonQuery, type Difference, type FrameworkPage, frameworksQuery } from './api';
import { ToldText } from './told-text';

const kinds: Record<Difference['change'], PillKind> = {
  added: 'done',
  changed: 'look',
  removed: 'returned',
};

// What this version adds, changes and removes against an earlier one, and for how many people.
export function ComparisonPanel({ page }: { page: FrameworkPage }) {
  const t = useWords();
  const { unitId } = useUnitScope();
  const { data } = useSuspenseQuery(frameworksQuery(t.language));
  const others = (data.items.find((each) => each.id === page.framework.id)?.versions ?? []).filter(
    (version) => version.id !== page.version.id,
  );
  const [chosen, setChosen] = useUrlState('with', others[0]?.id ?? '');
  const compared = useQuery({
    ...comparisonQuery(page.version.id, {
      with: chosen,
      unit: unitId ?? '',
      language: t.language,
    }),
    enabled: !!chosen && !!unitId,
  });
  const columns = useColumns();

  if (others.length === 0) {
    return <Empty title={t('frameworks.alone')} reason={t('frameworks.alone.reason')} />;
  }
  return (
    <Stack>
      <SelectField
        label={t('frameworks.compare_with')}
        value={chosen}
        onChange={setChosen}
        options={others.map((version) => ({ value: version.id, label: version.label }))}
      />
      {compared.data && (
        <p>
          {t('frameworks.compared', {
            added: compared.data.added,
            changed: compared.data.changed,
            removed: compared.data.removed,
            people: showNumber(compared.data.people, t.language),
          })}
        </p>
      )}
      <DataTable
        caption={t('frameworks.view.comparison')}
        columns={columns}
        rows={compared.data?.items ?? []}
        rowKey={(row) => row.code}
        state={tableState(compared)}
        empty={{ title: t('frameworks.same'), reason: t('frameworks.same.reason') }}
        total={compared.data?.items.length}
      />
    </Stack>
  );
}

function useColumns(): Column<Difference>[] {
  const t = useWords();
  return [
    {
      id: 'name',
      header: t('frameworks.competency'),
      rowHeader: true,
      cell: (row) => (
        <>
          <ToldText text={row.name} /> ({row.code})
        </>
      ),
    },
    {
      id: 'change',
      header: t('frameworks.change'),
      cell: (row) => <Pill kind={kinds[row.change]}>{t(`frameworks.change.${row.change}`)}</Pill>,
    },
    {
      id: 'aspects',
      header: t('frameworks.aspects'),
      cell: (row) => row.aspects.map((aspect) => t(`frameworks.aspect.${aspect}`)).join(', '),
    },
    {
      id: 'people',
      header: t('frameworks.people'),
      align: 'right',
      sort: (left, right) => left.people - right.people,
      cell: (row) => showNumber(row.people, t.language),
    },
  ];
}

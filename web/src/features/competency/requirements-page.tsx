import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { Button } from '@/components/button';
import { DataTable } from '@/components/data-table';
import { ExportButtons } from '@/components/export-buttons';
import { FilterRow } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { PrintHeader } from '@/components/print-header';
import { SelectField } from '@/components/select-field';
import { Empty } from '@/components/state-blocks';
import { tableState } from '@/components/table-state';
import { showDate } from '@/lib/dates';
import { useSession } from '@/lib/session';
import { unitQuery } from '@/lib/units';
import { useUnitScope } from '@/lib/unit-scope';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { choicesQuery, exportRequirements, requirementsQuery } from './api';
import { NewRequirementDialog } from './new-requirement-dialog';
import { useRequirementColumns } from './requirement-columns';

const kinds = [
  'position_group',
  'occupational_group',
  'position',
  'post',
  'rank',
  'administrative_level',
  'person',
] as const;

// What is required in a unit, for which reason and by which decision.
export function RequirementsPage() {
  const t = useWords();
  const { unitId } = useUnitScope();
  const { may } = useSession();
  const { on } = useAsOf();
  const [kind, setKind] = useUrlState('reason');
  const [competency, setCompetency] = useUrlState('competency');
  const filter = { unit: unitId ?? '', on, language: t.language, reason_kind: kind, competency };
  const query = useInfiniteQuery({ ...requirementsQuery(filter), enabled: !!unitId });
  const choices = useQuery(choicesQuery(t.language));
  const unit = useQuery({ ...unitQuery(unitId ?? ''), enabled: !!unitId });
  const columns = useRequirementColumns();

  if (!unitId)
    return <Empty title={t('requirements.no_unit')} reason={t('requirements.no_unit.reason')} />;
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PrintHeader unit={unit.data?.unit.full_name ?? ''} asOf={showDate(on)} />
      <PageHead
        title={t('menu.requirements')}
        sentence={
          <>
            {t('requirements.sentence', { unit: unit.data?.unit.full_name ?? '' })} <AsOfDate />.
          </>
        }
        actions={
          may('edit_requirements') &&
          choices.data && (
            <>
              <Button to="/role-adoption">{t('adoption.open')}</Button>
              <NewRequirementDialog choices={choices.data} unit={unitId} />
            </>
          )
        }
      />
      <FilterRow
        aside={
          <ExportButtons
            what={t('menu.requirements')}
            list={query}
            save={(file) => exportRequirements(filter, file)}
          />
        }
      >
        <SelectField
          label={t('requirements.reason')}
          value={kind === '' ? null : kind}
          onChange={setKind}
          clearable
          options={kinds.map((value) => ({ value, label: t(`requirements.reason.${value}`) }))}
        />
        <SelectField
          label={t('frameworks.competency')}
          value={competency === '' ? null : competency}
          onChange={setCompetency}
          clearable
          options={(choices.data?.competencies ?? []).map((each) => ({
            value: each.id,
            label: each.name,
          }))}
        />
      </FilterRow>
      <DataTable
        caption={t('menu.requirements')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        groupOf={(row) => ({ key: row.competency, title: row.competency_name, note: row.area })}
        state={tableState(query, t('requirements.loading'), 12)}
        empty={{ title: t('requirements.none'), reason: t('requirements.none.reason') }}
        more={{
          has: query.hasNextPage,
          loading: query.isFetchingNextPage,
          onMore: () => void query.fetchNextPage(),
        }}
      />
    </>
  );
}

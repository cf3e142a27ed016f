import { useQuery, useSuspenseQuery } from '@tanstack/react-query';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { Card } from '@/components/card';
import { Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Failed, Loading } from '@/components/state-blocks';
import { showNumber } from '@/lib/numbers';
import { unitQuery } from '@/lib/units';
import { useUnitScope } from '@/lib/unit-scope';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { countsQuery, rootsQuery } from './api';
import { StructureDates } from './structure-dates';
import { UnitDetail } from './unit-detail';
import { UnitTree } from './unit-tree';
import styles from './units-page.module.css';

// The tree of units on a day that is chosen on the page, and what became of each in a merger.
export function UnitsPage() {
  const t = useWords();
  const { on } = useAsOf();
  const { unitId } = useUnitScope();
  const roots = useSuspenseQuery(rootsQuery(on)).data.items;
  const root = roots[0]?.unit;
  const [chosen, setChosen] = useUrlState('unit', unitId ?? root?.id);
  const page = useQuery({ ...unitQuery(chosen, on), enabled: chosen !== '' });
  const counts = useQuery({ ...countsQuery(root?.id ?? '', on), enabled: !!root });
  const levels = (counts.data?.levels ?? []).filter((level) =>
    ['province', 'district', 'commune'].includes(level.level),
  );

  return (
    <>
      <PageHead
        title={t('units.title')}
        sentence={
          <>
            {levels
              .map((level) =>
                t('units.count', {
                  level: t(`units.level.${level.level}`),
                  units: showNumber(level.units, t.language),
                }),
              )
              .join(', ')}
            {levels.length > 0 && '. '}
            <AsOfDate />.
          </>
        }
      />
      <Stack>
        <StructureDates />
        <div className={styles.columns}>
          <Card>
            <UnitTree
              roots={roots}
              on={on}
              chosen={chosen}
              opened={page.data?.ancestors.map((unit) => unit.id) ?? []}
              onChoose={setChosen}
            />
          </Card>
          {page.data && <UnitDetail page={page.data} on={on} />}
          {page.error && <Failed error={page.error} retry={() => void page.refetch()} />}
          {page.isLoading && <Loading rows={6} />}
        </div>
      </Stack>
    </>
  );
}

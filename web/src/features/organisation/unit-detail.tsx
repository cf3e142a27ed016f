import { useQuery } from '@tanstack/react-query';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts, Row, Stack } from '@/components/layout';
import { Notice } from '@/components/state-blocks';
import { today } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { showNumber } from '@/lib/numbers';
import { useSession } from '@/lib/session';
import type { UnitPage } from '@/lib/units';
import { inUnit } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import { comparisonQuery, countsQuery } from './api';
import { HeadcountCard } from './headcount-card';
import { SuccessionFlow } from './succession-flow';

// One unit on a day: what it is, what it was made of or became, and how its parts compare with now.
export function UnitDetail({ page, on }: { page: UnitPage; on: string }) {
  const t = useWords();
  const { may } = useSession();
  const { unit } = page;
  const name = nameIn(t.language, unit.full_name, unit.full_name_en);
  const counts = useQuery({ ...countsQuery(unit.id, on), enabled: page.stands });
  const levels = counts.data?.levels.filter((level) => level.level !== unit.level) ?? [];

  return (
    <Stack>
      <Card
        title={name}
        aside={
          page.stands &&
          may('read_people') && (
            <Button to={inUnit(`/roster?on=${on}`, unit.id)}>{t('units.to_roster')}</Button>
          )
        }
      >
        <Stack>
          {!page.stands && <Notice tone="neutral">{t('units.stands_no_more')}</Notice>}
          <Facts
            items={[
              { label: t('units.code'), value: unit.code || '–' },
              {
                label: t('units.above'),
                value: page.ancestors
                  .filter((above) => above.id !== unit.id)
                  .map((above) => above.full_name)
                  .join(' › '),
              },
              ...levels.map((level) => ({
                label: t.has(`units.level.${level.level}`)
                  ? t(`units.level.${level.level}`)
                  : level.level,
                value: showNumber(level.units, t.language),
              })),
            ]}
          />
        </Stack>
      </Card>
      {(page.predecessors.length > 0 || page.successors.length > 0) && (
        <Card title={t('units.flow')}>
          <SuccessionFlow page={page} />
        </Card>
      )}
      {page.stands && may('read_people') && <HeadcountCard unit={unit.id} on={on} />}
      {page.stands && on !== today() && levels.length > 0 && <Comparison unit={unit.id} on={on} />}
    </Stack>
  );
}

function Comparison({ unit, on }: { unit: string; on: string }) {
  const t = useWords();
  const { data } = useQuery({ ...comparisonQuery(unit, on, today()), retry: false });
  if (!data) return null;
  return (
    <Card title={t('units.comparison')}>
      <Stack>
        <Facts
          items={(['stood', 'succeeded', 'placed_by_default'] as const).map((fate) => ({
            label: t(`units.fate.${fate}`),
            value: showNumber(data[fate], t.language),
          }))}
        />
        {data.unknown.length > 0 && (
          <Notice>
            {t('units.unknown', {
              count: data.unknown.length,
              names: data.unknown.map((each) => each.full_name).join(', '),
            })}
          </Notice>
        )}
        <Row>{t('units.add_up')}</Row>
      </Stack>
    </Card>
  );
}

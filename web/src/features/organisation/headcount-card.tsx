import { useQuery } from '@tanstack/react-query';

import { Card } from '@/components/card';
import { DataTable } from '@/components/data-table';
import { Stack } from '@/components/layout';
import { SegmentedFilter } from '@/components/segmented-filter';
import { Notice } from '@/components/state-blocks';
import { showDate } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { type CountBy, type Headcount, headcountQuery } from './api';

// The people of a day counted by the structure of that day and by that of today; both totals stand
// in the sentence, so that one sees that they agree.
export function HeadcountCard({ unit, on }: { unit: string; on: string }) {
  const t = useWords();
  const [kept, setBy] = useUrlState('by', 'then');
  const then = useQuery(headcountQuery(unit, on, 'then'));
  const now = useQuery(headcountQuery(unit, on, 'now'));
  if (!then.data) return null;
  const by: CountBy = kept === 'now' && now.data ? 'now' : 'then';
  const shown = (by === 'now' && now.data) || then.data;
  const number = (value: number) => showNumber(value, t.language);

  return (
    <Card
      title={t('units.people')}
      aside={
        now.data && (
          <SegmentedFilter
            label={t('units.people.by')}
            value={by}
            onChange={setBy}
            options={[
              { value: 'then', label: t('units.people.then') },
              { value: 'now', label: t('units.people.now') },
            ]}
          />
        )
      }
    >
      <Stack gap={12}>
        <p>
          {t('units.people.sentence', { on: showDate(on), then: then.data.people })}{' '}
          {now.data && t('units.people.sentence.now', { now: now.data.people })}
        </p>
        {shown.placed_by_default > 0 && (
          <Notice tone="neutral">
            {t('units.people.by_default', { count: shown.placed_by_default })}
          </Notice>
        )}
        {shown.unknown_people > 0 && (
          <Notice>
            {t('units.people.unknown', {
              count: shown.unknown_people,
              names: shown.unknown.map((each) => each.full_name).join(', '),
            })}
          </Notice>
        )}
        <Lines shown={shown} caption={t('units.people')} number={number} />
      </Stack>
    </Card>
  );
}

type LinesProps = { shown: Headcount; caption: string; number: (value: number) => string };

function Lines({ shown, caption, number }: LinesProps) {
  const t = useWords();
  const rows = shown.items.filter((line) => line.people > 0);
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          id: 'unit',
          header: t('units.people.unit'),
          rowHeader: true,
          cell: (line) =>
            t.language === 'vi'
              ? line.unit.full_name
              : line.unit.full_name_en || line.unit.full_name,
        },
        {
          id: 'people',
          header: t('units.people.count'),
          align: 'right',
          cell: (line) => number(line.people),
        },
      ]}
      rows={rows}
      rowKey={(line) => line.unit.id}
      totals={{ unit: t('units.people.total'), people: number(shown.people) }}
      empty={{ title: caption, reason: '' }}
    />
  );
}

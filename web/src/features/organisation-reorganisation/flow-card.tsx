import { Card } from '@/components/card';
import { DataTable } from '@/components/data-table';
import { Stack } from '@/components/layout';
import { MergerFlow } from '@/components/merger-flow';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import type { Preview } from './api';

const mostDrawn = 40;

// Which unit becomes which, as a picture and as the table that says the same. A reform of a whole
// country is read in the table alone.
export function FlowCard({ flows }: { flows: Preview['flows'] }) {
  const t = useWords();
  return (
    <Card title={t('reorganisation.flows')}>
      <Stack>
        {flows.length <= mostDrawn && (
          <MergerFlow
            lines={flows.map((flow) => ({
              from: { id: flow.from.id, name: flow.from.full_name },
              to: { id: flow.to.id, name: flow.to.full_name },
              partly: flow.extent === 'part',
              people: flow.people,
            }))}
            label={t('reorganisation.flows.sentence', {
              olds: new Set(flows.map((flow) => flow.from.id)).size,
              news: new Set(flows.map((flow) => flow.to.id)).size,
            })}
          />
        )}
        <DataTable
          caption={t('reorganisation.flows')}
          columns={[
            {
              id: 'from',
              header: t('reorganisation.from'),
              rowHeader: true,
              cell: (flow) => flow.from.full_name,
            },
            { id: 'to', header: t('reorganisation.to'), cell: (flow) => flow.to.full_name },
            {
              id: 'extent',
              header: t('reorganisation.extent'),
              cell: (flow) =>
                t(`reorganisation.extent.${flow.extent}`, { usual: String(flow.is_default) }),
            },
            {
              id: 'people',
              header: t('reorganisation.people_there'),
              align: 'right',
              cell: (flow) => showNumber(flow.people, t.language),
            },
          ]}
          rows={flows}
          rowKey={(flow) => `${flow.from.id} ${flow.to.id}`}
          empty={{ title: t('reorganisation.flows'), reason: '' }}
        />
      </Stack>
    </Card>
  );
}

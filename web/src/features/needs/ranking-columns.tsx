import type { Column } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { showNumber } from '@/lib/numbers';
import type { useWords } from '@/lib/words';

import type { Need, RankBy } from './ranking-api';

type Row = Need & { rank: number };

export function rankingColumns(
  t: ReturnType<typeof useWords>,
  by: RankBy,
  onWeigh: (need: Need) => void,
): Column<Row>[] {
  const figure = (id: 'rank' | 'people' | 'levels' | 'weighted'): Column<Row> => ({
    id,
    header: t(`needs.ranking.${id}`),
    align: 'right',
    cell: (need) => showNumber(need[id], t.language),
  });
  const weight: Column<Row> = {
    id: 'weight',
    header: t('needs.ranking.weight'),
    align: 'right',
    cell: (need) => (
      <LinkText onPaper onClick={() => onWeigh(need)}>
        {`× ${need.weight}`}
        <span className="unseen">, {need.name}</span>
      </LinkText>
    ),
  };
  return [
    figure('rank'),
    {
      id: 'name',
      header: t(`needs.ranking.by.${by}`),
      rowHeader: true,
      cell: (need) => need.name,
    },
    figure('people'),
    figure('levels'),
    ...(by === 'competency' ? [weight] : []),
    figure('weighted'),
  ];
}

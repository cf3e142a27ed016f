import { DataTable } from '@/components/data-table';
import { MergerFlow } from '@/components/merger-flow';
import { showDate } from '@/lib/dates';
import type { Unit, UnitPage } from '@/lib/units';
import { useWords } from '@/lib/words';

type Line = UnitPage['successions'][number] & { from: Unit; to: Unit };

// Ribbons from the units that were to those that are; hatched where only a part passed. The table
// says the same.
export function SuccessionFlow({ page }: { page: UnitPage }) {
  const t = useWords();
  const known = new Map(
    [page.unit, ...page.predecessors, ...page.successors].map((unit) => [unit.id, unit]),
  );
  const lines = page.successions.flatMap((line): Line[] => {
    const from = known.get(line.old_unit);
    const to = known.get(line.new_unit);
    return from && to ? [{ ...line, from, to }] : [];
  });
  const olds = [...new Set(lines.map((line) => line.from))];
  const news = [...new Set(lines.map((line) => line.to))];

  return (
    <>
      <MergerFlow
        lines={lines.map((line) => ({
          from: { id: line.from.id, name: line.from.full_name },
          to: { id: line.to.id, name: line.to.full_name },
          partly: line.extent === 'part',
        }))}
        label={t('units.flow.sentence', {
          olds: olds.map((unit) => unit.full_name).join(', '),
          news: news.map((unit) => unit.full_name).join(', '),
        })}
      />
      <DataTable
        caption={t('units.flow')}
        columns={[
          {
            id: 'from',
            header: t('units.flow.from'),
            rowHeader: true,
            cell: (line) => line.from.full_name,
          },
          { id: 'to', header: t('units.flow.to'), cell: (line) => line.to.full_name },
          {
            id: 'extent',
            header: t('units.flow.extent'),
            cell: (line) => t(`units.extent.${line.extent}`),
          },
          { id: 'on', header: t('roster.since'), cell: (line) => showDate(line.effective_on) },
        ]}
        rows={lines}
        rowKey={(line) => `${line.old_unit} ${line.new_unit}`}
        empty={{ title: t('units.flow'), reason: '' }}
      />
    </>
  );
}

import { DataTable } from '@/components/data-table';
import { showDate } from '@/lib/dates';
import type { Unit, UnitPage } from '@/lib/units';
import { useWords } from '@/lib/words';

import styles from './units-page.module.css';

type Line = UnitPage['successions'][number] & { from: Unit; to: Unit };

const row = 36;
const left = 250;
const right = 470;

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
  const height = Math.max(olds.length, news.length) * row + 8;
  const offset = (count: number) => (height - count * row) / 2;

  return (
    <>
      <svg
        className={styles.flow}
        viewBox={`0 0 720 ${height}`}
        role="img"
        aria-label={t('units.flow.sentence', {
          olds: olds.map((unit) => unit.full_name).join(', '),
          news: news.map((unit) => unit.full_name).join(', '),
        })}
      >
        <defs>
          <pattern
            id="part-of-unit"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="3" height="6" fill="var(--accent)" />
          </pattern>
        </defs>
        {lines.map((line) => (
          <Ribbon
            key={`${line.old_unit} ${line.new_unit}`}
            from={offset(olds.length) + olds.indexOf(line.from) * row + row / 2}
            to={offset(news.length) + target(lines, news, line)}
            partly={line.extent === 'part'}
          />
        ))}
        <Names units={olds} x={left - 10} from={offset(olds.length)} anchor="end" />
        <Names units={news} x={right + 14} from={offset(news.length)} anchor="start" />
      </svg>
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

// Ribbons that end at one unit lie beside one another within its height.
function target(lines: Line[], news: Unit[], line: Line): number {
  const beside = lines.filter((each) => each.to === line.to);
  const at = beside.indexOf(line) - (beside.length - 1) / 2;
  return news.indexOf(line.to) * row + row / 2 + at * 12;
}

function Ribbon({ from, to, partly }: { from: number; to: number; partly: boolean }) {
  const half = 6;
  const middle = (left + right) / 2;
  const path =
    `M${left} ${from - half}C${middle} ${from - half} ${middle} ${to - half} ${right} ${to - half}` +
    `V${to + half}C${middle} ${to + half} ${middle} ${from + half} ${left} ${from + half}Z`;
  return <path d={path} className={`${styles.ribbon} ${partly ? styles.partly : ''}`} />;
}

type NamesProps = { units: Unit[]; x: number; from: number; anchor: 'start' | 'end' };

function Names({ units, x, from, anchor }: NamesProps) {
  return units.map((unit, index) => (
    <text key={unit.id} x={x} y={from + index * row + row / 2 + 5} textAnchor={anchor}>
      {unit.full_name}
    </text>
  ));
}

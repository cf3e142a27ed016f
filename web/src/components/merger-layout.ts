export type MergerUnit = { id: string; name: string };
// One unit that was, and one that took it over, whole or in part.
export type MergerLine = { from: MergerUnit; to: MergerUnit; partly: boolean; people?: number };

type Node = { unit: MergerUnit; y: number; people: number | null };
type Ribbon = { key: string; from: number; to: number; width: number; partly: boolean };
export type MergerLayout = { height: number; olds: Node[]; news: Node[]; ribbons: Ribbon[] };

const row = 40;
const widest = 34;
const thinnest = 2;

// Where names and ribbons stand. A ribbon is as wide as the people that it carries, so that those of
// a unit together fit beside its name; where nobody counted people, all are alike. Nobody knows how
// the people of a divided unit divide: its ribbons are alike.
export function layoutOf(lines: MergerLine[]): MergerLayout {
  const ordered = lines.toSorted(
    (a, b) =>
      a.to.name.localeCompare(b.to.name, 'vi') || a.from.name.localeCompare(b.from.name, 'vi'),
  );
  const olds = unitsOf(ordered.map((line) => line.from));
  const news = unitsOf(ordered.map((line) => line.to));
  const height = Math.max(olds.length, news.length) * row;
  const weights = weightsOf(ordered);
  const stacks = [...sumsOf(ordered, weights, 'from'), ...sumsOf(ordered, weights, 'to')];
  const scale = widest / Math.max(1, ...stacks.map(([, sum]) => sum));
  const widths = weights.map((weight) => Math.max(thinnest, weight * scale));
  const oldMiddles = middlesOf(olds, height);
  const newMiddles = middlesOf(news, height);
  const starts = besideOneAnother(ordered, widths, 'from', oldMiddles);
  const ends = besideOneAnother(ordered, widths, 'to', newMiddles);
  const peopleOf = (unit: MergerUnit) =>
    ordered.find((line) => line.from.id === unit.id)?.people ?? null;

  return {
    height,
    olds: olds.map((unit) => ({ unit, y: oldMiddles.get(unit.id) ?? 0, people: peopleOf(unit) })),
    news: news.map((unit) => ({ unit, y: newMiddles.get(unit.id) ?? 0, people: null })),
    ribbons: ordered.map((line, index) => ({
      key: `${line.from.id} ${line.to.id}`,
      from: starts[index] ?? 0,
      to: ends[index] ?? 0,
      width: widths[index] ?? thinnest,
      partly: line.partly,
    })),
  };
}

function unitsOf(units: MergerUnit[]): MergerUnit[] {
  return [...new Map(units.map((unit) => [unit.id, unit])).values()];
}

function weightsOf(lines: MergerLine[]): number[] {
  const counted = lines.some((line) => line.people !== undefined);
  return lines.map((line) => {
    const parts = lines.filter((each) => each.from.id === line.from.id).length;
    return counted ? (line.people ?? 0) / parts : 1;
  });
}

function sumsOf(lines: MergerLine[], weights: number[], side: 'from' | 'to') {
  const sums = new Map<string, number>();
  lines.forEach((line, index) => {
    const id = line[side].id;
    sums.set(id, (sums.get(id) ?? 0) + (weights[index] ?? 0));
  });
  return sums;
}

function middlesOf(units: MergerUnit[], height: number): Map<string, number> {
  const each = height / Math.max(1, units.length);
  return new Map(units.map((unit, index) => [unit.id, (index + 0.5) * each]));
}

function besideOneAnother(
  lines: MergerLine[],
  widths: number[],
  side: 'from' | 'to',
  middles: Map<string, number>,
): number[] {
  const sums = sumsOf(lines, widths, side);
  const filled = new Map<string, number>();
  return lines.map((line, index) => {
    const id = line[side].id;
    const width = widths[index] ?? 0;
    const before = filled.get(id) ?? 0;
    filled.set(id, before + width);
    return (middles.get(id) ?? 0) - (sums.get(id) ?? 0) / 2 + before + width / 2;
  });
}

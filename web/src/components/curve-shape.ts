export type Point = { x: number; y: number };

// Straight steps: each value holds until the next.
export function curvePath(
  points: Point[],
  last: number,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const corners: string[] = [];
  points.forEach((point, index) => {
    const until = points[index + 1]?.x ?? last;
    corners.push(`${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`);
    corners.push(`${x(until).toFixed(1)} ${y(point.y).toFixed(1)}`);
  });
  return corners.length ? `M${corners.join('L')}` : '';
}

// About four round values that enclose all of them; no nearer to each other than their own hundredth,
// so that few digits tell them apart.
export function niceTicks(values: number[]): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = Math.max(high - low, Math.abs(high) / 100) || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  const first = Math.floor(low / step);
  const count = Math.ceil(high / step) - first;
  return Array.from({ length: count + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

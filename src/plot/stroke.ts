/** A run of points as the few pixels that draw it. */

export type Pixel = readonly [x: number, y: number];

/** A band of heights in pixels, in which a stroke is kept. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** The parts of a stroke within the band: cut where it leaves, gone where it is outside. */
export function clipped(points: readonly Pixel[], band: Band): Pixel[][] {
  const strokes: Pixel[][] = [];
  let open: Pixel[] = [];
  const close = (): void => {
    if (open.length > 0) strokes.push(open);
    open = [];
  };
  points.forEach((p, i) => {
    const before = points[i - 1];
    const entering = before && segmentWithin(before, p, band);
    if (!entering) return;
    const [a, b] = entering;
    if (open.length === 0) open.push(a);
    open.push(b);
    if (b !== p) close();
  });
  close();
  return strokes;
}

/** The part of a segment within the band, or null; an end that is inside is the very same point. */
function segmentWithin(a: Pixel, b: Pixel, band: Band): [Pixel, Pixel] | null {
  const isAbove = a[1] < band.top && b[1] < band.top;
  const isBelow = a[1] > band.bottom && b[1] > band.bottom;
  return isAbove || isBelow ? null : [atBand(a, b, band), atBand(b, a, band)];
}

function atBand(p: Pixel, other: Pixel, band: Band): Pixel {
  const y = Math.min(Math.max(p[1], band.top), band.bottom);
  if (y === p[1]) return p;
  const share = (y - p[1]) / (other[1] - p[1]);
  return [p[0] + share * (other[0] - p[0]), y];
}

/** The stroke with fewer points, none of which leaves its place by a visible distance. */
export function thinned(points: readonly Pixel[]): Pixel[] {
  return straightened(columns(points));
}

// Where a stroke swings up and down within one column of pixels, its lowest and highest points fill it.
function columns(points: readonly Pixel[]): Pixel[] {
  const kept: Pixel[] = [];
  for (let i = 0; i < points.length;) {
    const column = columnOf(points[i]);
    let end = i + 1;
    while (end < points.length && columnOf(points[end]) === column) end++;
    kept.push(...extremes(points.slice(i, end)));
    i = end;
  }
  return kept;
}

// In pixels.
const COLUMN = 1.25;
const columnOf = (p: Pixel | undefined): number => Math.floor((p?.[0] ?? NaN) / COLUMN);

function extremes(points: readonly Pixel[]): readonly Pixel[] {
  if (points.length <= 4) return points;
  const indexes = points.map((_, i) => i);
  const height = (i: number): number => points[i]?.[1] ?? 0;
  const low = indexes.reduce((a, b) => (height(b) < height(a) ? b : a), 0);
  const high = indexes.reduce((a, b) => (height(b) > height(a) ? b : a), 0);
  return points.filter((_, i) => i === low || i === high);
}

const VISIBLE = 0.12;
const LONGEST = 40;

// Leaves out every point that the line from the last kept one to a later one passes close by.
function straightened(points: readonly Pixel[]): Pixel[] {
  const kept: Pixel[] = points.slice(0, 1);
  let from = 0;
  for (let i = 2; i < points.length; i++) {
    if (i - from < LONGEST && isStraight(points, from, i)) continue;
    from = i - 1;
    kept.push(points[from] as Pixel);
  }
  return points.length > 1 ? [...kept, points.at(-1) as Pixel] : kept;
}

function isStraight(points: readonly Pixel[], from: number, to: number): boolean {
  const [[ax, ay], [bx, by]] = [points[from] as Pixel, points[to] as Pixel];
  const length = Math.hypot(bx - ax, by - ay) || 1;
  for (let i = from + 1; i < to; i++) {
    const [x, y] = points[i] as Pixel;
    const off = Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
    const isBetween = (x - ax) * (bx - ax) + (y - ay) * (by - ay) <= length * length + 1e-9;
    if (off > VISIBLE || !isBetween) return false;
  }
  return true;
}

/**
 * A function's curve as runs of points. Cells of an even grid are split while they bend; ends of the domain,
 * jumps and poles are located to the last digits, so that no line joins what the function does not.
 */
import { done, type Steps } from '../steps.js';
import { breakAt, hasPole, type Break, type SideBehaviour } from './breaks.js';
import { evenly, widthOf, type Interval, type RealFunction } from './interval.js';
import { domainEnd, jumpBetween, peakBetween } from './locate.js';
import { HUGE, Probe } from './probe.js';
import { roughRange, yRange } from './range.js';

export interface SampleOptions {
  readonly x: Interval;
  /** Places known to be singular, where some are: poles, jumps, ends of the domain, holes. */
  readonly singularities?: readonly number[];
  /** The most evaluations of f; 4,000 unless told. */
  readonly evaluations?: number;
}

export interface Samples {
  readonly runs: readonly (readonly (readonly [x: number, y: number])[])[];
  readonly dots: readonly { readonly x: number; readonly y: number; readonly open: boolean }[];
  readonly poles: readonly number[];
  /** How often f was asked. */
  readonly evaluations: number;
}

/** Samples f over a window. Deterministic; never throws, whatever f does; within its budget of evaluations. */
export function sample(f: RealFunction, options: SampleOptions): Samples {
  return done(sampleInSteps(f, options));
}

/** The same in steps: a value at a time. */
export const sampleInSteps = (f: RealFunction, options: SampleOptions): Steps<Samples> =>
  new Sampler(f, options).run();

/** A point of the curve, and the cell from it to the next point. */
interface Sampled {
  readonly x: number;
  readonly y: number;
  /** Nothing joins this point to the next one. */
  cut: boolean;
  /** How far the cell to the next point leaves its chord: 0 if it need not be split, Infinity until it is known. */
  bend: number;
}

const CELLS = 96;
const LEVELS = 7;
const PASSES = 3;
// Off the middle, so that a wave as long as a cell does not look flat.
const SPLIT = 0.47;
// Bend that no eye sees: a share of the picture's height.
const TOLERANCE = 1 / 900;
const MOST_BREAKS = 80;
// Cells narrower than this share of the window are far less than a pixel.
const NARROWEST = 1e-6;

class Sampler {
  private readonly probe: Probe;
  private readonly x: Interval;
  private readonly scale: number;
  private readonly known: readonly number[];
  private points: Sampled[] = [];
  private breaks: Break[] = [];
  private y: Interval = [-1, 1];
  private height = 2;

  constructor(f: RealFunction, options: SampleOptions) {
    this.probe = new Probe(f, options.evaluations ?? 4000);
    this.x = options.x;
    this.scale = Math.max(widthOf(options.x), 1e-300);
    this.known = (options.singularities ?? []).filter((s) => s >= options.x[0] && s <= options.x[1]);
  }

  *run(): Steps<Samples> {
    for (const x of evenly(this.x, CELLS)) {
      this.points.push(this.point(x));
      yield null;
    }
    this.showing(roughRange(this.points.map((p) => p.y)));
    yield* this.insertAll([...this.known, ...(yield* this.domainEnds())]);
    for (let pass = 0; pass < PASSES; pass++) {
      yield* this.refine();
      const found = [...(yield* this.domainEnds()), ...(yield* this.jumps()), ...(yield* this.peaks())];
      const fresh = yield* this.insertAll(found);
      yield null;
      if (!this.measureAgain() && !fresh) break;
    }
    return this.collect();
  }

  private showing(y: Interval): void {
    this.y = y;
    this.height = widthOf(y);
  }

  private point(x: number): Sampled {
    return { x, y: this.probe.at(x), cut: false, bend: Infinity };
  }

  /** Splits every cell that bends, all cells of one size before any smaller one. */
  private *refine(): Steps<void> {
    for (let level = 0; level < LEVELS; level++) {
      const next: Sampled[] = [];
      for (const [i, p] of this.points.entries()) {
        next.push(p);
        const q = this.points[i + 1];
        if (!q || !this.isOpen(p, q, level)) continue;
        next.push(...this.split(p, q));
        yield null;
      }
      if (next.length === this.points.length) return;
      this.points = next;
    }
  }

  private isOpen(p: Sampled, q: Sampled, level: number): boolean {
    if (p.cut || this.isFlat(p) || this.probe.isBelow(0.4)) return false;
    // From far above to far below: a pole by all appearances, left to the search for jumps.
    const opposite = level > 2 && this.side(p.y) * this.side(q.y) < 0;
    return !opposite && q.x - p.x > NARROWEST * this.scale;
  }

  /** 1 above the picture, −1 below it, 0 within. */
  private side(y: number): number {
    return y > this.y[1] ? 1 : y < this.y[0] ? -1 : 0;
  }

  private split(p: Sampled, q: Sampled): Sampled[] {
    if (Number.isNaN(p.y) !== Number.isNaN(q.y)) {
      p.bend = 0;
      return [];
    }
    const middle = this.point(p.x + SPLIT * (q.x - p.x));
    if (!(middle.x > p.x && middle.x < q.x)) return [];
    const chord = this.clamp(p.y) + SPLIT * (this.clamp(q.y) - this.clamp(p.y));
    const bend = Math.abs(this.clamp(middle.y) - chord);
    const isNowhere = Number.isNaN(p.y) && Number.isNaN(middle.y);
    p.bend = middle.bend = isNowhere ? 0 : Number.isNaN(bend) ? Infinity : bend;
    return [middle];
  }

  private isFlat(p: Sampled): boolean {
    return p.bend <= TOLERANCE * this.height;
  }

  /** What is far outside the picture may bend as it likes. */
  private clamp(y: number): number {
    const [low, high] = this.y;
    return Math.min(Math.max(y, low - this.height), high + this.height);
  }

  private *domainEnds(): Steps<number[]> {
    const found: number[] = [];
    for (const [p, q] of this.cells((p, q) => !p.cut && Number.isNaN(p.y) !== Number.isNaN(q.y))) {
      const [inside, outside] = Number.isNaN(p.y) ? [q, p] : [p, q];
      found.push(yield* domainEnd(this.probe, inside.x, outside.x, this.scale));
    }
    return found;
  }

  /** Cells that still bend when they are as narrow as they get: each holds a jump, or is merely steep. */
  private *jumps(): Steps<number[]> {
    const steep = this.cells((p, q) => !p.cut && !this.isFlat(p) && !Number.isNaN(p.y + q.y));
    steep.sort((a, b) => this.drop(b) - this.drop(a));
    const found: number[] = [];
    for (const [i, [p, q]] of steep.entries()) {
      p.bend = 0;
      const isLookedAt = i < MOST_BREAKS && !this.probe.isBelow(0.05);
      const place = isLookedAt ? yield* jumpBetween(this.probe, p, q, this.scale) : null;
      // No budget left to look closer: better a gap than a line from top to bottom.
      if (!isLookedAt) p.cut = this.drop([p, q]) > this.height;
      if (place !== null) found.push(place);
    }
    return found;
  }

  private drop([p, q]: readonly [Sampled, Sampled]): number {
    return Math.abs(this.clamp(q.y) - this.clamp(p.y));
  }

  /** Highest points outside the picture, or sharp ones inside it, which may be poles without a change of sign. */
  private *peaks(): Steps<number[]> {
    const found = this.endPeaks();
    for (let i = 1; i + 1 < this.points.length && found.length < MOST_BREAKS; i++) {
      const [a, b, c] = this.points.slice(i - 1, i + 2) as [Sampled, Sampled, Sampled];
      if (a.cut || b.cut || !isPeak(a.y, b.y, c.y) || this.probe.isBelow(0.05)) continue;
      const isSharp = b.x - a.x < this.scale / CELLS / 2 ** (LEVELS - 2);
      if (this.clamp(b.y) === b.y && !isSharp) continue;
      const x = Math.abs(b.y) >= HUGE ? b.x : yield* peakBetween(this.probe, a.x, c.x, this.scale);
      if (x !== null) found.push(x);
    }
    return found;
  }

  /** A window's own ends, where a pole shows as one value out of all proportion. */
  private endPeaks(): number[] {
    const towers = (p: Sampled | undefined, q: Sampled | undefined): boolean =>
      p !== undefined && q !== undefined && this.side(p.y) !== 0 && Math.abs(p.y) > 100 * Math.abs(q.y);
    const [first, second] = this.points;
    const [last, beforeLast] = [this.points.at(-1), this.points.at(-2)];
    return [...(towers(first, second) ? [this.x[0]] : []), ...(towers(last, beforeLast) ? [this.x[1]] : [])];
  }

  private cells(which: (p: Sampled, q: Sampled) => boolean): [Sampled, Sampled][] {
    return this.points.flatMap((p, i) => {
      const q = this.points[i + 1];
      return q && which(p, q) ? [[p, q] as [Sampled, Sampled]] : [];
    });
  }

  /** Puts breaks at the places, in order; whether any was new. */
  private *insertAll(places: readonly number[]): Steps<boolean> {
    const before = this.breaks.length;
    for (const x of [...places].sort((a, b) => a - b)) yield* this.insert(x);
    return this.breaks.length > before;
  }

  private *insert(x: number): Steps<void> {
    if (this.breaks.length >= MOST_BREAKS || this.breaks.some((b) => this.isSame(b.x, x))) return;
    const at = this.points.findIndex((p) => p.x > x && !this.isSame(p.x, x));
    const left = (at < 0 ? this.points : this.points.slice(0, at)).filter((p) => !this.isSame(p.x, x));
    const right = at < 0 ? [] : this.points.slice(at);
    const cell = this.scale / CELLS;
    const found = yield* breakAt(this.probe, x, {
      left: (x - (left.at(-1)?.x ?? x - cell)) / 2,
      right: ((right[0]?.x ?? x + cell) - x) / 2,
      height: this.height,
      scale: this.scale,
    });
    if (!found) return;
    this.breaks.push(found);
    const before = ends(found.left, x, this.scale).filter(
      (p) => p.x > (left.at(-1)?.x ?? this.x[0]) && p.x >= this.x[0],
    );
    const after = ends(found.right, x, this.scale).filter(
      (p) => p.x < (right[0]?.x ?? this.x[1]) && p.x <= this.x[1],
    );
    this.points = [...left, ...before, ...after.reverse(), ...right];
    const last = this.points[left.length + before.length - 1];
    if (last) last.cut = true;
  }

  private isSame(a: number, b: number): boolean {
    return Math.abs(a - b) <= 1e-13 * Math.max(this.scale, Math.abs(a));
  }

  /** Measures the picture's height again, now that poles are known; whether cells must be looked at again. */
  private measureAgain(): boolean {
    const range = yRange({ runs: this.runs(), poles: this.poles() }, this.x);
    const growth = range ? widthOf(range) / this.height : 1;
    if (!range || !(growth > 1.5 || (growth < 0.7 && growth > 0))) return false;
    // What was outside the picture has not been measured in full.
    if (growth > 1) for (const p of this.points) if (this.clamp(p.y) !== p.y) p.bend = Infinity;
    this.showing(range);
    return true;
  }

  private collect(): Samples {
    const dots = this.breaks.flatMap(dotsOf).filter((d) => d.x >= this.x[0] && d.x <= this.x[1]);
    return { runs: this.runs(), dots, poles: this.poles(), evaluations: this.probe.evaluations };
  }

  private poles(): number[] {
    return this.breaks
      .filter(hasPole)
      .map((b) => b.x)
      .sort((a, b) => a - b);
  }

  private runs(): [number, number][][] {
    const runs: [number, number][][] = [];
    let open: [number, number][] = [];
    for (const p of this.points) {
      if (!Number.isNaN(p.y)) open.push([p.x, p.y]);
      if (!p.cut && !Number.isNaN(p.y)) continue;
      if (open.length > 1) runs.push(open);
      open = [];
    }
    if (open.length > 1) runs.push(open);
    return runs;
  }
}

const isPeak = (a: number, b: number, c: number): boolean =>
  (b > 0 ? b >= a && b > c : b <= a && b < c) && Math.abs(a) < HUGE && !Number.isNaN(a + b + c);

/** The points that lead up to a break from one side, farthest first, with the limit at the break itself. */
function ends(side: SideBehaviour, x: number, scale: number): Sampled[] {
  if (side.kind === 'nothing') return [];
  const points = side.points
    .filter(
      (p, i) =>
        Math.abs(p.x - x) >= NARROWEST * scale || (side.kind === 'pole' && i === side.points.length - 1),
    )
    .map((p) => ({ x: p.x, y: p.y, cut: false, bend: Infinity }));
  if (side.kind === 'limit') points.push({ x, y: side.y, cut: false, bend: Infinity });
  return points;
}

/** Dots at a jump or a hole: filled where the function has its value. A domain's end that is taken needs none. */
function dotsOf({ x, left, right, value }: Break): Samples['dots'] {
  const limits = [left, right].flatMap((s) => (s.kind === 'limit' ? [s.y] : []));
  const dots = [...new Set(limits)].filter((y) => y !== value).map((y) => ({ x, y, open: true }));
  const isEnd = left.kind === 'nothing' || right.kind === 'nothing';
  const isTaken = isEnd && dots.length === 0;
  return value === null || isTaken ? dots : [...dots, { x, y: value, open: false }];
}

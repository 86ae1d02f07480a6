/** Where a claim holds that holds on a part of the domain only: in words. */
import type { Steps } from '../steps.js';
import { edgeNear, type Comparison, type Expr, type Finding, type Sample } from '../core/index.js';

/** Whether the sides agree all round the sample, and not by accident at that point alone. */
export function isOpen(c: Comparison, s: Sample): boolean {
  const step = 0.013 * Math.max(Math.abs(s.x), 0.01);
  return [-step, step, -2.7 * step, 2.7 * step].every((d) => c.probe(s, s.x + d) === 'agrees');
}

/** What is compared: the claim's sides and the function, whose edges alone can bound where they agree. */
export interface Region {
  readonly comparison: Comparison;
  readonly forms: readonly Expr[];
  readonly variable: string;
  /** The other names. */
  readonly others: readonly string[];
}

/**
 * "only for x > 0", "only for a > 0", or that there is such a part. Null where no edge of the functions bounds it: what
 * they differ by has only become too small to be seen, as 1 − tanh x has.
 */
export function* regionInWords(region: Region, open: readonly Sample[]): Steps<string | null> {
  const { comparison: c, others, variable } = region;
  const [yes, no] = [
    c.samples.filter((s) => s.finding === 'agrees'),
    c.samples.filter((s) => s.finding !== 'agrees'),
  ];
  const told = yield* byParameters(c, yes, no, others);
  if (told !== null) return told;
  const bounds = yield* boundsOf(region, yes, no);
  if (bounds) {
    return bounds === 'open' ? null : inWords(bounds, variable);
  }
  // The region has no simple form: edges bound the parts of which it consists.
  let isBounded = false;
  for (const s of open)
    for (const next of neighbours(no, s, others)) {
      if ((yield* boundary(region, s, next.x)) === null) return null;
      isBounded = true;
    }
  // For some values of the other names it holds throughout, for others nowhere.
  const isByNames = open.length > 0 && yes.every((s) => neighbours(no, s, others).length === 0);
  return isBounded || isByNames ? 'only on a part of the domain' : null;
}

/** The nearest places on either side at which the sides differ, for the same values of the other names. */
function neighbours(no: readonly Sample[], s: Sample, others: readonly string[]): readonly Sample[] {
  const alike = ordered(no).filter((o) => others.every((n) => o.point.get(n) === s.point.get(n)));
  const [below, above] = [alike.filter((o) => o.x < s.x), alike.filter((o) => o.x > s.x)];
  return [...below.slice(-1), ...above.slice(0, 1)];
}

/** By one of the other names: right on one side of a number that is the same wherever one looks. */
function* byParameters(
  c: Comparison,
  yes: readonly Sample[],
  no: readonly Sample[],
  others: readonly string[],
): Steps<string | null> {
  for (const name of others) {
    const [inside, outside] = [valuesOf(yes, name), valuesOf(no, name)];
    const [below, above] = [Math.max(...outside), Math.min(...outside)];
    const isAbove = inside.every((v) => v > below);
    if (!isAbove && !inside.every((v) => v < above)) continue;
    const beside = isAbove ? below : above;
    const edges: number[] = [];
    for (const value of [Math.min(...inside), Math.max(...inside)]) {
      const from = yes.find((s) => s.point.get(name) === value);
      edges.push(yield* halved((v) => (from ? c.probe(from, v, name) : null), value, beside));
    }
    const [edge, other] = edges.map(shown);
    if (edge !== undefined && edge === other) return `only for ${name} ${isAbove ? '>' : '<'} ${edge}`;
  }
  return null;
}
const valuesOf = (samples: readonly Sample[], name: string): readonly number[] =>
  samples.map((s) => s.point.get(name) ?? 0);

/** Between which places the sides agree, or outside of which. */
interface Bounds {
  readonly kind: 'within' | 'outside';
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Null where the places are no interval, nor all outside of one; `open` where an end is no edge. */
function* boundsOf(
  region: Region,
  yes: readonly Sample[],
  no: readonly Sample[],
): Steps<Bounds | 'open' | null> {
  const [inside, outside] = [ordered(yes), ordered(no)];
  const [first, last] = [inside[0], inside[inside.length - 1]];
  if (!first || !last) return null;
  const below = outside.filter((s) => s.x < first.x);
  const above = outside.filter((s) => s.x > last.x);
  if (below.length + above.length === outside.length) {
    const nextBelow = below[below.length - 1];
    const lower = nextBelow ? yield* boundary(region, first, nextBelow.x) : undefined;
    const upper = above[0] ? yield* boundary(region, last, above[0].x) : undefined;
    if (lower === null || upper === null) return 'open';
    return lower === undefined && upper === undefined
      ? null
      : { kind: 'within', lower: lower ?? null, upper: upper ?? null };
  }
  const [least, most] = [outside[0], outside[outside.length - 1]] as [Sample, Sample];
  const left = inside.filter((s) => s.x < least.x);
  const right = inside.filter((s) => s.x > most.x);
  const [before, after] = [left[left.length - 1], right[0]];
  if (left.length + right.length < inside.length || !before || !after) return null;
  const lower = yield* boundary(region, before, least.x);
  const upper = yield* boundary(region, after, most.x);
  return lower === null || upper === null ? 'open' : { kind: 'outside', lower, upper };
}
const ordered = (list: readonly Sample[]): readonly Sample[] => [...list].sort((a, b) => a.x - b.x);
function inWords({ kind, lower, upper }: Bounds, name: string): string | null {
  if (kind === 'outside')
    return `only for ${name} < ${shown(lower ?? NaN)} or ${name} > ${shown(upper ?? NaN)}`;
  if (lower !== null && upper !== null) return `only for ${shown(lower)} < ${name} < ${shown(upper)}`;
  if (lower !== null) return `only for ${name} > ${shown(lower)}`;
  return upper === null ? null : `only for ${name} < ${shown(upper)}`;
}

/** The edge between a place where they agree and one where they do not; null where there is none. */
function* boundary(
  { comparison: c, forms, variable }: Region,
  agreeing: Sample,
  wrong: number,
): Steps<number | null> {
  const between = yield* halved((x) => c.probe(agreeing, x), agreeing.x, wrong);
  const edge = edgeNear(forms, variable, agreeing.point, between);
  const isBetween = edge !== null && edge !== agreeing.x && agreeing.x < edge === agreeing.x < wrong;
  return isBetween ? edge : null;
}

/** Between a place where they agree and one where they do not. */
function* halved(at: (value: number) => Finding | null, yes: number, no: number): Steps<number> {
  for (let i = 0; i < 50; i++) {
    const middle = (yes + no) / 2;
    if (at(middle) === 'agrees') yes = middle;
    else no = middle;
    yield null;
  }
  return (yes + no) / 2;
}

/** A nice number near by: whole, a half, or a multiple of π/2. */
function shown(x: number): string {
  const halves = Math.round(2 * x) / 2;
  if (Math.abs(x - halves) < 1e-4) return String(halves === 0 ? 0 : halves);
  const turns = Math.round(x / (Math.PI / 2));
  if (Math.abs(x - (turns * Math.PI) / 2) < 1e-4)
    return turns % 2 === 0 ? multipleOfPi(turns / 2) : `${multipleOfPi(turns)}/2`;
  return String(Number(x.toPrecision(4)));
}
const multipleOfPi = (n: number): string => (Math.abs(n) === 1 ? (n < 0 ? '-π' : 'π') : `${String(n)}π`);

/** Where a claim holds that holds on a part of the domain only: in words. */
import { ready, type Steps } from '../steps.js';
import type { Comparison, Finding, Sample } from '../core/index.js';

/** Whether the sides agree all round the sample, and not by accident at that point alone. */
export function isOpen(c: Comparison, s: Sample): boolean {
  const step = 0.013 * Math.max(Math.abs(s.x), 0.01);
  return [-step, step, -2.7 * step, 2.7 * step].every((d) => c.probe(s, s.x + d) === 'agrees');
}

/** "only for x > 0", "only for a > 0", or that there is such a part. */
export function* regionInWords(c: Comparison, variable: string, others: readonly string[]): Steps<string> {
  const [yes, no] = [
    c.samples.filter((s) => s.finding === 'agrees'),
    c.samples.filter((s) => s.finding !== 'agrees'),
  ];
  return (
    (yield* byParameters(c, yes, no, others)) ??
    (yield* byVariable(c, yes, no, variable)) ??
    'only on a part of the domain'
  );
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

function* byVariable(
  c: Comparison,
  yes: readonly Sample[],
  no: readonly Sample[],
  name: string,
): Steps<string | null> {
  const [inside, outside] = [yes.map((s) => s.x), no.map((s) => s.x)];
  const [least, most] = [Math.min(...inside), Math.max(...inside)];
  const below = outside.filter((x) => x < least);
  const above = outside.filter((x) => x > most);
  if (below.length + above.length === outside.length) {
    const near = (x: number): Sample | undefined => yes.find((s) => s.x === x);
    const lower = below.length > 0 ? yield* boundary(c, near(least), Math.max(...below)) : null;
    const upper = above.length > 0 ? yield* boundary(c, near(most), Math.min(...above)) : null;
    if (lower !== null && upper !== null) return `only for ${shown(lower)} < ${name} < ${shown(upper)}`;
    if (lower !== null) return `only for ${name} > ${shown(lower)}`;
    return upper === null ? null : `only for ${name} < ${shown(upper)}`;
  }
  return yield* outsideWords(c, yes, no, name);
}

/** |x| > 1: right on both sides of where it is wrong. */
function* outsideWords(
  c: Comparison,
  yes: readonly Sample[],
  no: readonly Sample[],
  name: string,
): Steps<string | null> {
  const outside = no.map((s) => s.x);
  const [least, most] = [Math.min(...outside), Math.max(...outside)];
  const left = yes.filter((s) => s.x < least);
  const right = yes.filter((s) => s.x > most);
  if (left.length + right.length < yes.length || left.length === 0 || right.length === 0) return null;
  const lower = yield* boundary(c, last(left), least);
  const upper = yield* boundary(c, first(right), most);
  return `only for ${name} < ${shown(lower)} or ${name} > ${shown(upper)}`;
}
const last = (list: readonly Sample[]): Sample | undefined =>
  list.reduce<Sample | undefined>((a, b) => (a && a.x > b.x ? a : b), undefined);
const first = (list: readonly Sample[]): Sample | undefined =>
  list.reduce<Sample | undefined>((a, b) => (a && a.x < b.x ? a : b), undefined);

const boundary = (c: Comparison, agreeing: Sample | undefined, wrong: number): Steps<number> =>
  agreeing ? halved((x) => c.probe(agreeing, x), agreeing.x, wrong) : ready(wrong);

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

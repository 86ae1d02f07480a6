/** The check of a derivative by vectors or matrices: every entry against differences, with arrays of several sizes. */
import type { Steps } from '../../steps.js';
import type { Budget, Check, Derivation, Question } from '../derivation.js';
import { centralDifferenceInSteps } from '../compare/difference.js';
import { isWithin, relativeGap, standing } from '../compare/closeness.js';
import { ROWS } from '../compare/table.js';
import { type Expr, type Sym } from '../expr.js';
import { NO_ARRAYS } from './arrays.js';
import { typingOf } from './derive.js';
import { evaluateArrays, type Valuation } from './evaluate.js';

import { freeIndices } from './indices.js';
import { boundsIn } from './sumBounds.js';
import { isLengthName } from './typedScope.js';
import type { Typing } from './typing.js';
import { shapeOfValue, type Value } from './value.js';
import { sizesIn, symmetricFrom, valueOf, valuationOf } from './typedValuation.js';

const ROW = ROWS.differentials;

/** Whether the result is the derivative of the question, as far as numbers tell. */
export function* checkArrays({ question, stages }: Derivation, budget: Budget): Steps<Check> {
  let [points, worst] = [0, 0];
  for (const [k, stage] of stages.entries()) {
    const before = k === 0 ? question.body : (stages[k - 1]?.result ?? question.body);
    const found = yield* checkStage(question, before, stage.result, budget);
    if (found.verdict !== 'agrees') return found;
    [points, worst] = [Math.max(points, found.points), Math.max(worst, found.worst)];
  }
  return { verdict: 'agrees', points, worst, reason: null };
}

function* checkStage(question: Question, f: Expr, derivative: Expr, budget: Budget): Steps<Check> {
  const { target } = question;
  if (target.kind !== 'sym') return UNDECIDED;
  const typing = typingOf(question);
  if (!typing.typed(f) || !typing.typed(derivative)) return UNDECIDED;
  const [body, answer] = [typing.typed(f)?.e ?? f, typing.typed(derivative)?.e ?? derivative];
  let [points, worst] = [0, 0];
  for (let set = 0; set < ROW.sets; set++) {
    const valuation = valuationFor(question, typing, [body, answer, target], set, budget);
    const claimed = evaluateArrays(answer, valuation);
    const entries = yield* differencesOf(body, target, valuation);
    if (claimed === null || entries === null) continue;
    if (typeof claimed === 'number' && claimed !== 0 && entries.some((e) => e.shape.length > 0))
      return { verdict: 'contradicts', points, worst, reason: 'a number is no derivative of this shape' };
    for (const entry of entries) {
      const value = entryOf(claimed, entry.at, entry.shape);
      if (value === null || !Number.isFinite(value) || entry.slope === null) continue;
      const stands = standing(entry.slope.value, value, ROW);
      const gap = relativeGap(entry.slope.value, value, ROW.agree.floor);
      if (
        stands === 'differ' &&
        isWithin(entry.slope.error, 0, ROW.rough, { floor: Math.abs(entry.slope.value) })
      )
        return {
          verdict: 'contradicts',
          points,
          worst: gap,
          reason: `an entry is ${String(value)}, not ${String(entry.slope.value)}`,
        };
      if (stands !== 'agree') continue;
      points++;
      worst = Math.max(worst, gap);
    }
  }
  return points >= ROW.enough ? { verdict: 'agrees', points, worst, reason: null } : UNDECIDED;
}
const UNDECIDED: Check = {
  verdict: 'undecided',
  points: 0,
  worst: 0,
  reason: 'too few entries could be compared',
};

/** Values for every name that has none by definition. */
export function valuationFor(
  question: Pick<Question, 'arrays' | 'definitions'>,
  typing: Typing,
  expressions: readonly Expr[],
  which: number,
  budget?: Budget,
): Valuation {
  const { arrays = NO_ARRAYS, definitions } = question;
  const sizes = sizesIn(typing, which);
  const ids = new Set<string>();
  const visit = (e: Expr): void => {
    for (const id of e.free) {
      if (ids.has(id) || isLengthName(id)) continue;
      ids.add(id);
      const d = definitions.get(id);
      if (d) visit(d.value);
    }
  };
  expressions.forEach(visit);
  const values = new Map<string, Value>();
  let seed = which * 101;
  for (const id of ids) {
    const d = definitions.get(id);
    if ((d && d.params.length === 0) || arrays.families.has(id)) continue;
    const type = typing.nameType(id);
    seed += 17;
    const made = valueOf(type, sizes, seed, which % 2 === 0);
    values.set(id, arrays.symmetric.has(id) ? symmetricFrom(made) : made);
  }
  const given = [...definitions.values()].map((d) => d.value);
  // Lengths are at least 2: an entry whose place is a letter is the first or the second.
  for (const { id } of freeIndices(...expressions, ...given))
    if (values.has(id)) values.set(id, 1 + (which % 2));
  for (const [id, length] of boundsIn([...expressions, ...given], values))
    if (values.has(id)) values.set(id, length);
  return { ...valuationOf(typing, values, sizes, arrays.families), ...(budget ? { budget } : {}) };
}

interface Entry {
  /** Where in the derivative it stands: the indices of the value, then those of the variable. */
  readonly at: readonly number[];
  readonly shape: readonly number[];
  readonly slope: { readonly value: number; readonly error: number } | null;
}

/** The derivative of every entry of f by every entry of the variable. */
export function* differencesOf(f: Expr, target: Sym, valuation: Valuation): Steps<readonly Entry[] | null> {
  const at = valuation.values.get(target.id);
  const value = evaluateArrays(f, valuation);
  if (at === undefined || value === null) return null;
  const found: Entry[] = [];
  for (const i of indicesOf(value)) {
    for (const j of indicesOf(at)) {
      const x = pick(at, j);
      if (x === null) return null;
      const along = (t: number): number => {
        const values = new Map(valuation.values).set(target.id, replaced(at, j, t));
        const made = evaluateArrays(f, { ...valuation, values });
        return made === null ? NaN : (pick(made, i) ?? NaN);
      };
      const slope = yield* centralDifferenceInSteps(along, x);
      found.push({ at: [...i, ...j], shape: [...shapeOfValue(value), ...shapeOfValue(at)], slope });
    }
  }
  return found;
}

/** An entry of the derivative; a number alone stands for every entry. */
function entryOf(v: Value, at: readonly number[], shape: readonly number[]): number | null {
  if (typeof v === 'number') return shape.length === 0 || v === 0 ? v : null;
  return pick(v, at);
}
export function pick(v: Value, at: readonly number[]): number | null {
  let now: Value | undefined = v;
  for (const i of at) now = typeof now === 'object' ? now[i] : undefined;
  return typeof now === 'number' ? now : null;
}
function replaced(v: Value, [i, ...more]: readonly number[], t: number): Value {
  if (typeof v === 'number' || i === undefined) return t;
  return v.map((x, k) => (k === i ? replaced(x, more, t) : x));
}
export function indicesOf(v: Value): readonly (readonly number[])[] {
  return typeof v === 'number' ? [[]] : v.flatMap((x, i) => indicesOf(x).map((rest) => [i, ...rest]));
}

/** Whether two expressions have the same values at arrays of numbers; null where one of them has no value or no shape. */
export function haveSameValues(question: Question, a: Expr, b: Expr, budget?: Budget): boolean | null {
  const found = compareArrays(question, a, b, budget);
  return found === null ? null : found.differing === null;
}

/** Where two expressions differ: an entry, and both values there. */
export interface EntryDifference {
  readonly at: readonly number[];
  readonly values: readonly [number, number];
  readonly valuation: Valuation;
}
export interface ArrayComparison {
  readonly points: number;
  readonly differing: EntryDifference | null;
}

/** Both at arrays of several sizes, entry by entry; null where they cannot be compared, as of different shapes. */
export function compareArrays(question: Question, a: Expr, b: Expr, budget?: Budget): ArrayComparison | null {
  const typing = typingOf(question);
  const [p, q] = [typing.typed(a), typing.typed(b)];
  if (!p || !q) return null;
  const isBare = (x: Expr): boolean => x.kind === 'num' && x.value.isZero;
  if (!isBare(p.e) && !isBare(q.e) && !typing.lengths.joinTypes(p.type, q.type)) return null;
  let points = 0;
  for (let set = 0; set < ROW.sets; set++) {
    const valuation = valuationFor(question, typing, [p.e, q.e, question.target], set, budget);
    const [u, v] = [evaluateArrays(p.e, valuation), evaluateArrays(q.e, valuation)];
    if (u === null || v === null) continue;
    for (const at of indicesOf(typeof u === 'number' ? v : u)) {
      const [x, y] = [entryOf(u, at, at), entryOf(v, at, at)];
      if (x === null || y === null || !Number.isFinite(x) || !Number.isFinite(y)) continue;
      if (standing(x, y, ROW) === 'differ') return { points, differing: { at, values: [x, y], valuation } };
      points++;
    }
  }
  return points > 0 ? { points, differing: null } : null;
}

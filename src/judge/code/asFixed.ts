/** A function as a fix would leave it, run at points and held against differences of what it is the derivative of. */
import { centralDifference, type Budget } from '../../core/index.js';
import type { PairClaim } from '../../claims/code/claim.js';
import {
  leavesIn,
  readerOf,
  type CodeVariable,
  type FunctionTarget,
  type Leaf,
  type Source,
} from '../../notation/programs/index.js';
import type { Expected } from '../verdict.js';
import { compare, valuesOf, type Point } from './compare.js';
import { readPair, type ReadPair } from './readPair.js';
import { slopeOf } from './slope.js';

/** What an edit does to places behind it. */
export interface Moved {
  readonly from: number;
  readonly by: number;
}

type OfCode = Exclude<Expected, { kind: 'expression' }>;

/**
 * Whether the functions of a claim, as they stand in `source` after an edit, are a function and its derivative by
 * differences. Not where they can no longer be read, or too few points have values.
 */
export function holdsAsFixed(
  { pair, ...claim }: PairClaim,
  source: Source,
  edit: Moved,
  expected: OfCode,
  budget: Budget,
): boolean {
  const derivative = again(source, pair.derivative, edit);
  const of = pair.of.fn === pair.derivative.fn ? derivative : again(source, pair.of, edit);
  if (!derivative || !of) return false;
  const read = readPair({ ...claim, source, pair: { ...pair, of, derivative } }, () => budget);
  if (!read || 'message' in read || read.alignment.extra.length > 0) return false;
  const by = variablesOf(expected);
  const leaves = leavesIn(read.d.shape);
  return (
    leaves.length === by.length &&
    leaves.every((leaf, i) => {
      const wanted = by[i];
      const variable = wanted && read.f.variables.find((v) => v.code === wanted.code);
      if (wanted && !variable) return false;
      return isDerivative(read, leaf, variable ?? null, budget);
    })
  );
}

/** By what each number is the derivative, in the order of the code; null for the value. */
function variablesOf(expected: OfCode): readonly (CodeVariable | null)[] {
  if (expected.kind === 'derivative') return [expected.variable];
  const { shape, parts } = expected;
  return leavesIn(shape).map((leaf) => parts.find((p) => p.leaf === leaf)?.variable ?? null);
}

/** The same function in the edited source, by its place. */
function again(source: Source, { nameSpan }: FunctionTarget, { from, by }: Moved): FunctionTarget | null {
  const at = nameSpan.from < from ? nameSpan.from : nameSpan.from + by;
  const found = readerOf(source.language).targetAt(source, at);
  return found?.kind === 'function' && found.nameSpan.from === at ? found : null;
}

function isDerivative(
  { pair, f, d, alignment }: ReadPair,
  leaf: Leaf,
  variable: CodeVariable | null,
  budget: Budget,
): boolean {
  const slope = variable && slopeOf(f.program, variable.symbol, pair.order, budget);
  if (variable && !slope) return false;
  const below = valuesOf(slope?.below ?? f.program, budget);
  const own = d.code.variables.map((v) => v.symbol.id);
  const claimed = valuesOf({ ...d.code.program, result: leaf.e }, budget);
  const { verdict } = compare({
    f: valuesOf(f.program, budget),
    below,
    right: variable ? (at) => difference(below, at, variable.symbol.id) : below,
    claimed: (at) =>
      claimed(new Map(own.map((id) => [id, at.get(alignment.to.get(id)?.symbol.id ?? '') ?? NaN]))),
    variables: f.variables,
    variable,
  });
  // Differences are rougher than formulas: close is all that they can say of some.
  return verdict === 'same' || verdict === 'close';
}

const difference = (f: (at: Point) => number, at: Point, id: string): number =>
  centralDifference((x) => f(new Map([...at, [id, x]])), at.get(id) ?? NaN)?.value ?? NaN;

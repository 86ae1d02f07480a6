/** Conditions, and values by conditions. */
import {
  logic,
  piecewise,
  relation,
  type Expr,
  type Logic,
  type Piecewise,
  type Relation,
  type RelationOp,
} from '../expr.js';
import { isScalar, nth, opaque, plainCost, valueless, type Descriptions, type Tape } from './description.js';

export const LOGIC: Descriptions<'piecewise' | 'relation' | 'logic'> = {
  piecewise: {
    children: (e) => [
      ...e.branches.flatMap((b) => [b.value, b.condition]),
      ...(e.otherwise ? [e.otherwise] : []),
    ],
    over: overParts,
    head: (e) => [e.branches.length, e.otherwise !== null],
    commutative: false,
    evaluate: firstThatHolds,
    lower: opaque,
    cost: plainCost,
    shape: (e, of) => (e.branches[0] ? of(e.branches[0].value) : null),
  },
  relation: {
    children: (e) => e.sides,
    over: (e, parts) => relation(e.ops, parts),
    head: (e) => [e.ops.join()],
    commutative: false,
    evaluate: (e, tape) => tape.op(e.sides, chainOf(e)),
    lower: opaque,
    cost: plainCost,
    shape: isScalar,
  },
  logic: {
    children: (e) => e.args,
    over: (e, parts) => logic(e.op, ...parts),
    head: (e) => [e.op],
    commutative: false,
    evaluate: (e, tape) => tape.op(e.args, TRUTH[e.op]),
    lower: opaque,
    cost: plainCost,
    shape: isScalar,
  },
};

function overParts(e: Piecewise, parts: readonly Expr[]): Piecewise {
  const branches = e.branches.map((_, i) => ({ value: nth(parts, 2 * i), condition: nth(parts, 2 * i + 1) }));
  return piecewise(branches, e.otherwise && nth(parts, 2 * branches.length));
}

/** The value of the first branch whose condition holds; NaN where it cannot be told which that is. */
function firstThatHolds(e: Piecewise, tape: Tape): number {
  const from = e.branches.map((b) => [tape.register(b.condition), tape.register(b.value)] as const);
  const last = e.otherwise ? tape.register(e.otherwise) : valueless(e, tape);
  return tape.emit((r) => {
    for (const [condition, value] of from) {
      const holds = r[condition] as number;
      if (Number.isNaN(holds)) return NaN;
      if (holds !== 0) return r[value] as number;
    }
    return r[last] as number;
  });
}

/** Whether a chain of relations holds between numbers: 1 or 0, NaN where one of them is none. */
export function chainOf(e: Relation): (...sides: number[]) => number {
  const tests = e.ops.map((op) => COMPARE[op]);
  return (...xs) => {
    if (xs.some(Number.isNaN)) return NaN;
    return tests.every((t, i) => t?.(xs[i] as number, xs[i + 1] as number)) ? 1 : 0;
  };
}

const COMPARE: Partial<Record<RelationOp, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** The connectives of truth values 1 and 0, NaN where it is not known. */
export const TRUTH: Readonly<Record<Logic['op'], (...xs: number[]) => number>> = {
  and: (...xs) => (xs.some((x) => x === 0) ? 0 : xs.some(Number.isNaN) ? NaN : 1),
  or: (...xs) => (xs.some((x) => x === 1) ? 1 : xs.some(Number.isNaN) ? NaN : 0),
  not: (x = NaN) => (Number.isNaN(x) ? NaN : x === 0 ? 1 : 0),
};

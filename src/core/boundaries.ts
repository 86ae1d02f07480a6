/** What happens where two pieces of a piecewise function meet. */
import type { Steps } from '../steps.js';
import type { Binding, Boundary, Budget, TidiedForm } from './derivation.js';
import { compile } from './evaluate.js';
import { same } from './equality.js';
import { num, sub, type Expr, type Piecewise, type Sym } from './expr.js';
import { substitute } from './walk.js';
import { isZero } from './fold.js';
import { Rational } from './rational.js';
import { slopeFrom, twelfthsNear } from './domain/slopeAt.js';

const MOST_BOUNDARIES = 8;
const NEAR = 1e-6;
const NO_DEFINITIONS: ReadonlyMap<string, Binding> = new Map();
const constant = (e: Expr, budget: Budget): number => compile(e, [], NO_DEFINITIONS, budget)();

/** The boundaries of a piecewise function whose conditions compare the target with constants, from left to right. */
export function* boundariesOf(
  body: Expr,
  derivative: Expr,
  target: Expr,
  tidied: TidiedForm,
  budget: Budget,
): Steps<Boundary[]> {
  if (body.kind !== 'piecewise' || target.kind !== 'sym') return [];
  // Pieces that are alike are one.
  const isJoined = derivative.kind === 'piecewise' && derivative.branches.length !== body.branches.length;
  if (isJoined) return [];
  const places = placesOf(body, target, budget).slice(0, MOST_BOUNDARIES);
  const found: Boundary[] = [];
  for (const { at, value } of places) {
    const left = pieceAt(body, target, value - NEAR, budget);
    const right = pieceAt(body, target, value + NEAR, budget);
    if (left !== null && right !== null && left !== right)
      found.push(yield* boundary(body, derivative, target, at, left, right, tidied, budget));
    yield null;
  }
  return found;
}

/**
 * Kinks of a function that is no list of pieces: places c of conditions x ≠ c at which it is continuous and its
 * slopes from both sides are small fractions, as those of |x| and max(0, x) are.
 */
export function kinksOf(body: Expr, conditions: readonly Expr[], target: Expr, budget: Budget): Boundary[] {
  if (target.kind !== 'sym' || [...body.free].some((id) => id !== target.id)) return [];
  const f = compile(body, [target.id], NO_DEFINITIONS, budget);
  return excluded(conditions, target, budget)
    .slice(0, MOST_BOUNDARIES)
    .flatMap(({ at, value }) => {
      const [left, right] = [fractionFrom(f, value, -1), fractionFrom(f, value, 1)];
      if (!left || !right) return [];
      const isSame = left.equals(right);
      return [{ at, continuous: true, left: num(left), right: num(right), differentiable: isSame }];
    });
}

/** c of the conditions x ≠ c, from left to right. */
function excluded(conditions: readonly Expr[], target: Sym, budget: Budget): { at: Expr; value: number }[] {
  return conditions
    .flatMap((c) => {
      if (c.kind !== 'relation' || c.ops.join() !== '!=') return [];
      const at = c.sides.find((s) => s.free.size === 0);
      const value = at && c.sides.some((s) => same(s, target)) ? constant(at, budget) : NaN;
      return at && Number.isFinite(value) ? [{ at, value }] : [];
    })
    .sort((a, b) => a.value - b.value);
}

/** The slope at c from one side as a fraction with a small denominator; null where there is none, or none that is small. */
function fractionFrom(f: (x: number) => number, c: number, side: 1 | -1): Rational | null {
  const slope = slopeFrom(f, c, side);
  const twelfths = slope === null ? null : twelfthsNear(slope);
  return twelfths !== null && Math.abs(twelfths) < MOST_TWELFTHS ? Rational.of(twelfths, 12) : null;
}
/** A steeper slope is near to some twelfth by chance. */
const MOST_TWELFTHS = 1e4;

/** Ends of the conditions' ranges: numbers that the target is compared with. */
function placesOf(body: Piecewise, target: Sym, budget: Budget): { at: Expr; value: number }[] {
  const found: { at: Expr; value: number }[] = [];
  const visit = (c: Expr): void => {
    if (c.kind === 'logic') c.args.forEach(visit);
    if (c.kind !== 'relation' || !c.sides.some((s) => s.kind === 'sym' && s.id === target.id)) return;
    for (const at of c.sides) {
      const value = at.free.size === 0 ? constant(at, budget) : NaN;
      if (Number.isFinite(value) && !found.some((f) => f.value === value)) found.push({ at, value });
    }
  };
  body.branches.forEach((b) => {
    visit(b.condition);
  });
  return found.sort((a, b) => a.value - b.value);
}

/** The index of the piece in force at a value of the target; the number of branches stands for the last. */
function pieceAt(body: Piecewise, target: Sym, value: number, budget: Budget): number | null {
  for (const [i, b] of body.branches.entries()) {
    const holds = compile(b.condition, [target.id], NO_DEFINITIONS, budget)(value);
    if (Number.isNaN(holds)) return null;
    if (holds !== 0) return i;
  }
  return body.otherwise ? body.branches.length : null;
}

const piece = (e: Piecewise, i: number): Expr => (e.branches[i]?.value ?? e.otherwise) as Expr;
const pieceOr = (e: Expr, i: number): Expr => (e.kind === 'piecewise' ? piece(e, i) : e);

function* boundary(
  body: Piecewise,
  derivative: Expr,
  target: Sym,
  at: Expr,
  l: number,
  r: number,
  tidied: TidiedForm,
  budget: Budget,
): Steps<Boundary> {
  const put = (e: Expr): Expr => substitute(e, new Map([[target.id, at]]));
  const left = yield* tidied(put(pieceOr(derivative, l)));
  const right = yield* tidied(put(pieceOr(derivative, r)));
  const continuous = yield* equalAt(put(piece(body, l)), put(piece(body, r)), tidied, budget);
  return {
    at,
    left,
    right,
    continuous,
    differentiable:
      continuous === false ? false : both(continuous, yield* equalAt(left, right, tidied, budget)),
  };
}
const both = (a: boolean | null, b: boolean | null): boolean | null =>
  b === false ? false : a === null ? null : b;

/** Whether two values agree: exactly, or told apart by numbers where both have some. */
function* equalAt(a: Expr, b: Expr, tidied: TidiedForm, budget: Budget): Steps<boolean | null> {
  const gap = yield* tidied(sub(a, b));
  if (isZero(gap)) return true;
  const names = [...gap.free];
  const values = [0.73, 1.91].map((s) =>
    compile(gap, names, NO_DEFINITIONS, budget)(...names.map((_, i) => s + 0.37 * i)),
  );
  if (values.every((v) => Math.abs(v) < 1e-12)) return null;
  return values.some((v) => Number.isFinite(v)) ? false : null;
}

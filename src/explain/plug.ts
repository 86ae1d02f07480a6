/** Lines between a rule's own line and its result: pending derivatives replaced, nothing folded. */
import {
  bottomUp,
  isOne,
  isZero,
  MINUS_ONE,
  neg,
  product,
  same,
  sum,
  topDown,
  ZERO,
  type Expr,
  type Mul,
  type Step,
} from '../core/index.js';

/** The step's line with the results of its substeps put in and nothing folded: e^{−x}·(−1). */
export function pluggedIn(step: Step): Expr {
  return replacePending(step.after, step.substeps, (s) => s.result);
}

/** The same without factors 1 and terms 0, which a reader takes at sight. */
export const withoutUnits = (e: Expr): Expr => bottomUp(withoutUnit)(e);
function withoutUnit(e: Expr): Expr {
  if (e.kind === 'mul') return withoutOnes(e);
  if (e.kind !== 'add') return e;
  const kept = e.terms.filter((t) => !isZero(t));
  return kept.length === e.terms.length ? e : sum(kept);
}

function withoutOnes(e: Mul): Expr {
  if (e.factors.some(isZero)) return ZERO;
  const kept = e.factors.filter((f) => !isOne(f));
  const [first, second, ...rest] = kept;
  // −1·2x·v is −2x·v.
  if (first && same(first, MINUS_ONE) && second && isNumbered(second)) return product([neg(second), ...rest]);
  return kept.length === e.factors.length ? e : product(kept);
}
const isNumbered = (e: Expr): boolean =>
  e.kind === 'num' || (e.kind === 'mul' && e.factors[0]?.kind === 'num');

/** The expression with each pending derivative that one of the steps answers replaced. */
export function replacePending(e: Expr, steps: readonly Step[], by: (s: Step) => Expr): Expr {
  const byHash = new Map(steps.map((s) => [s.before.hash, s]));
  const plugged = topDown(
    (x, go) => answered(x, byHash, by) ?? (isNegative(x) ? neg(go(x.factors[1])) : null),
  );
  return steps.length === 0 ? e : plugged(e);
}

function answered(x: Expr, steps: ReadonlyMap<number, Step>, by: (s: Step) => Expr): Expr | null {
  if (x.kind !== 'diff') return null;
  const step = steps.get(x.hash);
  return step && same(step.before, x) ? by(step) : null;
}

type Negative = Mul & { readonly factors: readonly [Expr, Expr] };
/** −t, whose minus goes into what replaces t: −(4x) is −4x. */
function isNegative(x: Expr): x is Negative {
  return (
    x.kind === 'mul' && x.factors.length === 2 && x.factors[0] !== undefined && same(x.factors[0], MINUS_ONE)
  );
}

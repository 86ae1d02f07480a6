/** Lines between a rule's own line and its result: pending derivatives replaced, nothing folded. */
import { MINUS_ONE, neg, same, topDown, type Expr, type Mul, type Step } from '../core/index.js';

/** The step's line with the results of its substeps put in and nothing folded: e^{−x}·(−1). */
export function pluggedIn(step: Step): Expr {
  return replacePending(step.after, step.substeps, (s) => s.result);
}

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

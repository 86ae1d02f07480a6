/** Whether two expressions have the same values, at points and beside the rounding that each suffers there. */
import { compile } from '../../../src/core/evaluate.js';
import { type Expr } from '../../../src/core/expr.js';
import { children } from '../../../src/core/walk.js';

/** Points of several scales and both signs. */
export const POINTS = [0.37, 1.43, -0.61, 2.71, -1.87, 0.083, 4.3, -3.7, 0.9, -0.2];
/** Values of a and n. */
const REST = [1.3, 2.6] as const;
const NAMES = ['x', 'a', 'n'];
const TOLERANCE = 1e-6;
/** Past these, rounding and overflow say more than the formulas. */
const LARGEST = 1e7;
const LEAST = 1e-7;

/** Where `before` has a value that `after` has not, in words; null where it keeps them all under the conditions. */
export function changedValue(before: Expr, after: Expr, conditions: readonly Expr[] = []): string | null {
  const [f, g] = [compile(before, NAMES), compile(after, NAMES)];
  const holds = conditions.map((c) => compile(c, NAMES));
  for (const x of POINTS) {
    const [a, b] = [f(x, ...REST), g(x, ...REST)];
    if (!Number.isFinite(a) || holds.some((c) => c(x, ...REST) === 0)) continue;
    const scale = Math.max(1, Math.abs(a), Math.abs(b));
    if (Math.abs(a - b) <= TOLERANCE * scale) continue;
    if (isTame(before, x) && isTame(after, x)) return `at x = ${x}: ${a} became ${b}`;
  }
  return null;
}

/** Whether every part has a moderate value here that does not hang on the last digits of x. */
function isTame(e: Expr, x: number): boolean {
  const seen = new Set<Expr>();
  const visit = (part: Expr): boolean => {
    if (seen.has(part)) return true;
    seen.add(part);
    if (part.kind === 'relation' || part.kind === 'piecewise') return true;
    // 0^(a − 1) has a value for some a only: nothing is lost where a form has none.
    if (part.kind === 'pow' && part.exponent.kind !== 'num' && compile(part.base, NAMES)(x, ...REST) === 0)
      return false;
    const f = compile(part, NAMES);
    // e^u is nowhere 0: it only comes out so.
    if (part.kind === 'call' && part.fn === 'exp' && f(x, ...REST) === 0) return false;
    const [v, w] = [f(x, ...REST), f(x * (1 + 1e-11), ...REST)];
    const size = Math.abs(v);
    if (size > LARGEST || (size !== 0 && size < LEAST)) return false;
    if (Number.isFinite(v) && !(Math.abs(v - w) <= 1e-8 * size)) return false;
    return children(part).every(visit);
  };
  return visit(e);
}

/** Sums over an index and integrals. */
import { MINUS_ONE, mul, sum, type Binder, type Diff, type Expr } from '../expr.js';
import { freshIndex } from '../arrays/indices.js';
import { binder, freshSymbol, openBody } from '../walk.js';
import { plus, times } from '../fold.js';
import { rule, type Application, type Rule, type Scope } from '../rule.js';

/** ∂ commutes with Σ over a range free of the target. */
export const SERIES = rule('series', 'Differentiate under the sum', 'D(u, x) => D(u, x)', {}, (e, scope) => {
  if (e.kind !== 'binder' || e.op !== 'sum' || rangeVaries(e, scope)) return null;
  const inside = under(e, scope);
  return {
    after: inside.put(inside.pending),
    rebuild: (r) => inside.put(r(inside.pending)),
    parts: [],
    opaque: NONE,
  };
});

/** Leibniz's integral rule: the ends' values times the ends' derivatives, and the integral of ∂f/∂x. */
export const INTEGRAL = rule(
  'leibniz-integral',
  'Leibniz’s integral rule',
  'D(u, x) => D(u, x)',
  {},
  (e, scope): Application | null => {
    if (e.kind !== 'binder' || e.op !== 'integral' || e.condition) return null;
    const upper = end(e, e.upper, scope);
    const lower = end(e, e.lower, scope);
    const inside = scope.varies(e.body) ? under(e, scope) : null;
    if (!upper && !lower && !inside) return null;
    const build = (at: (d: Diff) => Expr): Expr[] => [
      ...(upper ? [mul(upper.value, at(upper.pending))] : []),
      ...(lower ? [mul(MINUS_ONE, lower.value, at(lower.pending))] : []),
      ...(inside ? [inside.put(at(inside.pending))] : []),
    ];
    return {
      after: sum(build((d) => d)),
      rebuild: (r) => plus(build(r).map((t) => (t.kind === 'mul' ? times(t.factors) : t))),
      parts: [],
      opaque: NONE,
    };
  },
);

const NONE: ReadonlySet<Expr> = new Set();
const rangeVaries = (e: Binder, scope: Scope): boolean =>
  [e.lower, e.upper, e.condition].some((x) => x !== null && scope.varies(x));

/** The integrand at an end that varies, and that end's pending derivative. */
function end(e: Binder, at: Expr | null, scope: Scope): { value: Expr; pending: Diff } | null {
  return at && scope.varies(at) ? { value: openBody(e, at).body, pending: scope.pending(at) } : null;
}

/** The body's pending derivative with the bound name opened, and the binder put back over what it becomes. */
function under(e: Binder, scope: Scope): { pending: Diff; put: (body: Expr) => Expr } {
  const fresh = e.op === 'integral' ? freshSymbol : freshIndex;
  const index = fresh(e.hint, [e, scope.target]);
  const { body, condition } = openBody(e, index);
  return {
    pending: scope.pending(body),
    put: (b) => binder(e.op, index, { lower: e.lower, upper: e.upper, condition }, b),
  };
}

export const BINDERS: Readonly<Partial<Record<Expr['kind'], readonly Rule[]>>> = {
  binder: [SERIES, INTEGRAL],
};

/** Functions that nothing defines, definitions in force, and derivatives within. */
import { same } from '../equality.js';
import { apply, diff, matrix, mul, ONE, sum, tuple, type Apply, type Expr, type Order } from '../expr.js';
import { substitute } from '../walk.js';
import { isOne } from '../fold.js';
import { rule, type Rule, type Scope } from '../rule.js';
import { named } from './basic.js';

/** A name that stands for a function of the target: its derivative is f′, whatever f is. */
export const UNKNOWN = rule(
  'unknown',
  'Derivative of an unknown function',
  'D(f, x) => Df',
  {},
  (e, scope) => {
    if (e.kind !== 'sym' || !scope.isDependent(e)) return null;
    return { after: apply(e, [], [1]), parts: [], opaque: new Set() };
  },
);

/** f(u): f′(u)·u′, and one such term for each argument that varies. */
export const UNKNOWN_CHAIN = rule('chain', 'Chain rule', 'D(f(u), x) => Df(u)*D(u, x)', {}, (e, scope) => {
  if (e.kind !== 'apply') return null;
  if (e.args.length === 0)
    return { after: apply(e.fn, [], [increased(e.orders[0] ?? 0)]), parts: [], opaque: new Set() };
  const varying = e.args.flatMap((a, i) => (scope.varies(a) ? [i] : []));
  if (varying.length === 0) return null;
  const terms = varying.map((i) => {
    const raised = primed(e, i);
    const inner = e.args[i] as Expr;
    return scope.isTarget(inner) ? raised : mul(raised, scope.pending(inner));
  });
  const inner = e.args.length === 1 ? (e.args[0] as Expr) : null;
  const parts = inner && !scope.isTarget(inner) ? named({ u: inner }) : [];
  return { after: sum(terms), parts, opaque: new Set(e.args) };
});

/** The application with one more prime in its i-th argument. */
export function primed(e: Apply, i: number): Apply {
  return apply(
    e.fn,
    e.args,
    e.orders.map((o, j) => (i === j ? increased(o) : o)),
  );
}
const increased = (o: Order): Order => (typeof o === 'number' ? o + 1 : sum([o, ONE]));

/** A name that a definition gives: derive what it stands for. */
export const DEFINITION = rule('definition', 'Use the definition', 'D(f, x) => D(u, x)', {}, (e, scope) => {
  const value = definedValue(e, scope);
  if (!value) return null;
  return { after: scope.pending(value), parts: [], opaque: new Set() };
});
function definedValue(e: Expr, scope: Scope): Expr | null {
  if (e.kind === 'sym') {
    const d = scope.definition(e.id);
    return d && d.params.length === 0 ? d.value : null;
  }
  if (e.kind !== 'apply' || e.orders.some((o) => o !== 0)) return null;
  const d = scope.definition(e.fn.id);
  if (!d || d.params.length !== e.args.length) return null;
  return substitute(d.value, new Map(d.params.map((p, i) => [p.id, e.args[i] as Expr])));
}

/** A derivative within: taken first. */
export const INNER = rule(
  'inner-derivative',
  'Take the inner derivative first',
  'D(u, x) => D(u, x)',
  {},
  (e, scope) => {
    if (e.kind !== 'diff' || !isOne(e.order) || !(e.target.kind === 'sym' || e.target.kind === 'component'))
      return null;
    const inner = scope.derivativeOf(e);
    return inner === null || same(inner, e)
      ? null
      : { after: scope.pending(inner), parts: [], opaque: new Set() };
  },
);

/** dz/dx once more: d²z/dx², where nothing says what z is. */
export const RAISED_ORDER = rule(
  'unknown',
  'Derivative of an unknown function',
  'D(D(u, x), x) => D(D(u, x), x)',
  {},
  (e, scope) => {
    if (e.kind !== 'diff' || !scope.isTarget(e.target)) return null;
    return {
      after: diff(e.body, e.target, sum([e.order, ONE]), e.partial),
      parts: [],
      opaque: new Set([e.body]),
    };
  },
);

/** Entry by entry. */
export const ENTRIES = rule('entries', 'Entry by entry', 'D(u, x) => D(u, x)', {}, (e, scope) => {
  if (e.kind === 'tuple')
    return { after: tuple(e.items.map((i) => scope.pending(i))), parts: [], opaque: new Set() };
  if (e.kind === 'matrix')
    return { after: matrix(e.rows.map((r) => r.map((c) => scope.pending(c)))), parts: [], opaque: new Set() };
  return null;
});

export const UNKNOWNS: Readonly<Partial<Record<Expr['kind'], readonly Rule[]>>> = {
  sym: [DEFINITION, UNKNOWN],
  apply: [DEFINITION, UNKNOWN_CHAIN],
  diff: [INNER, RAISED_ORDER],
  tuple: [ENTRIES],
  matrix: [ENTRIES],
};

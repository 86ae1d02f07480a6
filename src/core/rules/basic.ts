/** Constants, sums, products, quotients. */
import { add, div, mul, neg, num, plusminus, pow, product, sum, sym, TWO, type Expr } from '../expr.js';
import { isOne, times } from '../fold.js';
import { rule, type Application, type Rule, type Scope } from '../rule.js';

export const CONSTANT = rule('constant', 'Constant rule', 'D(c, x) => 0', { c: 'free' });
export const IDENTITY = rule('identity', 'Derivative of the variable', 'D(x, x) => 1');

export const SUM = rule('sum', 'Sum rule', 'D(u + v, x) => D(u, x) + D(v, x)', {}, (e, scope) => {
  if (e.kind !== 'add') return null;
  return { after: sum(e.terms.map((t) => signed(t, scope))), parts: [], opaque: new Set(e.terms) };
});

/** f ± g: both readings at once. */
export const PLUS_MINUS = rule('sum', 'Sum rule', 'D(u + v, x) => D(u, x) + D(v, x)', {}, (e, scope) =>
  e.kind === 'plusminus'
    ? { after: plusminus(...e.args.map((a) => scope.pending(a))), parts: [], opaque: new Set(e.args) }
    : null,
);

/** −t is pending as −(t)′, so that a difference reads u′ − v′. */
function signed(t: Expr, scope: Scope): Expr {
  const minus =
    t.kind === 'mul' && t.factors[0]?.kind === 'num' && t.factors[0].value.sign < 0 && scope.varies(t);
  return minus ? neg(scope.pending(neg(t))) : scope.pending(t);
}

export const CONSTANT_MULTIPLE = rule(
  'constant-multiple',
  'Constant multiple rule',
  'D(c*u, x) => c*D(u, x)',
  { c: 'free' },
  (e, scope) => {
    if (e.kind !== 'mul') return null;
    const constants = e.factors.filter((f) => !scope.varies(f));
    const rest = e.factors.filter((f) => scope.varies(f));
    if (constants.length === 0 || rest.length === 0) return null;
    const [c, u] = [product(constants), product(rest)];
    return { after: mul(...constants, scope.pending(u)), parts: named({ c, u }), opaque: new Set(constants) };
  },
);

/** More factors than this are split in two halves, so that the answer grows as n log n and not as n². */
const MOST_FACTORS_AT_ONCE = 12;

export const PRODUCT = rule(
  'product',
  'Product rule',
  'D(u*v, x) => D(u, x)*v + u*D(v, x)',
  { u: 'varies', v: 'varies' },
  (e, scope) => {
    if (e.kind !== 'mul') return null;
    const half = e.factors.length >> 1;
    const f =
      e.factors.length <= MOST_FACTORS_AT_ONCE
        ? e.factors
        : [product(e.factors.slice(0, half)), product(e.factors.slice(half))];
    const terms = f.map((_, i) => product(f.map((g, j) => (i === j ? scope.pending(g) : g))));
    return {
      after: sum(terms),
      parts: named(
        Object.fromEntries(f.slice(0, FACTOR_NAMES.length).map((g, i) => [FACTOR_NAMES[i] as string, g])),
      ),
      opaque: new Set(f),
    };
  },
);
const FACTOR_NAMES = ['u', 'v', 'w', 'p', 'q', 'r'];

export const CONSTANT_DENOMINATOR = rule(
  'constant-multiple',
  'Constant multiple rule',
  'D(u/c, x) => D(u, x)/c',
  { c: 'free', u: 'varies' },
);

export const RECIPROCAL = rule(
  'reciprocal',
  'Reciprocal rule',
  'D(c/v, x) => -c*D(v, x)/v^2',
  { c: 'free', v: 'varies' },
  (e, scope) => {
    if (e.kind !== 'div' || scope.varies(e.numer)) return null;
    const [c, v] = [e.numer, e.denom];
    const top = neg(isOne(c) ? scope.pending(v) : mul(c, scope.pending(v)));
    return { after: div(top, squared(v)), parts: named({ c, v }), opaque: new Set([c, v]) };
  },
);

/** v², with the exponents of a power multiplied out: (x³)² is x⁶. */
function squared(v: Expr): Expr {
  return v.kind === 'pow' && v.exponent.kind === 'num' ? pow(v.base, times([TWO, v.exponent])) : pow(v, TWO);
}

export const QUOTIENT = rule(
  'quotient',
  'Quotient rule',
  'D(u/v, x) => (D(u, x)*v - u*D(v, x))/v^2',
  { u: 'varies', v: 'varies' },
  (e, scope): Application | null => {
    if (e.kind !== 'div') return null;
    const [u, v] = [e.numer, e.denom];
    const top = add(mul(scope.pending(u), v), mul(num(-1), u, scope.pending(v)));
    return { after: div(top, squared(v)), parts: named({ u, v }), opaque: new Set([u, v]) };
  },
);

export const BASIC: Readonly<Partial<Record<Expr['kind'], readonly Rule[]>>> = {
  add: [SUM],
  plusminus: [PLUS_MINUS],
  mul: [CONSTANT_MULTIPLE, PRODUCT],
  div: [CONSTANT_DENOMINATOR, RECIPROCAL, QUOTIENT],
};

/** The letters of a rule's formula and what they stand for. */
export function named(parts: Readonly<Record<string, Expr>>): Application['parts'] {
  return Object.entries(parts).map(([name, value]) => ({ name: sym(name), value }));
}

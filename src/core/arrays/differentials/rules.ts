/** Every rule for differentials, in the order in which they are tried. */
import { add, call, div, MINUS_ONE, num, ONE, sub, TWO, type Call, type Expr } from '../../expr.js';
import { same } from '../../equality.js';
import { functionRow, withDefaults } from '../../functions/index.js';
import { raised } from '../../fold.js';
import { binder, freshSymbol, openBody, substitute } from '../../walk.js';
import { entrywise } from './entrywise.js';
import { differentialRule as rule, type DifferentialRule, type DifferentialScope } from './rule.js';

const SUM = rule('d-sum', 'Differential of a sum', 'd(u + v) => d(u) + d(v)', {}, (e, { algebra, d }) =>
  e.kind === 'add' ? algebra.sum(e.terms.map(d)) : null,
);

/** uᵀAu: both of its u give the same number. */
const QUADRATIC = rule(
  'd-quadratic',
  'Quadratic form',
  'd(transpose(u)*A*u) => transpose(u)*(A + transpose(A))*d(u)',
  { A: 'free' },
  (e, scope) => {
    const [numbers, factors] = ordered(e);
    const [left, ...rest] = factors;
    const u = rest.pop();
    if (!left || !u || !scope.algebra.isScalar(e) || numbers.some((n) => scope.varies(n))) return null;
    if (!same(scope.algebra.transposed(left), u) || rest.some((f) => scope.varies(f)) || !scope.varies(u))
      return null;
    const { algebra } = scope;
    const front = algebra.transposed(u);
    if (rest.length === 0) return algebra.product([...numbers, TWO, front, scope.d(u)]);
    const middle = symmetrized(algebra.product(rest), scope);
    return algebra.product([...numbers, front, middle, scope.d(u)]);
  },
);
/** A + Aᵀ, which is 2A of a matrix that is its own transpose. */
function symmetrized(A: Expr, { algebra }: DifferentialScope): Expr {
  const other = algebra.transposed(A);
  return same(A, other) ? algebra.product([TWO, A]) : add(A, other);
}

/** Each factor takes its differential in turn, where it stands. */
const PRODUCT = rule(
  'd-product',
  'Product rule, in order',
  'd(u*v) => d(u)*v + u*d(v)',
  {},
  (e, { algebra, d, varies }) => {
    if (e.kind !== 'mul' && e.kind !== 'matmul') return null;
    const terms = e.factors.map((f, i) =>
      varies(f) ? algebra.product(e.factors.map((g, j) => (i === j ? d(g) : g))) : null,
    );
    return algebra.sum(terms.filter((t) => t !== null));
  },
);

const QUOTIENT = rule(
  'd-quotient',
  'Quotient rule',
  'd(u/v) => (v*d(u) - u*d(v))/v^2',
  { v: 'number' },
  (e, { algebra, d, varies }) => {
    if (e.kind !== 'div') return null;
    const [u, v] = [e.numer, e.denom];
    if (!varies(v)) return algebra.product([d(u), div(ONE, v)]);
    const first = varies(u) ? [algebra.product([d(u), div(ONE, v)])] : [];
    return algebra.sum([...first, algebra.product([MINUS_ONE, u, d(v), div(ONE, raised(v, TWO))])]);
  },
);

const NORM_SQUARED = [
  rule('d-norm-squared', 'Squared norm', 'd(norm(u)^2) => 2*transpose(u)*d(u)', { u: 'vector' }),
  rule('d-frobenius-squared', 'Squared Frobenius norm', 'd(frobenius(u)^2) => 2*trace(transpose(u)*d(u))'),
];

const NORM_POWER = rule(
  'd-norm-power',
  'Power of a norm',
  'd(norm(u)^n) => n*norm(u)^(n - 2)*transpose(u)*d(u)',
  { u: 'vector', n: 'number' },
  (e, { algebra, d, varies }) => {
    const norm = e.kind === 'pow' && e.base.kind === 'call' && e.base.fn === 'norm' ? e.base : null;
    const [u, degree] = norm?.args ?? [];
    if (e.kind !== 'pow' || !norm || !u || degree || varies(e.exponent)) return null;
    const n = e.exponent;
    const less = n.kind === 'num' ? num(n.value.sub(TWO.value)) : sub(n, TWO);
    return algebra.product([n, raised(norm, less), algebra.transposed(u), d(u)]);
  },
);

const POWER = rule(
  'd-power',
  'Power rule',
  'd(u^n) => n*u^(n - 1)*d(u)',
  { u: 'number', n: 'free' },
  (e, scope) => {
    if (e.kind !== 'pow' || scope.varies(e.exponent) || !scope.algebra.isScalar(e.base)) return null;
    const less = e.exponent.kind === 'num' ? num(e.exponent.value.sub(ONE.value)) : sub(e.exponent, ONE);
    return scope.algebra.product([e.exponent, raised(e.base, less), scope.d(e.base)]);
  },
);

const ROOT = rule('d-root', 'Square root rule', 'd(sqrt(u)) => d(u)/(2*sqrt(u))', { u: 'number' });

const LOG_DET = rule('d-log-det', 'Logarithm of a determinant', 'd(ln(det(u))) => trace(inverse(u)*d(u))');

/** A function of a number. */
const FUNCTION = rule('d-function', 'Chain rule', 'd(f(u)) => Df(u)*d(u)', {}, (e, scope) => {
  const slope = e.kind === 'call' && e.args.every((a) => scope.algebra.isScalar(a)) ? slopeOf(e) : null;
  const [u] = e.kind === 'call' ? e.args : [];
  return slope && u ? scope.algebra.product([slope, scope.d(u)]) : null;
});
function slopeOf(e: Call): Expr | null {
  const row = functionRow(e.fn);
  const args = row && withDefaults(row, e.args);
  const [slope] = row?.derivatives ?? [];
  return row && args && slope && args.length === 1
    ? substitute(slope, new Map(row.params.map((p, i) => [p.id, args[i] ?? p])))
    : null;
}

/** A function of each entry: its slopes, entry by entry. */
const ENTRYWISE = rule(
  'd-entrywise',
  'Function of each entry',
  'd(f(u)) => hadamard(Df(u), d(u))',
  {},
  (e, scope) => {
    const [u, ...more] = e.kind === 'call' ? e.args : [];
    if (e.kind !== 'call' || !u || more.length > 0 || !functionRow(e.fn)) return null;
    return entrywise(e.fn, u, scope);
  },
);

const HADAMARD = rule(
  'd-hadamard',
  'Product rule, entry by entry',
  'd(hadamard(u, v)) => hadamard(d(u), v) + hadamard(u, d(v))',
  {},
  (e, { algebra, d, varies }) => {
    if (e.kind !== 'call' || e.fn !== 'hadamard') return null;
    const terms = e.args.map((f, i) =>
      varies(f) ? algebra.hadamard(e.args.map((g, j) => (i === j ? d(g) : g))) : null,
    );
    return algebra.sum(terms.filter((t) => t !== null));
  },
);

const CROSS = rule(
  'd-cross',
  'Product rule of the cross product',
  'd(cross(u, v)) => cross(d(u), v) + cross(u, d(v))',
  {},
  (e, { algebra, d, varies }) => {
    const [u, v] = e.kind === 'call' && e.fn === 'cross' ? e.args : [];
    if (!u || !v) return null;
    return algebra.sum([
      ...(varies(u) ? [call('cross', d(u), v)] : []),
      ...(varies(v) ? [call('cross', u, d(v))] : []),
    ]);
  },
);

const LOG_SOFTMAX = rule(
  'd-log-softmax',
  'Log-softmax',
  'd(logsoftmax(u)) => d(u) - ones(n)*transpose(softmax(u))*d(u)',
  {},
  (e, { algebra, d, typing }) => {
    const [u] = e.kind === 'call' && e.fn === 'logsoftmax' ? e.args : [];
    if (!u) return null;
    const row = algebra.transposed(call('softmax', u));
    const ones = typing.ones(typing.typeOf(u).rows).e;
    return algebra.sum([d(u), algebra.product([MINUS_ONE, ones, row, d(u)])]);
  },
);

/** The differential goes under the sum. */
const SERIES = rule('d-series', 'Differential under the sum', 'd(u) => d(u)', {}, (e, { d, varies }) => {
  if (e.kind !== 'binder' || e.op !== 'sum') return null;
  const outside = [e.lower, e.upper, e.condition].filter((x): x is Expr => x !== null);
  if (outside.some((x) => varies(x))) return null;
  const name = freshSymbol(e.hint, [e]);
  const { body, condition } = openBody(e, name);
  return binder('sum', name, { lower: e.lower, upper: e.upper, condition }, d(body));
});

const ENTRY = rule('d-entry', 'An entry', 'd(u) => d(u)', {}, (e, { d, typing, varies }) => {
  if (e.kind !== 'component' || e.indices.some((i) => varies(i)) || !typing.isScalar(e)) return null;
  return call('entry', d(e.base), ...e.indices);
});

export const DIFFERENTIAL_RULES: readonly DifferentialRule[] = [
  SUM,
  QUADRATIC,
  PRODUCT,
  QUOTIENT,
  ...NORM_SQUARED,
  NORM_POWER,
  POWER,
  ROOT,
  LOG_DET,
  rule('d-norm', 'Norm', 'd(norm(u)) => transpose(u)*d(u)/norm(u)', { u: 'vector' }),
  rule('d-norm-one', '1-norm', 'd(norm(u, 1)) => transpose(sign(u))*d(u)', { u: 'vector' }),
  rule('d-frobenius', 'Frobenius norm', 'd(frobenius(u)) => trace(transpose(u)*d(u))/frobenius(u)'),
  rule('d-transpose', 'Transpose', 'd(transpose(u)) => transpose(d(u))'),
  rule('d-trace', 'Trace', 'd(trace(u)) => trace(d(u))'),
  rule('d-inverse', 'Inverse', 'd(inverse(u)) => -inverse(u)*d(u)*inverse(u)'),
  rule('d-det', 'Determinant', 'd(det(u)) => det(u)*trace(inverse(u)*d(u))'),
  rule('d-diag', 'Diagonal', 'd(diag(u)) => diag(d(u))'),
  rule('d-total', 'Sum of all entries', 'd(total(u)) => total(d(u))'),
  HADAMARD,
  CROSS,
  rule('d-softmax', 'Softmax', 'd(softmax(u)) => (diag(softmax(u)) - softmax(u)*transpose(softmax(u)))*d(u)'),
  LOG_SOFTMAX,
  rule('d-log-sum-exp', 'Log-sum-exp', 'd(logsumexp(u)) => transpose(softmax(u))*d(u)'),
  FUNCTION,
  ENTRYWISE,
  SERIES,
  ENTRY,
];

/** The numbers in front of a product in order, and its factors. */
function ordered(e: Expr): readonly [readonly Expr[], Expr[]] {
  if (e.kind === 'matmul') return [[], [...e.factors]];
  if (e.kind !== 'mul') return [[], []];
  const products = e.factors.filter((f) => f.kind === 'matmul');
  const [only] = products;
  if (!only || products.length > 1) return [[], []];
  return [e.factors.filter((f) => f !== only), [...only.factors]];
}

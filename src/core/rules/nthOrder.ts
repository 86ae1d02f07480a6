/** The n-th derivative for symbolic n, of the families whose derivatives keep their shape. */
import type { Steps } from '../../steps.js';
import { same, sameList } from '../equality.js';
import {
  add,
  call,
  div,
  mul,
  neg,
  num,
  ONE,
  PI,
  piecewise,
  pow,
  product,
  relation,
  sub,
  TWO,
  ZERO,
  type Expr,
  type Sym,
} from '../expr.js';
import { substitute } from '../walk.js';
import type { NthScope } from './nthScope.js';
import { endingAfter, isPolynomial, polynomialByOrder, untilZero } from './nthPolynomial.js';
import { isOne, isZero, over, plus, raised, times } from '../fold.js';

/** What the n-th derivative of a body is, and by which family's formula; null where the body is of no family. */
export interface NthDerivative {
  readonly family: string;
  readonly title: string;
  readonly result: Expr;
  /** The least order for which the formula holds, where that is not 1. */
  readonly least?: number;
}

/** u = a·x + b with a ≠ 0, as its slope a. */
interface Linear {
  readonly u: Expr;
  readonly slope: Expr;
}

/** The n-th derivative by the target, n ≥ 1, in steps; each family's formula is proved by induction on n. */
export function* nthDerivative(e: Expr, n: Expr, scope: NthScope): Steps<NthDerivative | null> {
  if (!scope.varies(e)) return found('constant', 'of a constant', ZERO);
  if (e.kind === 'add') return yield* termwise(e.terms, n, scope);
  if (e.kind === 'mul' && !doubleAngle(e)) return yield* ofProduct(e.factors, n, scope);
  if (e.kind === 'div') return yield* ofQuotient(e.numer, e.denom, n, scope);
  if (e.kind === 'call') return yield* ofCall(e.fn, e.args, n, scope);
  if (e.kind === 'root') return yield* ofPower(e.body, div(ONE, e.index), n, scope);
  const doubled = doubleAngle(e);
  const byDouble = doubled && (yield* nthDerivative(doubled, n, scope));
  if (byDouble) return found('double-angle', 'by the double angle', byDouble.result);
  if (e.kind === 'pow')
    return scope.varies(e.exponent)
      ? yield* ofExponential(e.base, e.exponent, n, scope)
      : yield* ofPower(e.base, e.exponent, n, scope);
  return same(e, scope.target) ? yield* ofPower(e, ONE, n, scope) : null;
}

/** sin²u, cos²u and sin u·cos u by the double angle, up to a constant; null for anything else. */
function doubleAngle(e: Expr): Expr | null {
  const factors =
    e.kind === 'mul' ? e.factors : e.kind === 'pow' && same(e.exponent, TWO) ? [e.base, e.base] : [];
  const [f, g] = factors;
  if (factors.length !== 2 || f?.kind !== 'call' || g?.kind !== 'call' || f.args.length !== 1) return null;
  const names = [f.fn, g.fn].sort().join();
  if (!sameList(f.args, g.args)) return null;
  const double = mul(TWO, f.args[0] as Expr);
  if (names === 'cos,sin') return div(call('sin', double), TWO);
  if (names === 'sin,sin') return div(neg(call('cos', double)), TWO);
  return names === 'cos,cos' ? div(call('cos', double), TWO) : null;
}

const found = (family: string, of: string, result: Expr): NthDerivative => ({
  family: `nth-${family}`,
  title: `The n-th derivative ${of}`,
  result,
});

function* linear(u: Expr, scope: NthScope): Steps<Linear | null> {
  if (!scope.varies(u)) return null;
  const slope = yield* scope.derivative(u);
  return scope.varies(slope) || isZero(slope) ? null : { u, slope };
}

const scaled = (slope: Expr, n: Expr, rest: Expr): Expr =>
  isOne(slope) ? rest : multiplied([raised(slope, n)], rest);

/** The product, within the pieces where there are some. */
function multiplied(factors: readonly Expr[], of: Expr): Expr {
  if (of.kind !== 'piecewise') return isZero(of) ? ZERO : times([...factors, of]);
  const branches = of.branches.map((b) => ({ ...b, value: multiplied(factors, b.value) }));
  return piecewise(branches, of.otherwise && multiplied(factors, of.otherwise));
}

function* termwise(terms: readonly Expr[], n: Expr, scope: NthScope): Steps<NthDerivative | null> {
  const powers = terms.filter((t) => scope.varies(t) && isPolynomial(t, scope));
  if (powers.length > 1) {
    const rest = terms.filter((t) => !powers.includes(t) && scope.varies(t));
    const whole = yield* ofPolynomial(plus(powers), n, scope);
    if (whole && rest.length === 0) return whole;
    const others = whole && (yield* termwise(rest, n, scope));
    if (whole) return others && { ...others, result: plus([whole.result, others.result]) };
  }
  const parts: NthDerivative[] = [];
  for (const term of terms) {
    yield null;
    const part = yield* nthDerivative(term, n, scope);
    if (!part) return null;
    parts.push(part);
  }
  const least = Math.max(...parts.map((p) => p.least ?? 1));
  const sum = found('sum', 'term by term', plus(parts.map((p) => p.result)));
  return least > 1 ? { ...sum, least } : sum;
}

function* ofPolynomial(p: Expr, n: Expr, scope: NthScope): Steps<NthDerivative | null> {
  const byOrder = yield* polynomialByOrder(p, n, scope);
  return byOrder && found('polynomial', 'of a polynomial', byOrder);
}

function* ofProduct(factors: readonly Expr[], n: Expr, scope: NthScope): Steps<NthDerivative | null> {
  const constants = factors.filter((f) => !scope.varies(f));
  const rest = factors.filter((f) => scope.varies(f));
  if (constants.length > 0) {
    const inner = yield* nthDerivative(product(rest), n, scope);
    return inner && { ...inner, result: multiplied(constants, inner.result) };
  }
  const polynomial = yield* ofPolynomial(product(rest), n, scope);
  if (polynomial) return polynomial;
  const wave = yield* ofWave(rest, n, scope);
  if (wave) return wave;
  for (const g of rest) {
    yield null;
    const inner = yield* byLeibniz(product(rest.filter((f) => f !== g)), g, n, scope);
    if (inner) return inner;
  }
  return null;
}

/** Leibniz: (p·g)⁽ⁿ⁾ = Σ C(n, k)·p⁽ᵏ⁾·g⁽ⁿ⁻ᵏ⁾, which ends with the degree of a polynomial p. */
function* byLeibniz(p: Expr, g: Expr, n: Expr, scope: NthScope): Steps<NthDerivative | null> {
  const high = yield* nthDerivative(g, n, scope);
  const derivatives = high && (yield* untilZero(p, scope));
  // Beyond the first, terms of other families have no value at small n, where their binomial is 0.
  if (!derivatives || (derivatives.length > 2 && !ENTIRE.has(high.family))) return null;
  const terms: Expr[] = [];
  for (const [k, d] of derivatives.entries()) {
    yield null;
    const low = yield* nthDerivative(g, k === 0 ? n : plus([n, num(-k)]), scope);
    if (!low) return null;
    terms.push(times([...binomial(n, k), d, low.result]));
  }
  const sum = found('leibniz', 'of a product (Leibniz)', plus(terms));
  // (ln x)⁽ⁿ⁻ᵏ⁾ is the logarithm itself for n = k, which the formula does not know.
  return high.family === 'nth-ln' ? { ...sum, least: derivatives.length } : sum;
}

/** e^(ax + b)·sin(cx + d): (a² + c²)^(n/2)·e^(ax + b)·sin(cx + d + n·φ), φ the angle of (a, c); the cosine alike. */
function* ofWave(factors: readonly Expr[], n: Expr, scope: NthScope): Steps<NthDerivative | null> {
  const [exponential, wave] =
    factors[0]?.kind === 'call' && factors[0].fn === 'exp' ? factors : [...factors].reverse();
  if (factors.length !== 2 || exponential?.kind !== 'call' || wave?.kind !== 'call') return null;
  if (exponential.fn !== 'exp' || (wave.fn !== 'sin' && wave.fn !== 'cos')) return null;
  const growth = yield* linear(exponential.args[0] as Expr, scope);
  const frequency = growth && (yield* linear(wave.args[0] as Expr, scope));
  if (!growth || !frequency) return null;
  const square = plus([times([growth.slope, growth.slope]), times([frequency.slope, frequency.slope])]);
  const angle = times([n, angleOf(growth.slope, frequency.slope)]);
  return found(
    'wave',
    'of a damped wave',
    times([pow(square, div(n, TWO)), exponential, call(wave.fn, add(frequency.u, angle))]),
  );
}
/** The angle of the point (a, c) from the first axis. */
function angleOf(a: Expr, c: Expr): Expr {
  if (a.kind !== 'num' || c.kind !== 'num' || a.value.sign < 0) return call('atan2', c, a);
  const ratio = c.value.div(a.value);
  return ratio.abs().isOne ? div(times([num(ratio), PI]), num(4)) : call('atan', over(c, a));
}

/** Families whose formula has a value for every whole n, below 0 too. */
const ENTIRE: ReadonlySet<string> = new Set(['nth-exponential', 'nth-sin', 'nth-cos']);

/** C(n, k) = n(n − 1)…(n − k + 1)/k! as factors. */
function binomial(n: Expr, k: number): Expr[] {
  const factors = Array.from({ length: k }, (_, i) => (i === 0 ? n : plus([n, num(-i)])));
  const count = Array.from({ length: k }, (_, i) => i + 1).reduce((a, b) => a * b, 1);
  return count === 1 ? factors : [div(ONE, num(count)), ...factors];
}

function* ofQuotient(numer: Expr, denom: Expr, n: Expr, scope: NthScope): Steps<NthDerivative | null> {
  if (!scope.varies(denom)) {
    const inner = yield* nthDerivative(numer, n, scope);
    return inner && { ...inner, result: multiplied([div(ONE, denom)], inner.result) };
  }
  const inverse = reciprocal(denom);
  if (scope.varies(numer))
    return yield* ofProduct(
      inverse.kind === 'mul' ? [numer, ...inverse.factors] : [numer, inverse],
      n,
      scope,
    );
  const inner = yield* nthDerivative(inverse, n, scope);
  return inner && { ...inner, result: times([numer, inner.result]) };
}

/** 1/e as a power: e^−u, c^−u, u^−m. */
function reciprocal(e: Expr): Expr {
  if (e.kind === 'call' && e.fn === 'exp') return call('exp', neg(e.args[0] as Expr));
  return e.kind === 'pow' ? pow(e.base, neg(e.exponent)) : pow(e, num(-1));
}

/** (ax + b)^m: m(m − 1)…(m − n + 1)·aⁿ·(ax + b)^(m−n). */
function* ofPower(base: Expr, m: Expr, n: Expr, scope: NthScope): Steps<NthDerivative | null> {
  const l = yield* linear(base, scope);
  if (!l || scope.varies(m)) return null;
  const isReciprocal = m.kind === 'num' && m.value.isInteger && m.value.sign < 0;
  const result = isReciprocal ? reciprocalPower(l, neg(m), n) : scaled(l.slope, n, fallingPower(l.u, m, n));
  return found('power', 'of a power', result);
}

/** 1/(ax + b)^k: (−a)ⁿ (n + k − 1)!/(k − 1)! / (ax + b)^(n+k). */
function reciprocalPower({ u, slope }: Linear, k: Expr, n: Expr): Expr {
  const below = k.kind === 'num' && Number(k.value.n) > 2 ? [div(ONE, call('factorial', sub(k, ONE)))] : [];
  const rising = times([...below, call('factorial', plus([n, k, num(-1)]))]);
  return div(scaled(times([num(-1), slope]), n, rising), pow(u, plus([n, k])));
}

/** Of a whole m the derivatives end with the m-th, and (m − n)! is asked for no further. */
function fallingPower(u: Expr, m: Expr, n: Expr): Expr {
  const isWhole = m.kind === 'num' && m.value.isInteger;
  if (!isWhole)
    return times([div(call('gamma', add(m, ONE)), call('gamma', plus([m, neg(n), ONE]))), pow(u, sub(m, n))]);
  const falling = times([div(call('factorial', m), call('factorial', sub(m, n))), pow(u, sub(m, n))]);
  return endingAfter([{ value: falling, condition: relation(['<='], [n, m]) }], n, m);
}

/** c^u: (a·ln c)ⁿ·c^u. */
function* ofExponential(c: Expr, u: Expr, n: Expr, scope: NthScope): Steps<NthDerivative | null> {
  const l = scope.varies(c) ? null : yield* linear(u, scope);
  return (
    l && found('exponential', 'of an exponential', mul(raised(times([l.slope, call('ln', c)]), n), pow(c, u)))
  );
}

function* ofCall(fn: string, args: readonly Expr[], n: Expr, scope: NthScope): Steps<NthDerivative | null> {
  const [u] = args;
  const l = u && args.length === 1 ? yield* linear(u, scope) : null;
  if (!l) return null;
  switch (fn) {
    case 'exp':
      return found('exponential', 'of an exponential', scaled(l.slope, n, call('exp', l.u)));
    case 'sin':
    case 'cos':
      // Each derivative turns by a right angle.
      return found(
        fn,
        `of the ${fn === 'sin' ? 'sine' : 'cosine'}`,
        scaled(l.slope, n, call(fn, add(l.u, mul(n, div(PI, TWO))))),
      );
    case 'sinh':
    case 'cosh':
      return found(
        fn,
        `of the hyperbolic ${fn === 'sinh' ? 'sine' : 'cosine'}`,
        scaled(l.slope, n, hyperbolic(fn, l.u, n)),
      );
    case 'ln':
      return found(
        'ln',
        'of the logarithm',
        scaled(
          l.slope,
          n,
          div(mul(pow(num(-1), plus([n, num(-1)])), call('factorial', plus([n, num(-1)]))), pow(l.u, n)),
        ),
      );
    default:
      return null;
  }
}

/** (e^u ± (−1)ⁿ e^−u)/2: sinh and cosh take turns. */
function hyperbolic(fn: 'sinh' | 'cosh', u: Expr, n: Expr): Expr {
  const turn = times([pow(num(-1), n), call('exp', neg(u))]);
  return div(plus([call('exp', u), fn === 'cosh' ? turn : neg(turn)]), TWO);
}

/** The formula at a whole n, for checking it against repeated derivatives. */
export function atOrder(result: Expr, n: Sym, value: number): Expr {
  return substitute(result, new Map([[n.id, num(value)]]));
}

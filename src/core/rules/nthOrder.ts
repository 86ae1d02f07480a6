/** The n-th derivative for symbolic n, of the families whose derivatives keep their shape. */
import {
  add,
  call,
  div,
  mul,
  neg,
  num,
  ONE,
  PI,
  pow,
  product,
  same,
  sub,
  substitute,
  TWO,
  ZERO,
  type Expr,
  type Sym,
} from '../expr.js';
import { isOne, isZero, plus, raised, times } from '../fold.js';

/** What the n-th derivative of a body is, and by which family's formula; null where the body is of no family. */
export interface NthDerivative {
  readonly family: string;
  readonly title: string;
  readonly result: Expr;
}

/** What is asked of the engine: whether an expression varies with the target, and its first derivative. */
export interface NthScope {
  readonly target: Expr;
  varies(e: Expr): boolean;
  derivative(e: Expr): Expr;
}

/** u = a·x + b with a ≠ 0, as its slope a. */
interface Linear {
  readonly u: Expr;
  readonly slope: Expr;
}

/** The n-th derivative by the target, n ≥ 1; each family's formula is proved by induction on n. */
export function nthDerivative(e: Expr, n: Expr, scope: NthScope): NthDerivative | null {
  if (!scope.varies(e)) return found('constant', 'of a constant', ZERO);
  if (e.kind === 'add') return termwise(e.terms, n, scope);
  if (e.kind === 'mul') return ofProduct(e.factors, n, scope);
  if (e.kind === 'div') return ofQuotient(e.numer, e.denom, n, scope);
  if (e.kind === 'call') return ofCall(e.fn, e.args, n, scope);
  if (e.kind === 'root') return ofPower(e.body, div(ONE, e.index), n, scope);
  if (e.kind === 'pow')
    return scope.varies(e.exponent)
      ? ofExponential(e.base, e.exponent, n, scope)
      : ofPower(e.base, e.exponent, n, scope);
  return same(e, scope.target) ? ofPower(e, ONE, n, scope) : null;
}

const found = (family: string, of: string, result: Expr): NthDerivative => ({
  family: `nth-${family}`,
  title: `The n-th derivative ${of}`,
  result,
});

function linear(u: Expr, scope: NthScope): Linear | null {
  if (!scope.varies(u)) return null;
  const slope = scope.derivative(u);
  return scope.varies(slope) || isZero(slope) ? null : { u, slope };
}

const scaled = (slope: Expr, n: Expr, rest: Expr): Expr =>
  isOne(slope) ? rest : times([raised(slope, n), rest]);

function termwise(terms: readonly Expr[], n: Expr, scope: NthScope): NthDerivative | null {
  const parts = terms.map((t) => nthDerivative(t, n, scope));
  if (parts.some((p) => p === null)) return null;
  return found('sum', 'term by term', plus(parts.map((p) => (p as NthDerivative).result)));
}

function ofProduct(factors: readonly Expr[], n: Expr, scope: NthScope): NthDerivative | null {
  const constants = factors.filter((f) => !scope.varies(f));
  const rest = factors.filter((f) => scope.varies(f));
  if (constants.length > 0) {
    const inner = nthDerivative(product(rest), n, scope);
    return inner && { ...inner, result: times([...constants, inner.result]) };
  }
  // Leibniz: (u·g)⁽ⁿ⁾ = u·g⁽ⁿ⁾ + n·u′·g⁽ⁿ⁻¹⁾ for a linear u, whose second derivative is 0.
  const i = rest.findIndex((f) => linear(f, scope));
  const u = rest[i];
  const slope = u && linear(u, scope)?.slope;
  if (!u || !slope || rest.length !== 2) return null;
  const g = rest[1 - i] as Expr;
  const [high, low] = [nthDerivative(g, n, scope), nthDerivative(g, sub(n, ONE), scope)];
  return (
    high &&
    low &&
    found('leibniz', 'of a product (Leibniz)', plus([times([u, high.result]), times([n, slope, low.result])]))
  );
}

function ofQuotient(numer: Expr, denom: Expr, n: Expr, scope: NthScope): NthDerivative | null {
  if (!scope.varies(denom)) {
    const inner = nthDerivative(numer, n, scope);
    return inner && { ...inner, result: div(inner.result, denom) };
  }
  if (scope.varies(numer)) return null;
  const power =
    denom.kind === 'pow'
      ? ofPower(denom.base, neg(denom.exponent), n, scope)
      : ofPower(denom, num(-1), n, scope);
  return power && { ...power, result: times([numer, power.result]) };
}

/** (ax + b)^m: m(m − 1)…(m − n + 1)·aⁿ·(ax + b)^(m−n). */
function ofPower(base: Expr, m: Expr, n: Expr, scope: NthScope): NthDerivative | null {
  const l = linear(base, scope);
  if (!l || scope.varies(m)) return null;
  return found('power', 'of a power', scaled(l.slope, n, fallingPower(l.u, m, n)));
}

function fallingPower(u: Expr, m: Expr, n: Expr): Expr {
  if (m.kind === 'num' && m.value.isInteger && m.value.sign < 0) {
    // (−1)ⁿ (n + k − 1)!/(k − 1)! / u^(n+k) for m = −k.
    const k = neg(m);
    const count = plus([n, k, num(-1)]);
    const scale = k.kind === 'num' && Number(k.value.n) > 2 ? [div(ONE, call('factorial', sub(k, ONE)))] : [];
    return div(times([pow(num(-1), n), ...scale, call('factorial', count)]), pow(u, plus([n, k])));
  }
  const top = m.kind === 'num' && m.value.isInteger ? call('factorial', m) : call('gamma', add(m, ONE));
  const bottom =
    m.kind === 'num' && m.value.isInteger
      ? call('factorial', sub(m, n))
      : call('gamma', plus([m, neg(n), ONE]));
  return times([div(top, bottom), pow(u, sub(m, n))]);
}

/** c^u: (a·ln c)ⁿ·c^u. */
function ofExponential(c: Expr, u: Expr, n: Expr, scope: NthScope): NthDerivative | null {
  const l = scope.varies(c) ? null : linear(u, scope);
  return (
    l && found('exponential', 'of an exponential', mul(raised(times([l.slope, call('ln', c)]), n), pow(c, u)))
  );
}

function ofCall(fn: string, args: readonly Expr[], n: Expr, scope: NthScope): NthDerivative | null {
  const [u] = args;
  const l = u && args.length === 1 ? linear(u, scope) : null;
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
    case 'ln':
      return found(
        'ln',
        'of the logarithm',
        scaled(l.slope, n, div(mul(pow(num(-1), sub(n, ONE)), call('factorial', sub(n, ONE))), pow(l.u, n))),
      );
    default:
      return null;
  }
}

/** The formula at a whole n, for checking it against repeated derivatives. */
export function atOrder(result: Expr, n: Sym, value: number): Expr {
  return substitute(result, new Map([[n.id, num(value)]]));
}

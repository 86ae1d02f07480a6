/**
 * The gradient and the Jacobian that a differential says: ⟨G, P dX Q⟩ = ⟨PᵀGQᵀ, dX⟩, so that PᵀGQᵀ is the gradient of
 * what has the differential ⟨G, P dX Q⟩; and J is what stands before dx.
 */
import { call, component, div, MINUS_ONE, ONE, sym, ZERO, type Binder, type Expr } from '../../expr.js';
import { isZero } from '../../fold.js';
import { binder, freshSymbol, openBody, someNode, substitute } from '../../walk.js';
import type { Algebra } from '../algebra.js';

export const holdsDifferential = (e: Expr): boolean =>
  someNode(e, (x) => x.kind === 'call' && x.fn === 'differential');

/** What dX is multiplied by in ⟨g, form⟩; null where the form has a part that is not read here. */
export function gradientOf(form: Expr, g: Expr, algebra: Algebra): Expr | null {
  if (isZero(form)) return ZERO;
  switch (form.kind) {
    case 'add':
      return summed(
        form.terms.map((t) => gradientOf(t, g, algebra)),
        algebra,
      );
    case 'div':
      return gradientOf(form.numer, algebra.product([g, div(ONE, form.denom)]), algebra);
    case 'mul':
      return throughMultiple(form.factors, g, algebra);
    case 'matmul':
      return throughProduct(form.factors, g, algebra);
    case 'call':
      return throughCall(form.fn, form.args, g, algebra);
    case 'binder':
      return underSum(form, (body) => gradientOf(body, g, algebra));
    case 'num':
    case 'const':
    case 'sym':
    case 'pow':
    case 'root':
    case 'apply':
    case 'diff':
    case 'piecewise':
    case 'relation':
    case 'logic':
    case 'at':
    case 'bound':
    case 'plusminus':
    case 'component':
    case 'delta':
    case 'tuple':
    case 'matrix':
      return null; // prettier-ignore
  }
}
function summed(parts: readonly (Expr | null)[], algebra: Algebra): Expr | null {
  const all = parts.filter((p) => p !== null);
  return all.length === parts.length ? algebra.sum(all) : null;
}
function throughMultiple(factors: readonly Expr[], g: Expr, algebra: Algebra): Expr | null {
  const inner = factors.find(holdsDifferential);
  if (!inner) return null;
  const others = factors.filter((f) => f !== inner);
  // f A with a number f: ⟨G, f A⟩ = ⟨G, A⟩ f.
  const array = algebra.isScalar(inner) ? others.find((f) => !algebra.isScalar(f)) : undefined;
  if (!array) return gradientOf(inner, algebra.product([...others, g]), algebra);
  const rest = others.filter((f) => f !== array);
  return gradientOf(inner, algebra.product([...rest, algebra.inner(g, array)]), algebra);
}
function throughProduct(factors: readonly Expr[], g: Expr, algebra: Algebra): Expr | null {
  const at = factors.findIndex(holdsDifferential);
  const inner = factors[at];
  if (!inner) return null;
  const before = factors
    .slice(0, at)
    .reverse()
    .map((f) => algebra.transposed(f));
  const after = factors
    .slice(at + 1)
    .reverse()
    .map((f) => algebra.transposed(f));
  return gradientOf(inner, algebra.product([...before, g, ...after]), algebra);
}
function throughCall(fn: string, args: readonly Expr[], g: Expr, algebra: Algebra): Expr | null {
  const [a, b] = args;
  if (!a) return null;
  const typeOf = (e: Expr) => algebra.typing.typeOf(e);
  switch (fn) {
    case 'differential':
      return g;
    case 'transpose':
      return gradientOf(a, algebra.transposed(g), algebra);
    case 'trace':
      return gradientOf(a, algebra.product([g, algebra.typing.identity(typeOf(a).rows).e]), algebra);
    case 'diag':
      return gradientOf(a, call('diag', g), algebra);
    case 'total': {
      const { rows, cols } = typeOf(a);
      const ones = algebra.typing.ones(rows).e;
      const all = algebra.typing.lengths.isMatrix(typeOf(a))
        ? [ones, algebra.transposed(algebra.typing.ones(cols).e)]
        : [ones];
      return gradientOf(a, algebra.product([g, ...all]), algebra);
    }
    case 'hadamard': {
      const inner = args.find(holdsDifferential);
      if (!inner) return null;
      return gradientOf(inner, algebra.hadamard([g, ...args.filter((x) => x !== inner)]), algebra);
    }
    case 'cross':
      if (!b) return null;
      return holdsDifferential(b)
        ? gradientOf(b, call('cross', g, a), algebra)
        : gradientOf(a, call('cross', b, g), algebra);
    case 'entry':
      return b ? gradientOf(a, algebra.product([g, unitVector(args.slice(1))]), algebra) : null;
    default:
      return null;
  }
}
/** e_i; of a matrix's entry e_i e_jᵀ would be meant, which is read by components. */
const unitVector = (indices: readonly Expr[]): Expr => component(sym('e', ['bold']), indices);

function underSum(form: Binder, of: (body: Expr) => Expr | null): Expr | null {
  const name = freshSymbol(form.hint, [form]);
  const { body, condition } = openBody(form, name);
  const made = of(body);
  return made && binder('sum', name, { lower: form.lower, upper: form.upper, condition }, made);
}

/** J of a vector's differential J dx. */
export function jacobianOf(form: Expr, algebra: Algebra): Expr | null {
  if (isZero(form)) return ZERO;
  const { lengths } = algebra.typing;
  const typeOf = (e: Expr) => algebra.typing.typeOf(e);
  const rowOf = (f: Expr): Expr | null => {
    const g = gradientOf(f, ONE, algebra);
    return g && algebra.transposed(g);
  };
  if (form.kind === 'add')
    return summed(
      form.terms.map((t) => jacobianOf(t, algebra)),
      algebra,
    );
  if (form.kind === 'div') {
    const made = jacobianOf(form.numer, algebra);
    return made && algebra.product([made, div(ONE, form.denom)]);
  }
  if (form.kind === 'binder') return underSum(form, (body) => jacobianOf(body, algebra));
  if (form.kind === 'mul' || form.kind === 'matmul') {
    const at = form.factors.findIndex(holdsDifferential);
    const inner = form.factors[at];
    if (!inner) return null;
    const [before, after] = [form.factors.slice(0, at), form.factors.slice(at + 1)];
    if (form.kind === 'mul' && algebra.isScalar(inner)) {
      const row = rowOf(inner);
      return row && algebra.product([...before, ...after, row]);
    }
    if (form.kind === 'mul' || after.length === 0) {
      const made = jacobianOf(inner, algebra);
      return made && algebra.product([...before, ...after, made]);
    }
    if (algebra.isScalar(algebra.product(after))) {
      const made = jacobianOf(algebra.product([...before, inner]), algebra);
      return made && algebra.product([algebra.product(after), made]);
    }
    // P (dxᵀ b) with a number in brackets; P diag(dx) b = P diag(b) dx.
    if (lengths.isRow(typeOf(inner))) {
      const row = rowOf(algebra.product([inner, ...after]));
      return row && algebra.product([...before, row]);
    }
    if (
      inner.kind === 'call' &&
      inner.fn === 'diag' &&
      inner.args[0] &&
      lengths.isVector(typeOf(inner.args[0]))
    ) {
      const made = jacobianOf(inner.args[0], algebra);
      return made && algebra.product([...before, call('diag', algebra.product(after)), made]);
    }
    return null;
  }
  if (form.kind !== 'call') return null;
  const [a] = form.args;
  if (form.fn === 'differential') return a ? algebra.typing.identity(typeOf(a).rows).e : null;
  if (form.fn === 'cross') return jacobianOfCross(form.args, algebra);
  if (form.fn === 'hadamard') {
    const inner = form.args.find(holdsDifferential);
    const made = inner && jacobianOf(inner, algebra);
    return made
      ? algebra.product([call('diag', algebra.hadamard(form.args.filter((x) => x !== inner))), made])
      : null;
  }
  return null;
}

/** a × db is [a]_× db, and da × b is −[b]_× da. */
function jacobianOfCross([a, b]: readonly Expr[], algebra: Algebra): Expr | null {
  if (!a || !b) return null;
  const isLeft = holdsDifferential(a);
  const made = jacobianOf(isLeft ? a : b, algebra);
  const skew = call('skew', isLeft ? b : a);
  return made && algebra.product(isLeft ? [MINUS_ONE, skew, made] : [skew, made]);
}

/** What dt is multiplied by, t a number. */
export function slopeOf(form: Expr, t: Expr, algebra: Algebra): Expr {
  const go = (e: Expr): Expr => {
    if (e.kind === 'call' && e.fn === 'differential') return ONE;
    if (!holdsDifferential(e)) return e;
    if (e.kind === 'add') return algebra.sum(e.terms.map(go));
    if (e.kind === 'mul' || e.kind === 'matmul') return algebra.product(e.factors.map(go));
    if (e.kind === 'div') return algebra.product([go(e.numer), div(ONE, e.denom)]);
    if (e.kind === 'binder') return underSum(e, go) ?? e;
    if (e.kind !== 'call') return e;
    const args = e.args.map(go);
    const [a] = args;
    if (e.fn === 'hadamard') return algebra.hadamard(args);
    if (e.fn === 'trace' && a) return algebra.trace(a);
    if (e.fn === 'transpose' && a) return algebra.transposed(a);
    return call(e.fn, ...args);
  };
  return substitute(go(form), new Map([[t.kind === 'sym' ? t.id : '', t]]));
}

/** Derivatives as they are asked for: d/dx (…), (…)′, f″(2), and bars that say where. */
import {
  apply,
  num,
  ONE,
  product,
  same,
  sum,
  sym,
  type Add,
  type Apply,
  type Diff,
  type Expr,
  type Mul,
  type Order,
  type Sym,
} from '../core/index.js';
import { isParameterLetter, type Variable } from './symbolCustoms.js';
import { namesIn } from './freeNames.js';

/**
 * The name that readers put where the author left something to be understood: the variable of (…)′, the argument of
 * a bare sec², the operand of a d/dx that nothing follows.
 */
export const IMPLIED = sym('·');
export const isImplied = (e: Expr): boolean => e.kind === 'sym' && e.id === IMPLIED.id;

/** A derivative that a text asks for. */
export interface Operator {
  readonly body: Expr;
  /** Null where it is understood: (x² sin x)′. */
  readonly target: Variable | null;
  readonly order: Expr;
  readonly partial: boolean;
  /** Where its value is wanted: f′(2); null for the derivative as a function. */
  readonly point: EvaluationPoint | null;
}
export interface EvaluationPoint {
  readonly variable: Sym | null;
  readonly at: Expr;
}

/** The derivative that the expression is, or null where it is none. */
export function operatorOf(e: Expr): Operator | null {
  if (e.kind === 'diff') return fromDiff(e.body, e.target, e.order, e.partial);
  if (e.kind === 'apply') return fromPrimes(e);
  if (e.kind === 'add' || e.kind === 'mul') return combined(e);
  if (e.kind !== 'at') return null;
  const inner = operatorOf(e.body);
  return inner && inner.point === null ? { ...inner, point: { variable: e.variable, at: e.value } } : null;
}

/** 2·d/dx x³ − d/dx cos x is d/dx (2x³ − cos x): sums of multiples of derivatives by the same variable. */
function combined(e: Add | Mul): Operator | null {
  const terms = (e.kind === 'add' ? e.terms : [e]).map(multiple);
  const [first] = terms;
  if (!first || terms.some((t) => t === null || !isLike(t.pending, first.pending))) return null;
  const bodies = terms.flatMap((t) => (t ? [t.body] : []));
  const { target, order, partial } = first.pending;
  const inner = fromDiff(sum(bodies), target, order, partial);
  return inner && bodies.some((b) => operatorOf(b)) ? null : inner;
}
const isLike = (a: Diff, b: Diff): boolean =>
  same(a.target, b.target) && same(a.order, b.order) && a.partial === b.partial;

/** A constant times one derivative; null for anything else. */
function multiple(e: Expr): { pending: Diff; body: Expr } | null {
  const factors = e.kind === 'mul' ? e.factors : [e];
  const [pending, ...more] = factors.filter((f): f is Diff => f.kind === 'diff');
  if (!pending || more.length > 0 || isImplied(pending.body)) return null;
  const understood = isImplied(pending.target);
  // dy/dx is a name for a derivative; (x)′ is one to be taken.
  if (pending.body.kind === 'sym' && !understood) return null;
  const isConstant = (f: Expr): boolean =>
    f === pending ||
    (understood ? namesIn(f).symbols.every(isParameterLetter) : !mentions(f, pending.target));
  if (!factors.every(isConstant)) return null;
  return { pending, body: product(factors.map((f) => (f === pending ? pending.body : f))) };
}

const mentions = (e: Expr, target: Expr): boolean => [...target.free].some((id) => e.free.has(id));

function fromDiff(body: Expr, target: Expr, order: Expr, partial: boolean): Operator | null {
  if (target.kind !== 'sym' && target.kind !== 'component') return null;
  // d/dx of d/dx by the same variable is the second derivative.
  if (body.kind === 'diff' && same(body.target, target)) {
    return fromDiff(body.body, target, added(body.order, order), partial);
  }
  return { body, target: isImplied(target) ? null : target, order, partial, point: null };
}

const added = (a: Expr, b: Expr): Expr =>
  a.kind === 'num' && b.kind === 'num' ? num(a.value.add(b.value)) : sum([a, b]);

/** f′ and f′(x); f′(u) of anything but a name is the derivative of f, taken at u. */
function fromPrimes(e: Apply): Operator | null {
  const primed = e.orders.findIndex((o) => o !== 0);
  if (primed < 0) return null;
  const order = orderExpr(e.orders[primed] ?? 1);
  if (e.args.length === 0) return { body: e.fn, target: null, order, partial: false, point: null };
  const arg = e.args[primed];
  if (arg?.kind === 'sym') {
    return { body: apply(e.fn, e.args), target: arg, order, partial: e.args.length > 1, point: null };
  }
  if (!arg || e.args.length > 1) return null;
  return { body: e.fn, target: null, order, partial: false, point: { variable: null, at: arg } };
}

const orderExpr = (o: Order): Expr => (typeof o !== 'number' ? o : o === 1 ? ONE : num(o));

/** The operators of vector calculus that are read as calls. */
export const FIELD_CALLS: Readonly<Partial<Record<string, 'divergence' | 'curl' | 'laplacian'>>> = {
  divergence: 'divergence',
  curl: 'curl',
  laplacian: 'laplacian',
};

/** What an operator of vector calculus is taken of: the F of ∇·F, the f of ∇f · u; null for anything else. */
export function fieldBodyOf(e: Expr): Expr | null {
  if (e.kind === 'mul') {
    // λ∇g is a multiple of a gradient, ∇f · v the derivative along v.
    const [gradient, along, more] = e.factors;
    return along && !more && ['sym', 'tuple', 'matrix'].includes(along.kind) ? potentialOf(gradient) : null;
  }
  if (e.kind !== 'call') return null;
  const [a, b, more] = e.args;
  if (FIELD_CALLS[e.fn]) return a && !b ? a : null;
  if (e.fn === 'det' || e.fn === 'abs') return a && !b && isJacobian(a) ? a.body : null;
  return (e.fn === 'dot' || e.fn === 'inner') && !more ? (potentialOf(a) ?? potentialOf(b)) : null;
}
/** ∂(x, y)/∂(u, v). */
const isJacobian = (e: Expr): e is Diff =>
  e.kind === 'diff' && e.partial && e.target.kind === 'tuple' && e.body.kind === 'tuple';
/** The f of ∇f. */
const potentialOf = (e: Expr | undefined): Expr | null =>
  e?.kind === 'diff' && e.partial && isImplied(e.target) && !isImplied(e.body) && same(e.order, ONE)
    ? e.body
    : null;

/** Whether it is a derivative with an operand. */
export function isDerivative(e: Expr): boolean {
  if (fieldBodyOf(e)) return true;
  const operator = operatorOf(e);
  return operator !== null && !isImplied(operator.body);
}

/** A derivative that only names its function: f′(x), dy/dx, ∂L/∂w. */
export function isBareHead(e: Expr): boolean {
  if (e.kind === 'at') return isBareHead(e.body);
  if (e.kind === 'apply') return true;
  const field = fieldBodyOf(e);
  if (field) return isNamed(field) || isBareHead(field);
  if (e.kind !== 'diff') return false;
  const { body } = e;
  if (body.kind === 'diff') return isBareHead(body);
  return isNamed(body);
}
const isNamed = (e: Expr): boolean =>
  e.kind === 'sym' || (e.kind === 'apply' && e.args.every((a) => a.kind === 'sym'));

/** A d/dx that nothing follows. */
export function isOpenOperator(e: Expr): boolean {
  const operator = operatorOf(e);
  return operator !== null && isImplied(operator.body);
}

/** What cannot be differentiated yet, said before an answer could be wrong. */
import {
  children,
  functionRow,
  isPrimed,
  isWrittenDerivative,
  MINUS_ONE,
  same,
  someNode,
  type Component,
  type Expr,
} from '../core/index.js';
import { isAlwaysFunction } from '../customs/usually.js';
import { refuse, type NotAsked } from './asked.js';
import { variableName, type Variable } from './symbolCustoms.js';
import { isImplied } from './operator.js';
import { isTransposeByT } from './ranks.js';

/** Why the expression cannot be differentiated by the variable; null where it can. */
export function unsupported(body: Expr, variable: Variable): NotAsked | null {
  return (
    notAValue(body) ??
    withinOther(body, variable) ??
    firstUnsupported(body) ??
    determinant(body, variable) ??
    inverse(body) ??
    transposed(body, variable) ??
    raisedToT(body, variable) ??
    vectors(body, variable) ??
    indexed(body, variable)
  );
}

function notAValue(body: Expr): NotAsked | null {
  if (body.kind === 'relation' || body.kind === 'logic') {
    return refuse('unsupported', 'A statement has no derivative: choose one of its sides.', body);
  }
  return null;
}

/** d/dx (x²) + x: whether the sum or only its first term is meant to be differentiated cannot be told. */
function withinOther(body: Expr, variable: Variable): NotAsked | null {
  // x·dy/dx by x has a derivative; dz/dy·dy/dx is the right side of a chain rule and no question.
  const isOther = (e: Expr): boolean =>
    e.kind === 'diff' && !(e.body.kind === 'sym' && same(e.target, variable)) && e.body.kind !== 'diff';
  if (body.kind === 'diff' || !someNode(body, isOther)) return null;
  return refuse('ambiguous', AMONG_OTHERS, body);
}

/**
 * w − η ∂E/∂w, m q̈ + k q, x′x: what is asked for stands in it already, and differentiating the whole of it once more
 * is asked by no one.
 */
export function derivativeAmong(body: Expr): NotAsked | null {
  return someNode(body, isWrittenDerivative) ? refuse('ambiguous', AMONG_OTHERS, body) : null;
}
const AMONG_OTHERS = 'A derivative stands among other terms here: choose the derivative itself.';

function firstUnsupported(body: Expr): NotAsked | null {
  let found: NotAsked | null = null;
  const bounds = new Set<Expr>();
  someNode(body, (e) => {
    if (e.kind === 'binder' && e.op === 'integral')
      for (const b of [e.lower, e.upper]) if (b && isInfinite(b)) bounds.add(infinityIn(b));
    return !bounds.has(e) && (found = unsupportedNode(e)) !== null;
  });
  return found;
}

/** ∞ or −∞, to which an integral may go. */
const isInfinite = (e: Expr): boolean => infinityIn(e).kind === 'const';
const infinityIn = (e: Expr): Expr => {
  const [sign, of] = e.kind === 'mul' && e.factors.length === 2 ? e.factors : [];
  return sign?.kind === 'num' && sign.value.abs().isOne && of ? of : e;
};

function unsupportedNode(e: Expr): NotAsked | null {
  if (e.kind === 'tuple' || e.kind === 'matrix') {
    return refuse(
      'unsupported',
      'A vector or matrix is written out here beside what it does not fit: ask for an entry of it.',
      e,
    );
  }
  if (e.kind === 'const' && e.name === 'infinity') {
    return refuse('unsupported', 'An expression with ∞ in it has no derivative.', e);
  }
  if (isImplied(e)) return refuse('no-formula', 'Something is left out here that nothing nearby says.', e);
  if (e.kind === 'call' && functionRow(e.fn) === null) {
    const what = VECTOR_FUNCTIONS.has(e.fn)
      ? 'What is a vector here and what a matrix could not be told: write vectors bold, or say x ∈ ℝⁿ.'
      : `No derivative of ${e.fn} is known.`;
    return refuse('unsupported', what, e);
  }
  return null;
}
const VECTOR_FUNCTIONS: ReadonlySet<string> = new Set([
  'transpose',
  'norm',
  'trace',
  'det',
  'inverse',
  'softmax',
]);

/** |A| by A, ln |Σ|: of a capital letter the bars may be those of a determinant. */
function determinant(body: Expr, variable: Variable): NotAsked | null {
  const isBarred = (e: Expr): boolean => {
    if (e.kind !== 'call' || e.fn !== 'abs') return false;
    const [inner] = e.args;
    return inner?.kind === 'sym' && isCapital(inner) && same(inner, variable);
  };
  const isLogarithm = (e: Expr): boolean => e.kind === 'call' && (e.fn === 'ln' || e.fn === 'log');
  const isDoubtful = (e: Expr): boolean =>
    isBarred(e) ||
    (isLogarithm(e) &&
      children(e).some((c) => c.kind === 'call' && c.fn === 'abs' && c.args.every(isCapital)));
  if (!someNode(body, isDoubtful)) return null;
  return refuse(
    'ambiguous',
    'Whether these bars are an absolute value or a determinant nothing here says.',
    body,
  );
}
const isCapital = (e: Expr): boolean => e.kind === 'sym' && /^[A-Z]/.test(e.base) && e.sub === null;

/** β′X′y by β: the variable's own prime is no derivative, but a transpose or another value. */
function transposed(body: Expr, variable: Variable): NotAsked | null {
  const isOwn = (e: Expr): boolean =>
    e.kind === 'apply' && e.args.length === 0 && isPrimed(e) && same(e.fn, variable);
  if (!someNode(body, isOwn)) return null;
  const name = variableName(variable);
  return refuse(
    'ambiguous',
    `${name}′ beside ${name} may be a transpose or another value, and no derivative.`,
    body,
  );
}

/** (f^{−1})′: of a function the inverse as often as the reciprocal. */
function inverse(body: Expr): NotAsked | null {
  const isInverse = (e: Expr): boolean =>
    e.kind === 'pow' &&
    same(e.exponent, MINUS_ONE) &&
    (e.base.kind === 'apply'
      ? e.base.args.length === 0
      : e.base.kind === 'sym' && isAlwaysFunction(e.base.id));
  if (!someNode(body, isInverse)) return null;
  return refuse(
    'ambiguous',
    'Whether this is the inverse function or the reciprocal nothing here says.',
    body,
  );
}

/** F(x)^T d: a transpose more often than a power; (1 + r)^T is one. */
export function raisedToT(body: Expr, variable: Variable): NotAsked | null {
  const isRaised = (e: Expr): boolean =>
    e.kind === 'pow' &&
    e.exponent.kind === 'sym' &&
    e.exponent.id === 'T' &&
    (e.base.kind === 'sym' || e.base.kind === 'component' || e.base.kind === 'apply');
  if (variable.free.has('T') || !someNode(body, (e) => isRaised(e) || isTransposeByT(e))) return null;
  return refuse('ambiguous', 'Whether T is an exponent or marks a transpose nothing here says.', body);
}

/** Bold letters and arrows stand for vectors, whose derivatives are not the scalar ones. */
function vectors(body: Expr, variable: Variable): NotAsked | null {
  const vector = (e: Expr): boolean => e.kind === 'sym' && e.marks.some((m) => m === 'bold' || m === 'vec');
  if (!someNode(variable, vector) && !someNode(body, vector)) return null;
  return refuse(
    'unsupported',
    'What this is of the vectors in it could not be told: ask for an entry of it, or say the shapes of its letters.',
    body,
  );
}

/** z_i by z_k depends on whether i is k, and a sum over z_j holds every z: the scalar rules would answer 0. */
function indexed(body: Expr, variable: Variable): NotAsked | null {
  const base = variable.kind === 'sym' ? variable : variable.base;
  // Beside x itself x_0 is one of its values, and no entry.
  const isScalar = variable.kind === 'sym' && mentionsWhole(body, variable);
  const isOther = (e: Expr): boolean =>
    e.kind === 'component' &&
    !(isScalar && e.indices.every((i) => i.kind === 'num')) &&
    same(e.base, base) &&
    !same(e, variable) &&
    !areDistinct(e, variable);
  const vectorItself = variable.kind === 'component' && mentionsWhole(body, variable.base);
  if (!vectorItself && !someNode(body, isOther)) return null;
  return refuse(
    'unsupported',
    'How this depends on that entry could not be told: give the formula for its entries.',
    body,
  );
}

/** Two entries with different numbers for indices. */
function areDistinct(e: Component, variable: Variable): boolean {
  if (variable.kind !== 'component') return false;
  return [...e.indices, ...variable.indices].every((i) => i.kind === 'num');
}

/** z itself, next to its entry z_i. */
export function mentionsWhole(body: Expr, base: Expr): boolean {
  const seen = new Set<Expr>();
  const visit = (e: Expr): boolean => {
    if (seen.has(e) || e.kind === 'component') return false;
    seen.add(e);
    return same(e, base) || children(e).some(visit);
  };
  return visit(body);
}

/** Which operator of vector calculus an expression is: by its sign, its word, or what stands beside ∇. */
import {
  isOne,
  same,
  someNode,
  TWO,
  type Diff,
  type Expr,
  type FieldOperator,
  type Sym,
} from '../core/index.js';
import { isCoordinate } from '../customs/usually.js';
import { refuse, type NotAsked } from './asked.js';
import { pointKey } from './definitions.js';
import { reachable } from './dependence.js';
import { writtenOut } from './writtenOut.js';
import { FIELD_CALLS, isImplied } from './operator.js';
import { isStyled } from './styles.js';
import { jacobianOf, looked, usualVariables, vectorOf, type Known } from './severalVariables.js';
import type { Variable } from './symbolCustoms.js';
import { inUnitVectors } from './unitVectors.js';

/** What a derivative is taken along: written out, or a name whose entries are not. */
export type Direction =
  | { readonly items: readonly Expr[]; readonly length: number }
  | { readonly name: Sym; readonly length: null };

export interface FieldAsked {
  readonly operator: FieldOperator;
  readonly body: Expr;
  /** The variables that the text names; null where they are understood. */
  readonly targets: readonly Variable[] | null;
  readonly along: Direction | null;
  readonly notes: readonly string[];
}
const BARE = { targets: null, along: null, notes: [] } as const;

/** The operator that the expression is, or why it cannot be told; null for anything else. */
export function fieldIn(e: Expr, known: Known): FieldAsked | NotAsked | null {
  const found =
    byCall(e, known) ?? nablaSquared(e, known) ?? alongTarget(e, known) ?? besideGradient(e, known);
  if (!found || 'code' in found || found.operator === 'jacobian-determinant') return found;
  return someNode(found.body, isOperator)
    ? refuse(
        'unsupported',
        'Of one operator within another only ∇·∇f is read: take them one after the other.',
        found.body,
      )
    : found;
}
const isOperator = (e: Expr): boolean =>
  (e.kind === 'call' && FIELD_CALLS[e.fn] !== undefined) || e.kind === 'diff';

/** ∇·F, ∇×F, Δf, ∇·∇f, and the determinant of a Jacobian matrix. */
function byCall(e: Expr, known: Known): FieldAsked | NotAsked | null {
  if (e.kind !== 'call') return null;
  const [body, more] = e.args;
  if (!body || more) return null;
  if (e.fn === 'det' || e.fn === 'abs') {
    const jacobian = jacobianOf(body, known.definitions);
    return (
      jacobian && {
        ...BARE,
        operator: 'jacobian-determinant',
        body: jacobian.body,
        targets: jacobian.targets.length > 0 ? jacobian.targets : null,
      }
    );
  }
  const operator = FIELD_CALLS[e.fn];
  if (!operator) return null;
  const potential = operator === 'divergence' ? gradientIn(body) : null;
  if (potential) return { ...BARE, operator: 'laplacian', body: potential.body };
  return operator === 'laplacian' ? laplacian(body, known) : { ...BARE, operator, body };
}
/** Δf of a function of one variable is a difference as often. */
function laplacian(body: Expr, known: Known): FieldAsked | NotAsked {
  const { params } = looked(body, known.definitions);
  if (known.nablaSquared !== 'laplacian' && body.kind === 'sym' && params.length < 2)
    return refuse('ambiguous', 'Δ may be the Laplacian or a difference here, and nothing says which.', body);
  return { ...BARE, operator: 'laplacian', body, notes: ['Δ read as the Laplacian'] };
}

/** ∇²f where the note speaks of the Laplacian, and ∇²F of a vector field, of which there is no Hessian matrix. */
function nablaSquared(e: Expr, known: Known): FieldAsked | null {
  if (e.kind !== 'diff' || !e.partial || !isImplied(e.target) || !same(e.order, TWO) || isImplied(e.body))
    return null;
  const { value } = looked(e.body, known.definitions);
  const isVector = value !== null && (vectorOf(value) !== null || inUnitVectors(value) !== null);
  if (!isVector && known.nablaSquared !== 'laplacian') return null;
  return { ...BARE, operator: 'laplacian', body: e.body, notes: ['∇² read as the Laplacian'] };
}

/** D_u f and ∂f/∂u by a vector that does not stand in f. */
function alongTarget(e: Expr, known: Known): FieldAsked | null {
  if (e.kind !== 'diff' || e.target.kind !== 'sym' || isImplied(e.target) || isImplied(e.body) || !isOnce(e))
    return null;
  const { target } = e;
  const direction = directionIn(target, known);
  if (!direction) return null;
  const { value, params } = looked(e.body, known.definitions);
  if (value === null || !isOfPlaces(value, params, known)) return null;
  const through = [value, ...[...reachable(value, known.definitions, NONE).values()].map((d) => d.value)];
  const isOwn = (s: Expr): boolean => s.kind === 'sym' && (s.base === target.base || isStyled(s));
  return through.some((v) => someNode(v, isOwn))
    ? null
    : { ...BARE, operator: 'directional', body: e.body, along: direction };
}
const NONE: ReadonlySet<string> = new Set();
/** A function of several variables, or of coordinates: a loss that is said by its entries is none. */
function isOfPlaces(value: Expr, params: readonly Variable[], { definitions }: Known): boolean {
  if (params.length > 1) return true;
  const all = usualVariables(value, definitions);
  return all.length > 0 && all.every((v) => v.kind === 'sym' && isCoordinate(v.base));
}
const isOnce = (e: Diff): boolean => isOne(e.order);

/** ∇f · u. */
function besideGradient(e: Expr, known: Known): FieldAsked | null {
  const [a, b, more] = e.kind === 'mul' ? e.factors : e.kind === 'call' && PRODUCTS.has(e.fn) ? e.args : [];
  if (!a || !b || more) return null;
  const gradient = gradientIn(a) ?? gradientIn(b);
  const direction = gradient && directionIn(gradientIn(a) ? b : a, known);
  if (!gradient || !direction) return null;
  const targets = gradient.target.kind === 'tuple' ? gradient.target.items.filter(isVariable) : [];
  return {
    ...BARE,
    operator: 'directional',
    body: gradient.body,
    along: direction,
    targets: targets.length > 0 ? targets : null,
  };
}
const PRODUCTS: ReadonlySet<string> = new Set(['dot', 'inner']);
const isVariable = (e: Expr): e is Variable => e.kind === 'sym' || e.kind === 'component';

const gradientIn = (e: Expr): Diff | null =>
  e.kind === 'diff' && e.partial && isOnce(e) && (isImplied(e.target) || e.target.kind === 'tuple')
    ? e
    : null;

/** A vector written out, one that the note gives, or a name in the style of vectors. */
function directionIn(e: Expr, { definitions }: Known): Direction | null {
  const value =
    e.kind === 'sym' ? ((definitions.get(e.id) ?? definitions.get(pointKey(e.id)))?.value ?? e) : e;
  const items = vectorOf(writtenOut(value) ?? undefined)?.items ?? inUnitVectors(value)?.items;
  if (items) return { items, length: items.length };
  return e.kind === 'sym' && isStyled(e) ? { name: e, length: null } : null;
}

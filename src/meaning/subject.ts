/** The subject of a text: what is to be differentiated, and what the text itself says about how. */
import { opaqueIn, type Expr, type Relation } from '../core/index.js';
import { refuse, type NotAsked } from './asked.js';
import { isSaidBy } from './implicit.js';
import type { Variable } from './symbolCustoms.js';
import { isImplied, operatorOf, type Operator } from './operator.js';

/** Whether the left side is a derivative or a name for what stands on the right. */
export function isNaming({ sides: [left, right] }: Relation): boolean {
  return left !== undefined && isSubject(left) && (right === undefined || isSaidBy(left, right));
}

/** What is to be differentiated, and what the text itself says about how. */
export interface Subject {
  readonly ok: true;
  readonly body: Expr;
  readonly head: Expr | null;
  readonly operator: Operator | null;
  /** The variables of x ↦ …, where no name is given. */
  readonly params?: readonly Variable[];
  /** The derivative is a name with primes: y′, a function of what the text does not say. */
  readonly primed?: boolean;
}

/** The subject of an expression or equation, or why it has none. */
export function subjectOf(e: Expr): Subject | NotAsked {
  if (e.kind !== 'relation') return expressionSubject(e, null);
  const [left, ...rights] = e.sides;
  const [op] = e.ops;
  const own = left && operatorOf(left);
  if (own) {
    // x′ = 1 is said of the variable itself.
    const isOne = rights.length > 0 && rights.every((r) => r.kind === 'num' && r.value.isOne);
    return { ok: true, body: own.body, head: null, operator: own, primed: isPrimedName(left) && !isOne };
  }
  if (op === '->' && left && isVariable(left) && rights[0]) {
    return { ok: true, body: rights[0], head: null, operator: null, params: [left] };
  }
  if (op !== '=' && op !== ':=')
    return refuse('unsupported', 'Only equations can be differentiated, not inequalities.', e);
  if (!left || !isHead(left) || (left.kind === 'call' && rights[0] && !isSaidBy(left, rights[0]))) {
    return refuse(
      'unsupported',
      'This equation gives nothing a name: choose one of its sides to differentiate.',
      e,
    );
  }
  // y = f(x) = x²: the first side that says more than a name.
  const right = rights.find((r) => !isHead(r)) ?? rights[0];
  return right ? expressionSubject(right, left) : refuse('no-formula', 'The right side is missing.', e);
}

function expressionSubject(e: Expr, head: Expr | null): Subject {
  const operator = operatorOf(e);
  const primed = isPrimedName(e);
  return { ok: true, body: operator ? operator.body : e, head: operator ? null : head, operator, primed };
}
/** y′ and a_i′; not (x)′, whose bracket holds what is differentiated. */
const isPrimedName = (e: Expr): boolean =>
  (e.kind === 'apply' && e.args.length === 0) ||
  (e.kind === 'diff' && e.body.kind === 'component' && isImplied(e.target));

/** Whether the expression can stand on the left of "=" and ask something: a derivative, or a name for the right side. */
export const isSubject = (e: Expr): boolean => isHead(e) || operatorOf(e) !== null;

/** y, E_k, f(x), L(y, ŷ), σ(x): what an equation can give a name to. */
function isHead(e: Expr): boolean {
  if (isVariable(e)) return true;
  const isPlain = e.kind === 'call' || (e.kind === 'apply' && e.orders.every((o) => o === 0));
  return isPlain && e.args.length > 0 && e.args.every(isVariable);
}
/** The variables that the left side names: x of f(x). */
export const parametersOf = (head: Expr | null): readonly Variable[] =>
  head?.kind === 'apply' || head?.kind === 'call' ? head.args.filter(isVariable) : [];
const isVariable = (e: Expr): e is Variable =>
  (e.kind === 'sym' && opaqueIn(e) === null) || (e.kind === 'component' && e.base.kind === 'sym');

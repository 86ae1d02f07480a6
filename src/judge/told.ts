/**
 * Which verdicts are told. Much that looks like a claim is a condition, a law, a given value, or two formulas that only
 * stand near each other: of these what holds is told, and the rest is listed as nothing at all.
 */
import { isPrimed, isZero, same, someNode, type Apply, type Expr } from '../core/index.js';
import type { Link } from '../claims/notes/link.js';
import type { Definition } from '../meaning/definitions.js';
import type { Definitions } from '../meaning/dependence.js';
import { isParameterLetter } from '../meaning/symbolCustoms.js';
import { namesIn } from '../meaning/freeNames.js';
import { FIELD_CALLS, fieldBodyOf, isBareHead, isImplied } from '../meaning/operator.js';
import { bareName } from './doubts.js';
import { askedOf } from './oneReading.js';
import type { Verdict } from './verdict.js';

/** Whether a verdict on a link is told; `inForce` are the definitions at the link. */
export const isTold = (claim: Link, { kind, isGeneral }: Verdict, inForce: Definitions): boolean =>
  !NEVER.some((is) => is(claim)) &&
  (kind === 'true' ||
    (isGeneral === true && !isNear(claim, kind, inForce)) ||
    !UNLESS_TRUE.some((is) => is(claim, kind, inForce)));

/** f′(a) ≠ 0: a condition, whether or not it is so. */
const isInequality = ({ op, right }: Link): boolean => op === '!=' && right.free.size === 0;

/** P′(1) = f′(1) = 0: conditions on both. */
const isInterpolation = ({ head, chain }: Link): boolean =>
  isAtPlace(head) &&
  chain.slice(1).some((e) => isAtPlace(e) && isBareHead(e)) &&
  chain.slice(1).every(isGiven);

/** div F = ∇·F: how an operator is written, and nothing of F. */
const isSpelling = ({ head, right }: Link): boolean =>
  head.kind === 'call' &&
  right.kind === 'call' &&
  FIELD_CALLS[head.fn] !== undefined &&
  FIELD_CALLS[head.fn] === FIELD_CALLS[right.fn] &&
  head.args.length === right.args.length &&
  head.args.every((a, i) => same(a, right.args[i] as Expr));

const NEVER: readonly ((claim: Link) => boolean)[] = [isInequality, isInterpolation, isSpelling];

type Row = (claim: Link, kind: Verdict['kind'], inForce: Definitions) => boolean;

/** A question and the next formula, an arrow, the answer that another claim says already. */
const isNear: Row = ({ tentative, echo }) => tentative || echo;

const isSupposition: Row = ({ supposed }) => supposed;

/** f′(x) = 0, f_x = f_y = 0 and ∇(f − λC) = 0 where it is not so everywhere. */
const isZeroCondition: Row = ({ head, right, link, chain, beside }, kind, inForce) =>
  !(kind === 'false' && isAtNumber(head) && isGivenWhole(inForce.get(bareName(head) ?? ''), beside)) &&
  (isZero(right) ||
    (isBareHead(right) &&
      chain.slice(link).every((e) => isBareHead(e) || isZero(e)) &&
      chain.some(isZero))) &&
  (kind === 'undecided' ||
    isBareHead(head) ||
    link > 1 ||
    (head.kind === 'diff' && head.partial && isImplied(head.target)));

/** f′(2) = 3 in a list of data: a claim only beside what f is, or where it is worked out. */
const isGivenValue: Row = ({ head, chain, link, right, beside }, kind, inForce) => {
  const d = inForce.get(bareName(head) ?? '');
  const isOwn = d?.params.some((p) => head.kind === 'apply' && head.args.some((a) => same(a, p))) ?? false;
  if (!isAtPlace(head) || isOwn) return false;
  if (kind !== 'undecided' && d !== undefined && d.from >= beside) return false;
  return chain.slice(1).every(isGiven) || link > 1 || right.free.size > 0;
};

/**
 * y′ = −ky, ẋ = f(x, u), d ln T/dr = −ρ, of what nothing gives by the variable: what the text lays down, or has found by
 * other means. There is nothing that it could be held against, but an equation beside it that gives y implicitly.
 */
const isLaw: Row = (claim, kind, inForce) => {
  if (kind !== 'undecided') return false;
  const asked = askedOf(claim, inForce);
  if (asked.ok || asked.isUnsaid !== true) return false;
  const { head, said } = claim;
  const names = head.kind === 'diff' && !isImplied(head.target) ? [...head.free] : [];
  const isGiving = (e: Expr): boolean =>
    e.kind === 'relation' &&
    names.every((id) => e.free.has(id)) &&
    !someNode(e, (x) => x.kind === 'diff' || x.kind === 'apply');
  return names.length < 2 || !said.some(isGiving);
};

/** dN/dt = rN(1 − N/K), where another N is said: an equation for what it gives the derivative of. */
const isEquationForIt: Row = ({ head, right }, kind) => {
  const name = bareName(head);
  if (kind !== 'undecided' || name === null) return false;
  const { symbols, applications } = namesIn(right);
  const isIt = (a: Apply): boolean => a.fn.id === name && a.orders.every((o) => o === 0);
  return symbols.some((s) => s.id === name) || applications.some(isIt);
};

/** Δf = f(b) − f(a), ∇ × E = −∂B/∂t: of an operator of vector calculus that asks nothing here a law or another sign. */
const isUnaskedField: Row = (claim, kind, inForce) => {
  const { head, nablaSquared } = claim;
  if (kind !== 'undecided' || fieldBodyOf(head) === null) return false;
  return nablaSquared === null || !askedOf(claim, inForce).ok;
};

/** x′ = xu, γ′ = (C − c)/d: a prime on a name alone marks another quantity as often as a derivative. */
const isOtherQuantity: Row = ({ head }, kind) =>
  kind === 'undecided' && head.kind === 'apply' && head.args.length === 0;

/** d ln L(p)/dp = k/p − …, of an L that nothing defines, and that the right side has put something in for. */
const isOfUnknown: Row = ({ head, right }, kind, inForce) => {
  if (kind !== 'undecided') return false;
  const unknown = namesIn(head).applications.filter((a) => !inForce.has(a.fn.id));
  const said = namesIn(right);
  return (
    unknown.length > 0 &&
    said.derivatives.length === 0 &&
    !unknown.some((a) => said.applications.some((b) => b.fn.id === a.fn.id))
  );
};

const UNLESS_TRUE: readonly Row[] = [
  isNear,
  isSupposition,
  isZeroCondition,
  isGivenValue,
  isLaw,
  isEquationForIt,
  isUnaskedField,
  isOtherQuantity,
  isOfUnknown,
];

/** Whether a formula beside the claim gives the function, with no other letter that the claim might be there to find. */
const isGivenWhole = (d: Definition | undefined, beside: number): boolean =>
  d !== undefined && d.from >= beside && [...d.value.free].every((id) => d.params.some((p) => p.id === id));
/** f″(0): where a formula gives f, that is no condition. */
const isAtNumber = (head: Expr): boolean =>
  head.kind === 'apply' && isPrimed(head) && head.args.length === 1 && head.args[0]?.free.size === 0;

/** f′(2), f′(a), dy/dx at x = 1, ∂f(0, 0)/∂x: of a function with a name, at a place. */
function isAtPlace(head: Expr): boolean {
  if (head.kind === 'at') return isBareHead(head.body) || isAtPlace(head.body);
  if (head.kind === 'diff') {
    if (head.body.kind === 'diff') return isAtPlace(head.body);
    if (head.body.kind !== 'apply' || isImplied(head.target)) return false;
    return ![...head.target.free].some((id) => head.body.free.has(id));
  }
  return head.kind === 'apply' && isPrimed(head) && head.args.some(isPlace);
}
/** A number, a letter that is a constant by custom, and what has an index: none of them runs along a line. */
const isPlace = (e: Expr): boolean =>
  e.free.size === 0 ||
  e.kind === 'component' ||
  (e.kind === 'sym' && (e.sub !== null || isParameterLetter(e)));

/** A number or a name, nothing that is worked out. */
const isGiven = (e: Expr): boolean =>
  e.kind === 'sym' ||
  e.kind === 'component' ||
  (e.free.size === 0 && !someNode(e, (x) => x.kind === 'add' || x.kind === 'mul' || x.kind === 'call')) ||
  isAtPlace(e);

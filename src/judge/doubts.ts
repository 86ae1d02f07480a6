/**
 * When a claim that does not hold is not called false all the same: because the text may mean something else. A wrong
 * alarm costs more than a mistake that is passed over.
 */
import { same, someNode, type Apply, type Comparison, type Diff, type Expr } from '../core/index.js';
import type { Asked } from '../meaning/asked.js';
import type { Link } from '../claims/notes/link.js';
import { isFunctionLetter } from '../meaning/symbolCustoms.js';
import { namesIn } from '../meaning/freeNames.js';
import { isBareHead, isImplied } from '../meaning/operator.js';
import { decimalsIn, isRoundedTo } from './rounded.js';
import type { Case } from './verdict.js';
import { derivedNames, type Worlds } from './worlds.js';
import { ASSUMED_FUNCTIONS, IMAGINARY_UNITS, isCurve } from '../customs/usually.js';

/** Why it is left undecided, in words; null where nothing speaks against calling it false. */
export function whyNotFalse(
  claim: Link,
  asked: Asked,
  worlds: Worlds,
  c: Case,
  comparison: Comparison,
): string | null {
  if (claim.doubtful) return 'The text round it may say that it is only supposed.';
  if (isNoNumber(c.claimed) || isNoNumber(c.actual)) return 'Not all of it has a number for a value.';
  if (isUpdate(claim)) return 'The prime may mark a new value.';
  if (isOfBothSides(claim)) return 'Both sides of an equation may be differentiated here.';
  if (isOfCapitals(claim)) return 'The prime may be a transpose.';
  if (derivesItselfAgain(claim)) return 'How far the operator reaches is not clear.';
  const call = possibleCall(claim);
  if (call !== null) return `${call} may be a function here.`;
  if (isBareHead(claim.head) && isLinearInItself(claim)) return 'This may be a differential equation.';
  if (isUnrelated(claim, c)) return 'Nothing here says how it depends on the variable.';
  if (isEquationToSolve(claim, asked, c)) return 'This may be an equation to solve, or a value at a point.';
  if (isMoved(claim)) return 'It is taken at another place.';
  const unit = possibleUnit(c);
  if (unit !== null) return `${unit} may be the imaginary unit.`;
  if (isRounded(claim, comparison)) return 'It is right to the digits written.';
  if (worlds.assumed.length > 0)
    return `Nothing here says what ${worlds.assumed.map((f) => f.base).join(', ')} is.`;
  if (worlds.unknown.length > 0) return aboutUnknown(claim, asked, worlds);
  return null;
}

/** Whether only a known mistake makes it false: the definition may be of another time, the name another thing. */
export function needsMistake(claim: Link, asked: Asked, worlds: Worlds): boolean {
  if (bringsDefinedNames(claim, asked, worlds)) return true;
  if (worlds.unknown.length > 0) return derivedNames([claim.right]).size === 0 && !isRule(claim);
  if (!isBareHead(claim.head)) return isValueOfCall(claim) || isOtherFunction(claim);
  const near = asked.used.length > 0 && asked.used.every((d) => d.from >= claim.near && d.from <= claim.to);
  const [name] = namesOf(claim.head);
  return !near || (name !== undefined && claim.right.free.has(name));
}

/**
 * d/dx [f(x)g(x)] = f′(x)g(x) + …: derivatives of what the operand has without: a rule, and no equation for f. So is
 * d/dx ∫ f(t) dt = f(x), which takes f out of the integral.
 */
function isRule({ head, right }: Link): boolean {
  if (head.kind !== 'diff') return false;
  if (isOfIntegral(head.body, right)) return true;
  const operand = namesIn(head.body);
  const isPlain = (a: Apply): boolean => a.orders.every((o) => o === 0);
  if (operand.derivatives.length > 0 || !operand.applications.every(isPlain)) return false;
  const functions = new Set(operand.applications.map((a) => a.fn.id));
  const said = namesIn(right);
  return (
    said.applications.some((a) => !isPlain(a) && functions.has(a.fn.id)) ||
    said.derivatives.some((d) => d.body.kind === 'apply' && functions.has(d.body.fn.id))
  );
}

/** ∫ f(t) dt beside f(x). */
function isOfIntegral(body: Expr, right: Expr): boolean {
  if (body.kind !== 'binder' || body.op !== 'integral') return false;
  const [integrated, said] = [namesIn(body), namesIn(right)].map(
    (n) => new Set(n.applications.map((a) => a.fn.id)),
  );
  return (
    integrated !== undefined &&
    said !== undefined &&
    said.size > 0 &&
    [...said].every((id) => integrated.has(id))
  );
}

/** σ′(z) = 0.25, said of some z. */
const isValueOfCall = ({ head, right }: Link): boolean =>
  right.free.size === 0 &&
  head.kind === 'diff' &&
  head.body.kind === 'call' &&
  head.body.args.every((a) => a.kind === 'sym');

/** σ′(z) = 1 − tanh² z: σ may stand for any activation. */
function isOtherFunction({ head, right }: Link): boolean {
  if (head.kind !== 'diff' || head.body.kind !== 'call') return false;
  const { fn } = head.body;
  if (![...ASSUMED_FUNCTIONS.values()].includes(fn)) return false;
  return someNode(right, (e) => e.kind === 'call' && e.fn !== fn && e.fn !== 'exp');
}

/** d/dx xy = d/dx x·y + d/dx y·x: on the right the operator can only be meant for the factor behind it. */
function derivesItselfAgain({ head, right }: Link): boolean {
  if (head.kind !== 'diff' || head.body.kind !== 'mul') return false;
  const { body, target } = head;
  return someNode(right, (e) => e.kind === 'diff' && same(e.target, target) && same(e.body, body));
}

const isOfBothSides = (claim: Link): boolean => differentiatesBothSides(claim) || isOfConstantSide(claim);

/** d/dx (5xy + y²) = 0: the other side of the equation was a number, and y is a function of x. */
function isOfConstantSide({ head, right }: Link): boolean {
  if (head.kind !== 'diff' || head.partial || right.free.size > 0) return false;
  const { body, target } = head;
  return someNode(body, (e) => e.kind === 'sym' && isCurve(e.base) && !same(e, target));
}

/** d/dx (x² + y²) = d/dx 25: the step of implicit differentiation, and no value of the left side. */
export const differentiatesBothSides = ({ head, right }: Link): boolean =>
  head.kind === 'diff' &&
  right.kind === 'diff' &&
  same(head.target, right.target) &&
  !same(head.body, right.body);

/** (A^{1/2})′ = A^{1/2}: of matrices, whose letters are capitals. */
function isOfCapitals({ head }: Link): boolean {
  if (head.kind !== 'diff' || !isImplied(head.target)) return false;
  const { symbols } = namesIn(head.body);
  const names = symbols.filter((s) => !isImplied(s));
  return names.length > 0 && names.every((s) => /^[A-Z]$/.test(s.base) && !isFunctionLetter(s));
}

/** w_1′ = w_1 − η g: the prime is no derivative of an entry. */
const isUpdate = ({ head }: Link): boolean =>
  head.kind === 'diff' && isImplied(head.target) && head.body.kind === 'component';

/** The i of iω·iωz = −ω²z, the j of engineers: a letter that neither a definition nor the claim gives a meaning. */
function possibleUnit({ world, actual, claimed }: Case): string | null {
  const unit = IMAGINARY_UNITS.find((id) => actual.free.has(id) || claimed.free.has(id));
  return unit === undefined || world.variable.free.has(unit) ? null : unit;
}

/** c of c(x), p of p_n(1/x), where those were read as products. */
function possibleCall({ head, right, seen }: Link): string | null {
  if (head.kind !== 'diff' || head.target.kind !== 'sym' || !/^[a-z]$/i.test(head.target.id)) return null;
  const { id } = head.target;
  const { symbols, components } = namesIn(head, right);
  const plain = new Set(symbols.map((s) => s.id));
  const indexed = new Set(components.map((c) => (c.base.kind === 'sym' ? c.base.id : '')));
  for (const s of seen) {
    if (s.kind !== 'bracket-after-name') continue;
    const { name } = s;
    const isPlain = !s.hasSubscript && s.inside === id && plain.has(name) && name !== id;
    // x_i(t_i − a x_i) is a product; what stands with a prime elsewhere is a function.
    const isIndexed = s.hasSubscript && indexed.has(name) && isPrimed(name, seen);
    if (isPlain || isIndexed) return name;
  }
  return null;
}
const isPrimed = (name: string, seen: Link['seen']): boolean =>
  seen.some((s) => s.kind === 'primed' && s.name === name);

/** The name whose derivative a head such as f′(x) is; null for any other. */
export const bareName = (head: Expr): string | null => (isBareHead(head) ? (namesOf(head)[0] ?? null) : null);

function namesOf(head: Expr): readonly string[] {
  if (head.kind === 'at') return namesOf(head.body);
  if (head.kind === 'apply') return [head.fn.id];
  if (head.kind === 'diff') return head.body.kind === 'sym' ? [head.body.id] : namesOf(head.body);
  return [];
}

/** Names that the note defines, perhaps for another purpose: 1 − a² for a = tanh z. */
function bringsDefinedNames({ right }: Link, { question }: Asked, { list }: Worlds): boolean {
  const [world] = list;
  const spoken = new Set([
    ...question.body.free,
    ...[...question.definitions.values()].flatMap((d) => [...d.value.free]),
  ]);
  return [...right.free].some(
    (id) => world?.definitions.has(id) && !spoken.has(id) && !question.definitions.has(id),
  );
}

/** y′ = ky, f′ = f. */
function isLinearInItself({ head, right }: Link): boolean {
  const [name] = namesOf(head);
  const isIt = (e: Expr): boolean =>
    (e.kind === 'sym' && e.id === name) || (e.kind === 'apply' && e.fn.id === name);
  if (name === undefined) return false;
  if (isIt(right)) return true;
  if (right.kind === 'div') return isIt(right.numer);
  return (
    right.kind === 'mul' && right.factors.filter((f) => f.free.has(name)).every(isIt) && right.free.has(name)
  );
}

/** dV/dt where V is given without t: it depends on t through something that is not said; and dTC/dQ. */
export function isUnrelated({ head }: Link, { world, actual, body }: Case): boolean {
  const mentions = (e: Expr): boolean => [...world.variable.free].every((id) => e.free.has(id));
  const isName = isBareHead(head) || isRunOfLetters(head);
  return body !== null && isName && !mentions(actual) && !mentions(body);
}

/** dTC/dQ: letters that may be one name, read as a product. */
export const isRunOfLetters = (head: Expr): head is Diff =>
  head.kind === 'diff' &&
  head.body.kind === 'mul' &&
  head.body.factors.every((f) => f.kind === 'sym' || f.kind === 'component');

/** Vectors and matrices, and sums that do not say over what. */
const isNoNumber = (e: Expr): boolean =>
  someNode(
    e,
    (x) =>
      x.kind === 'tuple' ||
      x.kind === 'matrix' ||
      (x.kind === 'binder' && x.op === 'sum' && (x.lower === null || x.upper === null)),
  );

/**
 * f′(x) = 0, 2x − 4 = 0, 2x = 6, ∂f/∂y = x² = 9: the right side has no variable, or no name at all, though the
 * derivative changes.
 */
export function isEquationToSolve(claim: Link, { point }: Asked, c: Case): boolean {
  const { variable } = c.world;
  const mentions = (e: Expr): boolean => [...variable.free].every((id) => e.free.has(id));
  const isLater = claim.link > 1 || point !== null;
  const isNumber = c.claimed.free.size === 0 && c.actual.free.size > 0;
  if (isNumber && (isLater || (isBareHead(claim.head) && !mentions(c.actual)))) return true;
  if (mentions(c.claimed) || !mentions(c.actual)) return false;
  const isZero = c.claimed.kind === 'num' && c.claimed.value.isZero;
  return isLater || isBareHead(claim.head) || isZero;
}

/** f′(z₁) = f′(0.35): a value is put in for the place. */
export const isMoved = ({ head, right }: Link): boolean =>
  head.kind === 'at' &&
  right.kind === 'at' &&
  same(head.body, right.body) &&
  right.value.free.size === 0 &&
  !same(head.value, right.value);

/** A decimal that is the right value rounded. */
function isRounded({ right }: Link, { samples, constant }: Comparison): boolean {
  const digits = decimalsIn(right);
  if (digits === Infinity) return false;
  if (constant) return samples.every((s) => isRoundedTo(s.actual, s.claimed, right));
  return samples.every(
    (s) => Math.abs(s.actual - s.claimed) <= 2 * 10 ** -digits * Math.max(Math.abs(s.actual), 1e-300),
  );
}

/** Laws about any function: false only where the right side speaks of the same functions, and not of an equation about them. */
function aboutUnknown(claim: Link, asked: Asked, { unknown }: Worlds): string | null {
  const nothing = `Nothing here says what ${unknown.map((f) => f.base).join(', ')} is.`;
  if (isBareHead(claim.head)) return nothing;
  const inHead = namesIn(claim.head);
  const mine = new Set([...inHead.applications.map((a) => a.fn.id), ...asked.question.dependent]);
  const said = namesIn(claim.right);
  const spoken = [
    ...said.applications.map((a) => a.fn.id),
    ...said.symbols.map((s) => s.id),
    ...derivedNames([claim.right]),
  ];
  if (!spoken.some((id) => mine.has(id)) || unknown.some((f) => !mine.has(f.id))) return nothing;
  const primed = derivedNames([claim.right]);
  const quantities = unknown.filter(
    (f) => !isFunctionLetter(f) && !inHead.applications.some((a) => a.fn.id === f.id),
  );
  return quantities.some((f) => !primed.has(f.id)) ? nothing : null;
}

/** Which part of a formula is meant by a place in it: a statement, or one side of a chain. */
import {
  isWrittenDerivative,
  isZero,
  opaqueIn,
  relation,
  someNode,
  type Apply,
  type Expr,
  type Relation,
} from '../core/index.js';
import { implicitQuestion, isSubject, operatorOf } from './index.js';
import { isParameterLetter, isUsualVariable } from './symbolCustoms.js';
import { saysValue } from './valueAtPoint.js';
import { namesIn } from './freeNames.js';
import { isBareHead, isImplied } from './operator.js';
import type { Reading, Span, Statement } from '../notation/notation.js';

export interface Pointed {
  /** What is asked of: an expression, or an equation that says what it is called. */
  readonly expr: Expr;
  /** Its place in the formula's text; null for all of it. */
  readonly span: Span | null;
  /** It is a derivative, with nothing after it. */
  readonly isQuestion: boolean;
}

/** What is meant at an offset of the formula's text; null where nothing was read there. */
export function pointedAt(reading: Reading, offset: number): Pointed | null {
  const { statements } = reading;
  const at = indexAt(statements, offset);
  const statement = statements[at];
  if (!statement) return null;
  const alone = statements.length === 1;
  const e = statement.expr;
  if (isMap(e)) return null;
  const among = derivativeAt(e, reading, offset);
  if (among) return { expr: among, span: reading.spans.get(among) ?? null, isQuestion: false };
  if (e.kind === 'relation' && statement.leading !== null && leadingHead(statements, at) === null)
    return null;
  if (e.kind === 'relation') return sideOf(e, statement, leadingHead(statements, at), reading, offset, alone);
  const head = statement.leading === null ? null : leadingHead(statements, at);
  // "= 2x" goes on from what stands before the formula.
  if (statement.leading !== null && head === null) return null;
  if (head && operatorOf(head)) return { expr: head, span: spanOf(statement), isQuestion: false };
  const expr = head ? relation(['='], [head, e]) : e;
  return { expr, span: alone ? null : spanOf(statement), isQuestion: alone && operatorOf(e) !== null };
}

/** ∂J/∂w of w − α ∂J/∂w: the outermost derivative at the offset, where it stands among other terms. */
function derivativeAt(e: Expr, reading: Reading, offset: number): Expr | null {
  const left = e.kind === 'relation' ? e.sides[0] : e;
  if (!left || left.kind === 'diff' || operatorOf(left)) return null;
  let found: Expr | null = null;
  someNode(e, (x) => {
    const isHeld = found === null && isTaken(x) && holds(reading.spans.get(x), offset);
    if (isHeld) found = x;
    return isHeld;
  });
  return found;
}
/** A derivative with what it is taken of. */
const isTaken = (e: Expr): boolean => isWrittenDerivative(e) && !(e.kind === 'diff' && isImplied(e.body));

/**
 * Whether it is said why there is no answer: a derivative is asked for by itself, of something that is written out. Of a name
 * alone (dy/dx, f′(x)) texts speak more often than they ask.
 */
export function isAsked({ expr, isQuestion }: Pointed): boolean {
  const operator = isQuestion ? operatorOf(expr) : null;
  return operator !== null && !isNameAlone(operator.body);
}
const isNameAlone = (e: Expr): boolean =>
  (e.kind === 'sym' && opaqueIn(e) === null) ||
  (e.kind === 'component' && isNameAlone(e.base)) ||
  (e.kind === 'apply' && e.args.every(isNameAlone));

/**
 * What asks nothing: a lone number, a lone letter that the note says nothing about, a point or a commutator, whose entries
 * are names.
 */
export function isWorthAsking(e: Expr, isDefined: (id: string) => boolean): boolean {
  if (isOfNames(e)) return false;
  // e² ≈ 7.39, x = 0, i = k.
  if (e.free.size === 0 && operatorOf(e) === null && !someNode(e, (x) => x.kind === 'diff')) return false;
  if (e.kind === 'relation' && e.sides.every((s) => s.kind === 'sym' || s.free.size === 0)) return false;
  if (e.kind === 'relation' && (isCondition(e) || isWorkedOut(e) || saysValue(e) || isListOfNames(e)))
    return false;
  if (e.kind === 'num' || e.kind === 'const' || e.kind === 'component') return false;
  if (e.kind !== 'sym') return true;
  return isDefined(e.id);
}

/** (x, y), [A, B], (x, ẋ). */
function isOfNames(e: Expr): boolean {
  const entries = e.kind === 'tuple' ? e.items : e.kind === 'matrix' ? e.rows.flat() : null;
  const isName = (x: Expr): boolean =>
    x.kind === 'sym' || x.kind === 'component' || x.free.size === 0 || isBareHead(x);
  return entries?.every(isName) ?? false;
}

/** Y = (x, z, ẋ, ż): what a vector is made of, of which nothing varies by itself. */
const isListOfNames = ({ sides: [left, ...rights] }: Relation): boolean =>
  (left?.kind === 'sym' || left?.kind === 'component') && rights.length > 0 && rights.every(isOfNames);

/** f′(c) = 0: where it is so is asked, and not what f′ is. */
const isCondition = ({ sides: [left, ...rights] }: Relation): boolean =>
  left !== undefined && isBareHead(left) && operatorOf(left) !== null && rights.every(isZero);

/** SE(X) = 15/√25 = 3: a value that is worked out. */
const isWorkedOut = ({ sides: [left, ...rights] }: Relation): boolean =>
  left !== undefined &&
  operatorOf(left) === null &&
  rights.length > 1 &&
  rights.every((r) => r.free.size === 0);

/** The y of y′ = ay + b and y″ = f(x, y′): an equation in which a derivative of a name is given by the name; null for any other. */
export function solvedFor(e: Expr): string | null {
  const [left, ...rights] = e.kind === 'relation' ? e.sides : [];
  const body = left && isBareHead(left) ? (operatorOf(left)?.body ?? null) : null;
  const id = body?.kind === 'sym' ? body.id : body?.kind === 'apply' ? body.fn.id : null;
  const { symbols, applications } = namesIn(...rights);
  const isIt = (a: Apply): boolean => a.fn.id === id;
  return id !== null && (symbols.some((s) => s.id === id) || applications.some(isIt)) ? id : null;
}

/** The x of x′, ∇x and ẋ alone; null for any other. */
export function namedBy(e: Expr): string | null {
  const body = isBareHead(e) ? (operatorOf(e)?.body ?? (e.kind === 'diff' ? e.body : null)) : null;
  return body?.kind === 'sym' ? body.id : null;
}

/** G → G′: a map between sets. */
const isMap = (e: Expr): boolean =>
  e.kind === 'relation' && e.ops[0] === '->' && e.sides.every(isNameOrPrimed);
const isNameOrPrimed = (e: Expr): boolean =>
  e.kind === 'sym' ||
  e.kind === 'component' ||
  (e.kind === 'mul' && e.factors.every((f) => isNameOrPrimed(f) && someNode(f, isCapital))) ||
  (e.kind === 'apply' && e.args.length === 0) ||
  e.free.size === 0;

/** V × V → F, of sets. */
const isCapital = (e: Expr): boolean =>
  (e.kind === 'sym' && /^[A-Z]$/.test(e.base)) || (e.kind === 'apply' && /^[A-Z]$/.test(e.fn.base));

/** Whether what stands at the offset could not be read: a problem is nearer to it than any statement. */
export function isUnreadAt(reading: Reading, offset: number): boolean {
  const { statements, problems } = reading;
  if (problems.length === 0 || statements.length === 0) return false;
  const nearest = (spans: readonly Span[]): number => Math.min(...spans.map((s) => distance(s, offset)));
  return nearest(problems) < nearest(statements);
}
const distance = (s: Span, offset: number): number =>
  offset < s.from ? s.from - offset : offset > s.to ? offset - s.to : 0;

/** The statement that holds the offset, else the nearest one. */
function indexAt(statements: readonly Statement[], offset: number): number {
  return statements.reduce((best, s, i) => {
    const other = statements[best];
    return other && distance(other, offset) <= distance(s, offset) ? best : i;
  }, 0);
}

/** What the lines above with a leading "=" go on from: the left side of the last line that has one. */
function leadingHead(statements: readonly Statement[], at: number): Expr | null {
  for (let i = at; i >= 0; i--) {
    const s = statements[i];
    if (!s || (s.leading === null && s.expr.kind !== 'relation')) return null;
    if (s.leading === null && s.expr.kind === 'relation') {
      const left = s.expr.sides[0];
      return left && isSubject(left) ? left : null;
    }
  }
  return null;
}

function sideOf(
  e: Relation,
  statement: Statement,
  above: Expr | null,
  reading: Reading,
  offset: number,
  alone: boolean,
): Pointed | null {
  const whole = alone ? null : spanOf(statement);
  const goesOn = statement.leading !== null;
  const left = goesOn ? above : (e.sides[0] ?? null);
  const sides = goesOn ? e.sides : e.sides.slice(1);
  const k = sides.findIndex((s) => holds(reading.spans.get(s), offset));
  const side = sides[k];
  if (left && operatorOf(left)) return { expr: goesOn ? left : e, span: whole, isQuestion: false };
  if (left && isSubject(left)) {
    if (!side || (k === 0 && !goesOn))
      return { expr: goesOn ? relation(['='], [left, ...sides]) : e, span: whole, isQuestion: false };
    return { expr: relation(['='], [left, side]), span: reading.spans.get(side) ?? whole, isQuestion: false };
  }
  if (opaqueIn(e) === null && implicitQuestion(e, null, null)?.ok)
    return { expr: e, span: whole, isQuestion: false };
  // v² = ẋ² + l²θ̇²: a law of motion, or a differential equation.
  if (someNode(e, isWrittenDerivative)) return null;
  // No name and no derivative on the left: a condition, a law or an identity, of which only a side in one clear variable asks.
  const pointed = side ?? e.sides.find((s) => holds(reading.spans.get(s), offset));
  if (!pointed || !isInOneVariable(pointed)) return null;
  return { expr: pointed, span: reading.spans.get(pointed) ?? whole, isQuestion: false };
}

/** x³/3 + C: one letter that one differentiates by, beside constants alone. */
function isInOneVariable(e: Expr): boolean {
  const { symbols, components, applications, derivatives } = namesIn(e);
  const [only, ...more] = symbols.filter((s) => !isParameterLetter(s));
  const isPlain = components.length + applications.length + derivatives.length === 0;
  return isPlain && only !== undefined && more.length === 0 && isUsualVariable(only);
}

const holds = (span: Span | undefined, offset: number): boolean =>
  span !== undefined && span.from <= offset && offset <= span.to;
const spanOf = ({ from, to }: Statement): Span => ({ from, to });

/** Slips in numbers, where no rule gone wrong explains what was written. */
import { canonical, children, headOf, type Expr } from '../../core/index.js';
import type { Steps } from '../../steps.js';
import { short } from '../figures.js';
import type { Refuted } from '../verdict.js';
import type { ExplainedMistake } from './explained.js';
import type { Trial } from './trial.js';

/** A factor lost, a sign, or a wrong number; null where the answer has another shape altogether. */
export function* slipIn(
  trial: Trial,
  { asked, cases }: Refuted,
  rights: readonly Expr[],
  body: Expr | null,
): Steps<ExplainedMistake | null> {
  const ratio = trial.ratio();
  if (ratio === -1) return { code: 'sign-lost', explanation: 'A minus is lost or added.', specific: true };
  const lost = ratio === null || ratio === 0 || asked.point ? null : 1 / ratio;
  if (lost !== null && isLost(lost, [...rights, ...(body ? [body] : [])])) {
    return {
      code: 'missing-factor',
      explanation: `The constant factor ${short(lost)} is missing.`,
      specific: true,
    };
  }
  const [c] = cases;
  const [right] = rights;
  if (!c || !right) return null;
  const isNumber = c.claimed.free.size === 0 && c.actual.free.size === 0;
  if (ratio === null && !isNumber && !(yield* isLikeOne(c.claimed, [c.actual, right]))) return null;
  return { code: 'arithmetic-slip', explanation: 'A number is wrong.', specific: false };
}

/** Whether the number, or minus it, stands somewhere in the formulas. One that reads as 1 is never lost. */
function isLost(factor: number, among: readonly Expr[]): boolean {
  if (short(Math.abs(factor)) === '1') return false;
  return among.some((e) => numbersIn(e).some((n) => Math.abs(Math.abs(n) - Math.abs(factor)) < 1e-9));
}
/** Numbers that multiply the formula or a part of it, or may do so in a derivative; those that divide, as 1/n. */
function numbersIn(e: Expr, isBelow = false): readonly number[] {
  if (e.kind === 'num') return [isBelow ? 1 / e.value.toNumber() : e.value.toNumber()];
  if (e.kind === 'div') return [...numbersIn(e.numer, isBelow), ...numbersIn(e.denom, !isBelow)];
  if (e.kind === 'root') return [...numbersIn(e.body, isBelow), ...numbersIn(e.index, !isBelow)];
  const isInverse = e.kind === 'pow' && e.exponent.kind === 'num' && e.exponent.value.sign < 0;
  if (isInverse) return [...numbersIn(e.base, !isBelow), ...numbersIn(e.exponent, isBelow)];
  return children(e).flatMap((c) => numbersIn(c, isBelow));
}

/** Whether the answer has the shape of one of the others; those may be long, and each takes a step of its own. */
function* isLikeOne(answer: Expr, others: readonly Expr[]): Steps<boolean> {
  const written = shape(answer);
  for (const other of others) {
    yield null;
    if (isAlike(written, shape(other))) return true;
  }
  return false;
}

/** Whether two shapes differ by numbers alone, and by no more than one letter's being a power. */
function isAlike(s: string, t: string): boolean {
  if (loosely(s) !== loosely(t)) return false;
  const others = marksIn(t);
  return marksIn(s).filter((mark, i) => mark !== others[i]).length <= 1;
}

/** A canonical form with every number the same, as text. */
function shape(e: Expr): string {
  return sketch(canonical(e));
}
function sketch(e: Expr): string {
  if (e.kind === 'num') return '#';
  if (e.kind === 'sym') return e.id + PLAIN;
  const parts = children(e).map(sketch);
  if (e.kind === 'add') return `(${inOrder(parts).join('+')})`;
  if (e.kind === 'mul') return inOrder(parts.filter((p) => p !== '#')).join('*') || '#';
  if (e.kind === 'pow' && parts[1] === '#') {
    const base = parts[0] ?? '';
    return base.endsWith(PLAIN) ? base.slice(0, -1) + RAISED : base + RAISED;
  }
  return `${headOf(e)}(${parts.join()})`;
}
/** A letter by itself and a power of one, in marks of the same length. */
const [PLAIN, RAISED] = ['¹', 'ⁿ'];
const marksIn = (text: string): readonly string[] => text.match(/[¹ⁿ]/g) ?? [];
const loosely = (text: string): string => text.replaceAll(PLAIN, RAISED);

/** Sorted as if x and x² were alike, and only then by what they are. */
function inOrder(parts: readonly string[]): readonly string[] {
  const key = (p: string): string => loosely(p) + '\n' + p;
  return [...parts].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Mistakes in the words of the place where they happened: this u and this u′, this entry of the table. */
import { call, diff, ONE, read, type Expr, type RuleInstance } from '../../core/index.js';
import { PLAIN } from '../../notation/index.js';
import { entryOf, innerAt, X } from './wrongRule.js';

/** The longest function that is named within a sentence. */
const LONGEST = 40;

/** As it is written in a line of text; null for what is too long for one. */
function spelled(e: Expr): string | null {
  const text = PLAIN.print(e);
  return text !== null && text.length <= LONGEST ? text : null;
}

/** A sentence about the chain rule, and which u and u′ are meant. */
export const withInner =
  (sentence: string) =>
  (place: RuleInstance): string | null => {
    const inner = innerAt(place);
    const [u, slope] = inner ? [spelled(inner.u), spelled(inner.slope)] : [null, null];
    return u === null || slope === null ? null : `${sentence}, here with u = ${u} and u′ = ${slope}.`;
  };

/** A sentence about powers, and the power of the variable that is meant. */
export const withPower =
  (sentence: string) =>
  (place: RuleInstance): string | null => {
    const { e, scope } = place;
    const isPower = (e.kind === 'pow' || e.kind === 'root') && innerAt(place) === null;
    const slope = isPower ? scope.derivativeOf(diff(e, scope.target, ONE, scope.partial)) : null;
    const [power, right] = slope ? [spelled(e), spelled(slope)] : [null, null];
    return power === null || right === null ? null : `${sentence}, here (${power})′ = ${right}.`;
  };

/** A constant that does not look like one: π². */
export function namedConstant({ e }: RuleInstance): string | null {
  const text = e.kind === 'num' || e.free.size > 0 ? null : spelled(e);
  return text && `${text} is a number, and the derivative of a constant is 0.`;
}

/** The entry in a form that a learner has met before the one of the table; others are shown as they stand there. */
const FAMILIAR: Readonly<Record<string, string>> = { tanh: '1 - tanh(x)^2', coth: '1 - coth(x)^2' };

/** A sentence about the table of derivatives, and what it has of the function that is differentiated. */
export const withEntry =
  (sentence: string) =>
  ({ e }: RuleInstance): string | null => {
    if (e.kind !== 'call') return null;
    const familiar = FAMILIAR[e.fn];
    const entry = familiar === undefined ? entryOf(e.fn) : read(familiar);
    const right = entry && spelled(entry);
    const left = spelled(call(e.fn, X));
    return left === null || right === null ? null : `${sentence}: (${left})′ = ${right}.`;
  };

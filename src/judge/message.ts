/** A verdict in words, for a terminal and for an editor. */
import { plainName, sym } from '../core/index.js';
import type { Single } from '../claims/claim.js';
import type { Link } from '../claims/notes/link.js';
import { apart, short } from './figures.js';
import type { Counterexample, Verdict } from './verdict.js';

/** The message; `right`: the right derivative as it reads in a line of text, where that is known. */
export function inWords(claim: Single, verdict: Verdict, right: string | null): string {
  if (claim.kind === 'link') return ofLink(claim, verdict, right);
  if (verdict.kind !== 'false' || !verdict.counterexample) return verdict.message;
  const { message, mistake, counterexample: c } = verdict;
  const numbers = apart(c.actual, c.claimed ?? NaN);
  if (!numbers) return `${message}.${sentence(mistake)}`;
  const [actual, claimed] = numbers;
  if (claim.kind === 'pair') {
    const got = c.claimed === null || !Number.isFinite(c.claimed) ? 'no value' : claimed;
    return `${message}: at ${inWordsAt(c)} it gives ${got}, and the derivative is ${actual}.${sentence(mistake)}`;
  }
  const what = claim.derived ? 'derivative is' : 'code';
  return `${message}: at ${inWordsAt(c)} the formula gives ${claimed}, and the ${what} ${actual}.`;
}

function ofLink(
  claim: Link,
  { kind, message, mistake, counterexample }: Verdict,
  right: string | null,
): string {
  switch (kind) {
    case 'true':
      return message === '' ? 'Right.' : `Right ${message}.`;
    case 'undecided':
      return message;
    case 'conditional':
      return `Right ${message}.${sentence(mistake)}`;
    case 'false': {
      if (message !== '') return message;
      const step = claim.links > 1 ? ` in step ${String(claim.link)} of ${String(claim.links)}` : '';
      const instead = right === null ? '' : ` The derivative is ${right}.`;
      return `${verdictOn(mistake)}${step}.${sentence(mistake)}${instead}${valuesOf(counterexample)}`;
    }
  }
}

/** The right rule was at work, and one thing of it is missing, turned round or too much. */
const NEARLY: ReadonlySet<string> = new Set([
  'abs-value-lost',
  'branches-swapped',
  'chain-forgotten',
  'chain-inner-replaced',
  'constant-not-zero',
  'dropped-term',
  'exponent-raised-not-lowered',
  'exponent-sign',
  'inner-argument-lost',
  'linear-term-not-differentiated',
  'log-base-forgotten',
  'log-base-inverted',
  'missing-factor',
  'power-exponent-not-reduced',
  'quotient-denominator-not-squared',
  'quotient-order',
  'sign-in-denominator',
  'sign-inside-root',
  'sign-lost',
  'trig-sign',
  'wrong-last-step',
]);

/** What is right comes first: of a known mistake nothing is said but that something is still to be mended. */
function verdictOn(mistake: Verdict['mistake']): string {
  if (!mistake) return 'Wrong';
  return mistake.specific && NEARLY.has(mistake.code) ? 'Nearly right' : 'Not yet right';
}

const sentence = (mistake: Verdict['mistake']): string => (mistake ? ` ${mistake.explanation}` : '');

function valuesOf(c: Counterexample | null): string {
  if (!c) return '';
  const { claimed, actual } = c;
  const place = c.at.size > 0 ? `At ${inWordsAt(c)} it is` : 'It is';
  if (claimed === null) return ` ${place} ${short(actual)}; what is written has no value there.`;
  const numbers = apart(actual, claimed);
  if (!numbers) return '';
  const [right, written] = numbers;
  return ` ${place} ${right}, not ${written}.`;
}

/** x = 1, y = 2. */
export const inWordsAt = (c: Counterexample): string =>
  Object.entries(pointOf(c))
    .map(([name, v]) => `${name} = ${short(v)}`)
    .join(', ');

/** The counterexample's inputs by plain names. */
export const pointOf = ({
  at,
  names,
}: Pick<Counterexample, 'at' | 'names'>): Readonly<Record<string, number>> =>
  Object.fromEntries([...at].map(([id, v]) => [names?.get(id) ?? nameOf(id), v]));

/** hat:y is yhat. */
function nameOf(id: string): string {
  const parts = id.split(':');
  const last = parts.pop() ?? id;
  const [base = last, sub = null] = last.split('_');
  return plainName(sym(base, parts as never[], sub));
}

/** Confirmed claims with one sign, factor or exponent changed: how many of them the check finds. */
import type { CheckedClaim } from '../../src/service/index.js';
import type { Random } from '../unit/fuzz/random.js';
import { isUnderlined, type Subject } from './subject.js';

export type Change = 'sign' | 'factor' | 'exponent';

/** A text with one thing changed. */
export interface Spoiling {
  readonly change: Change;
  readonly text: string;
}

export interface SpoiledClaim {
  readonly line: number;
  readonly tex: string;
  readonly spoiled: string;
  readonly change: Change;
  /** `gone`: no claim is found there any more. */
  readonly verdict: CheckedClaim['verdict'] | 'gone';
  readonly underlined: boolean;
}

/** Each confirmed claim that its formula confirms alone, spoiled once and checked again within its note. */
export function spoilClaims(
  subject: Subject,
  claims: readonly CheckedClaim[],
  random: Random,
): readonly SpoiledClaim[] {
  const spoiled: SpoiledClaim[] = [];
  let version = 1;
  for (const claim of claims) {
    if (subject.isOver()) break;
    if (claim.verdict !== 'true' || saysUnequal(claim) || !isClosed(subject, claim)) continue;
    const drawn = drawnFrom(subject, claim, random);
    if (drawn) spoiled.push(judged(subject, claim, drawn, ++version));
  }
  return spoiled;
}

/** What is unequal is so with a mistake in it, too. */
const saysUnequal = ({ tex }: CheckedClaim): boolean => /\\neq?\b|≠/.test(tex);

/** Its formula, as a note of its own, says it and is confirmed: nothing else of the note is needed. */
function isClosed({ service, index, document, options }: Subject, claim: CheckedClaim): boolean {
  const formula = index.at(claim.from);
  if (!formula || formula.to < claim.to) return false;
  const alone = { uri: `${document.uri}#alone`, version: claim.from, languageId: 'markdown' };
  const text = `$$\n${formula.tex}\n$$\n`;
  for (const c of service.check({ ...alone, text }, options))
    if (c?.verdict === 'true' && c.tex === claim.tex && c.link === claim.link) return true;
  return false;
}

function drawnFrom({ document }: Subject, { rightPlace }: CheckedClaim, random: Random): Spoiling | null {
  if (!rightPlace) return null;
  const all = spoilings(document.text.slice(rightPlace.from, rightPlace.to));
  // First the kind of change, since there are more signs than exponents.
  const changes = [...new Set(all.map(({ change }) => change))];
  const change = changes[random.whole(0, changes.length - 1)];
  const same = all.filter((s) => s.change === change);
  return same[random.whole(0, same.length - 1)] ?? null;
}

function judged(
  { service, document, options, places, onDefect }: Subject,
  claim: CheckedClaim,
  { change, text: right }: Spoiling,
  version: number,
): SpoiledClaim {
  const { from, to } = claim.rightPlace ?? claim;
  const text = document.text.slice(0, from) + right + document.text.slice(to);
  const found = service.check({ ...document, version, text }, options, undefined, (fault) =>
    onDefect(fault.from, fault.text, fault.error),
  );
  let now: CheckedClaim | null = null;
  for (const c of found) if (c?.from === claim.from && c.link === claim.link) now ??= c;
  return {
    line: places.of(claim.from, claim.to).line,
    tex: claim.tex,
    spoiled: right,
    change,
    verdict: now?.verdict ?? 'gone',
    underlined: now !== null && isUnderlined(now),
  };
}

/** Every way to change one sign, factor or exponent of a side; subscripts, words, lengths and orders of derivatives stay. */
export function spoilings(side: string): readonly Spoiling[] {
  const found: Spoiling[] = [];
  const put = (change: Change, from: number, to: number, by: string): void => {
    found.push({ change, text: side.slice(0, from) + by + side.slice(to) });
  };
  for (const match of side.matchAll(PARTS)) {
    const { index } = match;
    const [whole] = match;
    const { exponent, number, sign } = match.groups ?? {};
    const end = index + whole.length;
    const before = side.slice(0, index);
    if (exponent !== undefined && !ORDER.test(before))
      put('exponent', end - exponent.length, end, next(exponent));
    else if (number !== undefined) put('factor', index, end, next(number));
    else if (sign === '+') put('sign', index, end, '-');
    else if (sign === '-') put('sign', index, end, OPENED.test(before) ? '' : '+');
  }
  const first = side.trimStart();
  const start = side.length - first.length;
  if (!/^[-+&=]|^0(?![.\d])/.test(first)) put('sign', start, start, '-');
  if (/^[a-zA-Z\\(]/.test(first)) put('factor', start, start, '2');
  return found;
}

// What is passed over comes first: words, subscripts, commands, lengths.
const PARTS =
  /\\+(?:text|textrm|mathrm|operatorname|tag|label|ref|eqref|begin|end)\s*\{[^{}]*\}|_\s*(?:\{[^{}]*\}|\\*[a-zA-Z0-9]+)|\\+[a-zA-Z]+|\d+(?:\.\d+)?\s*(?:pt|em|ex|mm|cm)\b|\^\s*(?<exponent>\d|\{\d+\})|(?<number>\d+(?:\.\d+)?)|(?<sign>[-+])/g;
/** The exponent of d² and of dx² is an order. */
const ORDER = /(?:\bd|\\partial)\s*[a-zA-Z]?\s*$/;
/** A sign here is that of what follows alone: it is left out where it is a minus. */
const OPENED = /(?:^|[{([&=])\s*$/;

/** The same number, one more. */
function next(number: string): string {
  const digits = /\d+/.exec(number)?.[0] ?? number;
  return number.replace(digits, String(Number(digits) + 1));
}

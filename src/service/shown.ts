/** A claim and its verdict as they are shown. */
import type { Single } from '../claims/claim.js';
import { writerOf, type TextChange } from '../codegen/index.js';
import { holdsAsFixed } from '../judge/code/asFixed.js';
import type { Verdict } from '../judge/verdict.js';
import { inWords, pointOf } from '../judge/message.js';
import { PLAIN } from '../notation/index.js';
import { texWith } from '../answer/notations.js';
import type { Budget, CheckedClaim } from './service.js';

type RightSpan = NonNullable<CheckedClaim['rightPlace']>;

/** `isEvident` is asked of what does not hold everywhere; `budget` is for writing what is right. */
export function shown(
  claim: Single,
  verdict: Verdict,
  isEvident: () => boolean,
  budget: () => Budget,
): CheckedClaim {
  const { kind, mistake, counterexample } = verdict;
  const { expected, rightPlace, isTooLong } = fixOf(claim, verdict, budget);
  return {
    ...placeOf(claim),
    verdict: kind,
    expected,
    mistake: mistake && { code: mistake.code, explanation: mistake.explanation },
    quoted: claim.kind === 'link' && claim.quoted,
    evident: kind === 'true' || kind === 'undecided' || isEvident(),
    message: inWords(claim, verdict, inLine(verdict.expected, expected)) + (isTooLong ? ` ${TOO_LONG}` : ''),
    counterexample: counterexample && {
      at: pointOf(counterexample),
      claimed: counterexample.claimed,
      actual: counterexample.actual,
    },
    ...(claim.kind === 'link' ? { link: claim.link, links: claim.links } : { link: 1, links: 1 }),
    rightPlace,
  };
}

/** Why no fix is offered where there is one. */
export const TOO_LONG =
  'No fix is offered: the statement that it stands in is too long to be checked with the fix in it.';

/**
 * What is right, for a line of text in a terminal or under a squiggle: in plain notation, unless that spells functions
 * out by others or pieces by question marks, which is harder to read than LaTeX.
 */
function inLine(expected: Verdict['expected'], tex: string | null): string | null {
  if (expected?.kind !== 'expression' || tex === null) return tex;
  const plain = PLAIN.print(expected.e);
  const isReadable = plain !== null && !plain.includes('?') && plain.length <= MOST_LONGER * tex.length;
  return isReadable ? plain : tex;
}
const MOST_LONGER = 1.5;

/** Where the claim stands: of a function its name. */
function placeOf(claim: Single): Pick<CheckedClaim, 'from' | 'to' | 'outerFrom' | 'outerTo' | 'tex'> {
  if (claim.kind === 'pair') {
    const { nameSpan, name } = claim.pair.derivative;
    const { from, to } = nameSpan;
    return { from, to, outerFrom: from, outerTo: to, tex: name ?? '' };
  }
  const { from, to, outerFrom, outerTo } = claim;
  const tex = claim.kind === 'link' ? claim.tex : claim.source.text.slice(from, to);
  return { from, to, outerFrom, outerTo, tex };
}

/** What is right instead, in the author's own notation, and what it replaces. */
function fixOf(
  claim: Single,
  verdict: Verdict,
  budget: () => Budget,
): { readonly expected: string | null; readonly rightPlace: RightSpan | null; readonly isTooLong: boolean } {
  const { expected } = verdict;
  if (claim.kind === 'link') {
    const tex = expected?.kind === 'expression' ? texWith(claim.style)(expected.e) : null;
    return { expected: tex, rightPlace: claim.rightPlace, isTooLong: false };
  }
  const own = budget();
  const change = claim.kind === 'pair' ? changeOf(claim, expected, own) : null;
  return {
    expected: change?.text ?? null,
    rightPlace: change && { from: change.from, to: change.to },
    isTooLong: change === null && own.shouldStop(0),
  };
}

/** No fix is offered that would not compute the derivative, run as it would stand. */
function changeOf(
  claim: Extract<Single, { kind: 'pair' }>,
  expected: Verdict['expected'],
  budget: Budget,
): TextChange | null {
  const { source, pair } = claim;
  const writer = writerOf(source.language);
  if (!writer || expected === null || expected.kind === 'expression') return null;
  const claimed = { source, ...pair };
  const change =
    expected.kind === 'derivative'
      ? writer.derivativeFix(claimed, expected, budget)
      : writer.gradientFix(claimed, expected, budget);
  const places = [pair.of.statement, pair.derivative.statement];
  const after = change && writer.edited(source, change, places, budget);
  const moved = change && { from: change.from, by: change.text.length - (change.to - change.from) };
  return after && moved && holdsAsFixed(claim, after, moved, expected, budget) ? change : null;
}

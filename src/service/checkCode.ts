/** The check of a source: all that its functions and its comments claim of derivatives. */
import {
  docComments,
  formulaClaims,
  pairClaims,
  type Comment,
  type PairClaim,
} from '../claims/code/index.js';
import { ignoredLines } from '../claims/ignored.js';
import { writerOf } from '../codegen/index.js';
import { chargedTo } from '../core/index.js';
import { indexDocument, kindOfCode } from '../documents/index.js';
import { languageNamed } from '../languages.js';
import { judge } from '../judge/judge.js';
import { undecided, type Verdict } from '../judge/verdict.js';
import { Note, type ReadingOptions } from '../meaning/note.js';
import type { Source } from '../notation/programs/index.js';
import { checkClaims } from './check.js';
import { budgetFor } from './budgets.js';
import { readingOptions } from './documents.js';
import { faultInWords, thrown, type OnFault } from './fault.js';
import { READER } from './reader.js';
import type { Budget, CheckedClaim } from './service.js';
import { shown, TOO_LONG } from './shown.js';

/**
 * The functions first, then comment by comment; null between pieces of work. `whole` is what the file may cost: once
 * that is spent, what is left is undecided and says so.
 */
export function* checkCode(
  source: Source,
  options: ReadingOptions,
  budget: () => Budget,
  onFault: OnFault = thrown,
  whole: Budget = budgetFor('codeFile'),
): Generator<CheckedClaim | null, void, undefined> {
  const charged = (): Budget => chargedTo(whole, budget());
  yield* checkPairs(source, charged, onFault);
  yield* checkComments(source, options, charged, onFault);
}

const NOT_REACHED = undecided(
  'The check of this file takes more work than is allowed: it ended before this.',
);

/** Code has no definitions but its own. */
const NOTHING_KNOWN = { definitions: new Map(), namesakes: () => [] };
/** What stands in code is meant to be right. */
const EVIDENT = (): boolean => true;

function* checkPairs(
  source: Source,
  budget: () => Budget,
  onFault: OnFault,
): Generator<CheckedClaim | null, void, undefined> {
  const ignored = ignoredLines(source.text, languageNamed(source.language).comments);
  for (const claim of pairClaims(source)) {
    const { name, nameSpan } = claim.pair.derivative;
    if (ignored.covers(nameSpan.from, nameSpan.to)) continue;
    try {
      const [verdict] = budget().shouldStop(0) ? [NOT_REACHED] : yield* judge(claim, NOTHING_KNOWN, budget);
      if (verdict && isWorthSaying(verdict, claim)) yield shown(claim, verdict, EVIDENT, budget);
    } catch (error) {
      onFault({ text: name ?? '', from: nameSpan.from, error });
      yield shown(claim, undecided(faultInWords(error)), EVIDENT, budget);
    }
    yield null;
  }
}

/** A name that says little is to be borne out; a doubt is told where it is spelled out, as fDerivative is and df is not. */
function isWorthSaying({ kind }: Verdict, { pair }: PairClaim): boolean {
  if (kind === 'true' || kind === 'false') return true;
  const isSpelledOut = /deriv|prime|grad/i.test(pair.derivative.name ?? '');
  return pair.strength === 'strong' && (kind === 'conditional' || isSpelledOut);
}

/** Letters of one comment say nothing about those of another. */
function* checkComments(
  source: Source,
  options: ReadingOptions,
  budget: () => Budget,
  onFault: OnFault,
): Generator<CheckedClaim | null, void, undefined> {
  const ignored = ignoredLines(source.text);
  for (const comment of docComments(source)) {
    yield null;
    try {
      for (const claim of checkComment(comment, options, budget))
        yield claim && !ignored.covers(claim.outerFrom, claim.to) ? claim : null;
    } catch (error) {
      onFault({ text: comment.text, from: comment.from, error });
    }
  }
}

/** Formulas about the function are compared with it; the others are judged as those of a note. */
function* checkComment(
  comment: Comment,
  options: ReadingOptions,
  budget: () => Budget,
): Generator<CheckedClaim | null, void, undefined> {
  const { source, text, from } = comment;
  const index = indexDocument(kindOfCode(source.language), text);
  const note = new Note(index, readingOptions(text, options), READER);
  const compared: CheckedClaim[] = [];
  for (const claim of formulaClaims(comment, note)) {
    const [verdict] = yield* judge(claim, NOTHING_KNOWN, budget);
    const told = verdict ? shown(claim, verdict, EVIDENT, budget) : null;
    if (told) compared.push(told);
    yield told;
  }
  for (const c of checkClaims(note, budget)) {
    const own = c && moved(c, from);
    // What was compared with the code is judged, and what rests on nothing known is no claim.
    const isNews =
      own && own.verdict !== 'undecided' && !compared.some((k) => own.from < k.to && k.from < own.to);
    yield isNews ? withSafeFix(own, source, budget) : null;
  }
}

/** The claim with a fix that leaves the comment a comment; without one where none does. */
function withSafeFix(c: CheckedClaim, source: Source, budget: () => Budget): CheckedClaim {
  if (c.expected === null || c.rightPlace === null) return c;
  const change = { ...c.rightPlace, text: c.expected };
  const own = budget();
  const fix = writerOf(source.language)?.commentFix(source, change, own) ?? null;
  const isTooLong = fix === null && own.shouldStop(0);
  return { ...c, expected: fix?.text ?? null, message: isTooLong ? `${c.message} ${TOO_LONG}` : c.message };
}

function moved(c: CheckedClaim, by: number): CheckedClaim {
  const { rightPlace } = c;
  return {
    ...c,
    evident: true,
    from: c.from + by,
    to: c.to + by,
    outerFrom: c.outerFrom + by,
    outerTo: c.outerTo + by,
    rightPlace: rightPlace && { from: rightPlace.from + by, to: rightPlace.to + by },
  };
}

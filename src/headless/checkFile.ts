/** The check of one file's text, for the command line: the contract of `check --format json`. */
import type { Budget } from '../core/index.js';
import { indexDocument, kindOfFile } from '../documents/index.js';
import type { Span } from '../notation/notation.js';
import { languageOfFile } from '../languages.js';
import { readerOf } from '../notation/programs/index.js';
import { checkClaims } from '../service/check.js';
import { claimBudget } from '../service/budgets.js';
import { checkCode } from '../service/checkCode.js';
import { readingOptions } from '../service/documents.js';
import { READER } from '../service/reader.js';
import { thrown, type OnFault } from '../service/fault.js';
import { Note } from '../meaning/note.js';
import { LineColumns, type LineSpan } from '../files/lineColumns.js';
import { explained } from '../service/explained.js';
import type { CheckedClaim, ShownCounterexample, ExplainedClaim } from '../service/service.js';

/**
 * A claim as the command line reports it: lines and columns count from 1, ends exclusive. It stands from its formula's
 * opening delimiter to behind the closing one, a link of a chain to the end of the link.
 */
export interface ReportedClaim {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The side that is right or wrong: where a reader should look. */
  readonly right: LineSpan | null;
  readonly tex: string;
  readonly verdict: 'true' | 'false' | 'conditional' | 'undecided';
  readonly expected: string | null;
  readonly mistake: string | null;
  readonly quoted: boolean;
  /** An editor underlines it: it is false, no quoted mistake, and evident. */
  readonly underlined: boolean;
  readonly message: string;
  readonly counterexample: ShownCounterexample | null;
  /** How it was read and what it rests on, where that is asked for. */
  readonly reading?: ExplainedClaim | null;
}

export interface CheckOptions {
  /** TeX of other files that defines macros for the note. */
  readonly takenIn?: string;
  /** Each claim comes with how it was read. */
  readonly withReading?: boolean;
}

/** The claims of a file's text, in order; what kind of file it is goes by its name. `takenIn` is what other files define for it. */
export function checkFile(
  name: string,
  source: string,
  budget: () => Budget = claimBudget,
  onFault: OnFault = thrown,
  { takenIn = '', withReading = false }: CheckOptions = {},
): readonly ReportedClaim[] {
  const text = source.replace(/^\uFEFF/, '');
  const places = new LineColumns(text);
  const found: ReportedClaim[] = [];
  for (const c of claimsOf(name, text, takenIn, budget, onFault)) {
    if (!c) continue;
    found.push({
      ...places.of(c.outerFrom, c.links === 1 ? c.outerTo : c.to),
      // What would put a function of code right lies elsewhere than its name.
      right: isWithin(c, c.rightPlace) ? places.of(c.rightPlace.from, c.rightPlace.to) : null,
      tex: c.tex,
      verdict: c.verdict,
      expected: c.expected,
      mistake: c.mistake?.code ?? null,
      quoted: c.quoted,
      underlined: c.verdict === 'false' && !c.quoted && c.evident,
      message: c.message,
      counterexample: c.counterexample,
      ...(withReading ? { reading: explained(c) } : {}),
    });
  }
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Of a code file what its functions and comments claim: `prepareFile` has resolved before. */
function claimsOf(
  name: string,
  text: string,
  takenIn: string,
  budget: () => Budget,
  onFault: OnFault,
): Iterable<CheckedClaim | null> {
  const options = { logBase: 'e', macros: {}, takenIn } as const;
  const language = languageOfFile(name)?.name;
  const reader = language === undefined ? null : readerOf(language);
  if (language !== undefined && reader?.isLoaded() === true)
    return checkCode(reader.read(text, language), options, budget, onFault);
  const note = new Note(indexDocument(kindOfFile(name), text), readingOptions(text, options), READER);
  return checkClaims(note, budget, undefined, onFault);
}

const isWithin = (c: CheckedClaim, place: CheckedClaim['rightPlace']): place is Span =>
  place !== null && c.outerFrom <= place.from && place.to <= c.outerTo;

/** Loads what the check of a file needs: the parser for code, nothing for notes. */
export async function prepareFile(name: string): Promise<void> {
  const language = languageOfFile(name);
  if (language) await readerOf(language.name).load();
}

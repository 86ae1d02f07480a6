/** What one note comes to: its formulas, their answers, its claims with verdicts, and what broke. */
import { indexDocument, kindOfFile } from '../../src/documents/index.js';
import { LineColumns } from '../../src/files/lineColumns.js';
import { reasonOf } from '../../src/service/fault.js';
import { createService, type CheckedClaim } from '../../src/service/index.js';
import { surveyFormulas, type FormulaReport } from './formulas.js';
import { spoilClaims, type SpoiledClaim } from './spoiling.js';
import { isUnderlined, optionsWith, type Subject } from './subject.js';
import type { Random } from '../unit/fuzz/random.js';

/** A claim as a person judges it. */
export interface ClaimReport {
  readonly line: number;
  readonly endLine: number;
  readonly tex: string;
  readonly verdict: CheckedClaim['verdict'];
  readonly underlined: boolean;
  readonly quoted: boolean;
  readonly message: string;
  readonly expected: string | null;
  readonly mistake: string | null;
  readonly counterexample: CheckedClaim['counterexample'];
}

/** What threw, and where. */
export interface Defect {
  readonly line: number;
  readonly text: string;
  readonly message: string;
}

export interface NoteReport {
  readonly file: string;
  readonly bytes: number;
  readonly ms: number;
  /** Why it could not be surveyed at all; null where it was. */
  readonly error: string | null;
  /** Its time was up before all was asked. */
  readonly cut: boolean;
  readonly formulas: readonly FormulaReport[];
  readonly claims: readonly ClaimReport[];
  readonly spoiled: readonly SpoiledClaim[];
  readonly defects: readonly Defect[];
}

export interface Terms {
  /** What files beside the note define for it, as TeX. */
  readonly takenIn: string;
  readonly now: () => number;
  /** Milliseconds after which a note is not asked about any further. */
  readonly most: number;
  /** Draws what is spoiled in confirmed claims; null where none is. */
  readonly spoiler: Random | null;
}

/** Never throws: what breaks is in the report. */
export function surveyNote(file: string, source: string, terms: Terms): NoteReport {
  const { takenIn, now, most, spoiler } = terms;
  const started = now();
  const text = source.replace(/^\uFEFF/, '');
  const defects: Defect[] = [];
  const places = new LineColumns(text);
  let cut = false;
  const isOver = (): boolean => (cut ||= now() - started > most);
  const report = (rest: Pick<NoteReport, 'error' | 'formulas' | 'claims' | 'spoiled'>): NoteReport => {
    return { file, bytes: Buffer.byteLength(text), ms: now() - started, cut, defects, ...rest };
  };
  try {
    const kind = kindOfFile(file);
    const subject: Subject = {
      service: createService(),
      document: { uri: file, version: 1, languageId: kind.languages[0] ?? 'markdown', text },
      options: optionsWith(takenIn),
      index: indexDocument(kind, text),
      places,
      isOver,
      onDefect: (from, what, error) =>
        defects.push({ line: places.of(from, from).line, text: what, message: reasonOf(error) }),
    };
    const formulas = surveyFormulas(subject);
    const claims = claimsOf(subject);
    const spoiled = spoiler ? spoilClaims(subject, claims, spoiler) : [];
    return report({ error: null, formulas, claims: claims.map((c) => claimReport(c, places)), spoiled });
  } catch (error) {
    return report({ error: reasonOf(error), formulas: [], claims: [], spoiled: [] });
  }
}

function claimsOf({ service, document, options, isOver, onDefect }: Subject): readonly CheckedClaim[] {
  const claims: CheckedClaim[] = [];
  const found = service.check(document, options, undefined, ({ from, text, error }) =>
    onDefect(from, text, error),
  );
  for (const claim of found) {
    if (claim) claims.push(claim);
    if (isOver()) break;
  }
  return claims;
}

function claimReport(c: CheckedClaim, places: LineColumns): ClaimReport {
  const { line, endLine } = places.of(c.outerFrom, c.to);
  const { tex, verdict, quoted, message, expected, counterexample } = c;
  const underlined = isUnderlined(c);
  const mistake = c.mistake?.code ?? null;
  return { line, endLine, tex, verdict, underlined, quoted, message, expected, mistake, counterexample };
}

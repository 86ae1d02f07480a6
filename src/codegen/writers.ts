/** The writers of programs by the name of the language's row. */
import { asEdited } from './asEdited.js';
import { inBlockComment } from './commentText.js';
import { writeDerivative, writeGradient } from './derivative.js';
import { editProblem, parsedFor } from './editCheck.js';
import { COST } from '../core/index.js';
import { derivativeFix, gradientFix } from './fix.js';
import type { Writer } from './writer.js';
import { writeGradientTest } from './writeTest.js';
import type { Source } from '../notation/typescript/index.js';

const TYPESCRIPT_WRITER: Writer = {
  derivative: writeDerivative,
  gradient: writeGradient,
  gradientTest: writeGradientTest,
  derivativeFix,
  gradientFix,
  edited: asEdited,
  commentFix: (source: Source, change, budget) => {
    if (budget.shouldStop(parsedFor(source, change) * COST.parsed)) return null;
    const words = { ...change, text: inBlockComment(change.text) };
    return editProblem(source, words, { kind: 'words' }) === null ? words : null;
  },
};

/** A language without a line here is read and judged, but not written. */
export const WRITERS: Readonly<Record<string, Writer>> = {
  typescript: TYPESCRIPT_WRITER,
  javascript: TYPESCRIPT_WRITER,
};

/** The writer of a language; null where it has none. */
export const writerOf = (language: string): Writer | null => WRITERS[language] ?? null;

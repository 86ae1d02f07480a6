/** Where the formulas of a file lie, for the command line. */
import { kindOfFile, spansOf, type FormulaSpan } from '../documents/index.js';

/** The formulas of a file's text, in order; what kind of file it is goes by its name. */
export const spansInFile = (name: string, text: string): readonly FormulaSpan[] =>
  spansOf(text, kindOfFile(name));

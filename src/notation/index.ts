/** The notations of formulas: how each is read and printed. */
import { parse } from './latex/parse.js';
import { latexWithin } from './latex/print.js';
import { parsePlain } from './plain/parse.js';
import { printPlain } from './plain/print.js';
import type { Notation } from './notation.js';

export const LATEX: Notation = { name: 'latex', parse, print: (e, style) => latexWithin(e, style) };
export const PLAIN: Notation = { name: 'plain', parse: parsePlain, print: (e) => printPlain(e) };

/** A new notation is one folder, and one line here. */
export const NOTATIONS: readonly Notation[] = [LATEX, PLAIN];

/** The notation of a name; null where it is none of these. */
export const notationNamed = (name: string): Notation | null =>
  NOTATIONS.find((notation) => notation.name === name) ?? null;

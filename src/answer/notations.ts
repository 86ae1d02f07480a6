/** The notations by name, for reading and printing. */
import type { Expr } from '../core/expr.js';
import { parse as parseLatex } from '../notation/latex/parse.js';
import { printLatex } from '../notation/latex/print.js';
import type { Context, Reading, Style } from '../notation/notation.js';
import { parsePlain } from '../notation/plain/parse.js';

export type NotationName = 'latex' | 'plain';

export function readText(notation: NotationName, text: string, context: Context): Reading {
  return notation === 'latex' ? parseLatex(text, context) : parsePlain(text, context);
}

/** Printer of LaTeX in an author's style. */
export const texWith =
  (style: Style) =>
  (e: Expr): string =>
    printLatex(e, style);

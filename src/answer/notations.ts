/** Answers in LaTeX. */
import type { Expr } from '../core/index.js';
import { LATEX } from '../notation/index.js';
import { TOO_LONG } from '../notation/latex/print.js';
import type { Style } from '../notation/notation.js';

/** Printer of LaTeX in an author's style. */
export const texWith =
  (style: Style) =>
  (e: Expr): string =>
    LATEX.print(e, style) ?? TOO_LONG;

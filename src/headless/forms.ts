/** An answer of the command line in the forms that it prints besides JSON. */
import { alignedLatex, outlineText, plainText } from '../explain/index.js';
import { STANDARD } from '../levels.js';
import { budgetFor } from '../service/budgets.js';
import type { Answered } from './reply.js';
import { otherWays } from '../answer/otherWays.js';
import { outlineOf } from '../answer/outlines.js';

/** For a terminal: the answer, then its steps, conditions and check. */
export function answerText({ solved, assumptions, request }: Answered): string {
  const alternatives = otherWays(solved, budgetFor('otherWays'));
  const outline = outlineOf(solved, assumptions, plainText, { alternatives });
  return outlineText(outline, { level: request.level ?? STANDARD.level });
}

/** The derivation as aligned LaTeX. */
export function answerLatex({ solved, tex, request }: Answered): string {
  const { derivation, point } = solved;
  return alignedLatex(derivation, tex, request.level ?? STANDARD.level, point) + '\n';
}

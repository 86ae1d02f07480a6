/** An answer of the command line in the forms that it prints besides JSON. */
import { alignedLatex, outlineText, plainText } from '../explain/index.js';
import { budgetFor } from '../service/budgets.js';
import type { Answered } from './reply.js';
import { otherWays } from '../answer/otherWays.js';
import { outlineOf } from '../answer/outlines.js';

/** For a terminal: the answer, then its steps, conditions and check. */
export function answerText({ solved, assumptions }: Answered): string {
  return outlineText(
    outlineOf(solved, assumptions, plainText, { alternatives: otherWays(solved, budgetFor('otherWays')) }),
  );
}

/** The derivation as aligned LaTeX. */
export function answerLatex({ solved, tex }: Answered): string {
  const { derivation, point } = solved;
  const lines = alignedLatex(derivation, tex);
  if (!point) return lines + '\n';
  const value = `\\left.${tex(derivation.result)}\\right|_{${tex(point.variable)} = ${tex(point.at)}} = ${tex(point.value)}`;
  return `${lines}\n\n${value}\n`;
}

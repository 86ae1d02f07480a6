/** What the bench needs of the engine to ask questions and to judge answers: the corpus, checks against differences, sizes. */
import { parse } from 'mathjs';
import type { Expr } from '../../src/core/expr.js';
import { verify } from '../../src/core/verify.js';
import { printed, readFormula, X } from '../corpus/answer.js';
import { CORPUS } from '../corpus/scalar.js';

export { FAMILIES } from './families.js';

/** A formula, and the same in elementary functions and mathjs's syntax, for those who know no others. */
export interface Question {
  readonly text: string;
  readonly plain: string;
}

export const questions: readonly Question[] = Object.values(CORPUS)
  .flat()
  .map((text) => ({ text, plain: printed(readFormula(text)) }));

/** How an answer in plain notation fares against differences. */
export function judge(text: string, answered: string): 'right' | 'wrong' | 'undecided' {
  let claimed: Expr;
  try {
    claimed = readFormula(answered);
  } catch {
    return 'undecided';
  }
  const { verdict } = verify(readFormula(text), X, claimed);
  return verdict === 'agrees' ? 'right' : verdict === 'contradicts' ? 'wrong' : 'undecided';
}

/** Nodes of a text as mathjs reads it, brackets not counted; null where it cannot, or where the text is very long. */
export function nodes(text: string): number | null {
  if (text.length > LONGEST) return null;
  try {
    let count = 0;
    parse(text).traverse((node) => {
      if (node.type !== 'ParenthesisNode') count++;
    });
    return count;
  } catch {
    return null;
  }
}
const LONGEST = 50_000;

/** A document as a row of statements, each with the words before it. */
import type { Formula, FormulaIndex } from '../../documents/formula.js';
import { type Steps } from '../../steps.js';
import type { Reading, Statement } from '../../notation/notation.js';

export interface Item {
  readonly formula: Formula;
  readonly reading: Reading;
  readonly statement: Statement;
  /** Its number among the statements of its formula. */
  readonly nth: number;
  readonly isLast: boolean;
  /** The text since the formula before it; empty for a further statement of the same formula. */
  readonly gap: string;
  /** The text after its formula up to the next one. */
  readonly after: string;
  /** File offsets of the statement. */
  readonly from: number;
  readonly to: number;
}

/** What can read a formula of the document. */
export type ReadFormula = (formula: Formula) => Reading;

/** Longer formulas are not looked into for claims. */
const LONGEST = 6_000;

/** The same in steps. */
export function* itemsInSteps(index: FormulaIndex, read: ReadFormula): Steps<readonly Item[]> {
  const { formulas, text } = index;
  const items: Item[] = [];
  for (const [k, formula] of formulas.entries()) {
    if (formula.tex.length > LONGEST) continue;
    const start = formulas[k - 1]?.outerTo ?? 0;
    const end = formulas[k + 1]?.outerFrom ?? text.length;
    const gap = text.slice(Math.max(start, formula.outerFrom - MOST_WORDS), formula.outerFrom);
    const after = text.slice(formula.outerTo, Math.min(end, formula.outerTo + MOST_WORDS));
    const reading = read(formula);
    reading.statements.forEach((statement, nth) => {
      items.push({
        formula,
        reading,
        statement,
        nth,
        isLast: nth === reading.statements.length - 1,
        gap: nth === 0 ? gap : '',
        after,
        from: formula.toFile(statement.from),
        to: formula.toFile(statement.to),
      });
    });
    yield null;
  }
  return items;
}
/** Words further off say nothing about a formula. */
const MOST_WORDS = 600;

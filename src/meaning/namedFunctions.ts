/** Functions of the table that a text gives by an equation: it knows them by name, and answers may use the name. */
import { functionRow, type Expr } from '../core/index.js';
import type { Formula, FormulaIndex } from '../documents/formula.js';
import type { Reading } from '../notation/notation.js';
import type { Steps } from '../steps.js';

/** Longer formulas introduce no function. */
const LONGEST = 400;

/** The functions that formulas of a document give as σ(x) = …. */
export function* namedInSteps(
  index: FormulaIndex,
  read: (formula: Formula) => Reading,
): Steps<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const formula of index.formulas) {
    if (formula.tex.length > LONGEST || !formula.tex.includes('=')) continue;
    for (const { expr } of read(formula).statements) {
      const name = functionNamed(expr);
      if (name !== null) found.add(name);
    }
    yield null;
  }
  return found;
}

/** The function of the table that an equation gives at a letter. */
function functionNamed(e: Expr): string | null {
  const [left, right] = e.kind === 'relation' ? e.sides : [];
  return left && right ? functionOf(left) : null;
}

/** The function of the table that a head σ(x) names. */
export function functionOf(head: Expr | null): string | null {
  if (head?.kind !== 'call' || head.args.length !== 1 || head.args[0]?.kind !== 'sym') return null;
  return functionRow(head.fn) ? head.fn : null;
}

/** Functions of the table that a text gives by an equation: it knows them by name, and answers may use the name. */
import { functionRow, type Expr } from '../core/index.js';
import { functionBeforeBracket } from '../customs/usually.js';
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

/** The function of the table that a head σ(x) names, be it read as one or as a letter that is defined here. */
export function functionOf(head: Expr | null): string | null {
  if ((head?.kind !== 'call' && head?.kind !== 'apply') || head.args.length !== 1) return null;
  if (head.args[0]?.kind !== 'sym') return null;
  const name = head.kind === 'call' ? head.fn : functionBeforeBracket(head.fn.id);
  return name && functionRow(name) ? name : null;
}

/** Special functions whose letter the formulas round it tell: ψ beside Γ is the digamma function. */
import { call, functionRow, someNode, sym, type Apply, type Expr } from '../core/index.js';
import { FUNCTION_COMPANY, type FunctionCompany } from '../customs/company.js';
import type { Formula, FormulaIndex } from '../documents/formula.js';
import { mentionsPrintedLetter } from '../notation/latex/printedLetters.js';
import type { Reading } from '../notation/notation.js';
import type { Steps } from '../steps.js';
import type { Definition } from './definitions.js';

/** Longer formulas are no place where a function is introduced by its company. */
const LONGEST = 400;
const PAUSE = 50;

/** Those that a question means which has no text round it: ψ(x), W(x). */
export function knownAlone(e: Expr): readonly Definition[] {
  const { applied, names } = companyIn([e]);
  return FUNCTION_COMPANY.filter((row) => row.alone && names.size === 1 && !standsBare(e, row)).flatMap(
    (row) => {
      const use = applied.get(row.letter);
      return use ? definitionOf(use, row, { line: 1, from: 0 }) : [];
    },
  );
}

const standsBare = (e: Expr, { letter }: FunctionCompany): boolean =>
  someNode(e, (x) => x.kind === 'sym' && x.id === letter);

/** The functions that their company tells, where no equation says what they are, in order and in steps. */
export function* functionsInCompany(
  index: FormulaIndex,
  defined: readonly Definition[],
  read: (f: Formula) => Reading,
): Steps<readonly Definition[]> {
  const isOpen = ({ letter }: FunctionCompany): boolean => defined.every((d) => d.name.id !== letter);
  const rows = FUNCTION_COMPANY.filter(isOpen);
  const found: Definition[] = [];
  const alone = isAlone(index);
  for (const [k, f] of index.formulas.entries()) {
    if (k % PAUSE === 0) yield null;
    if (f.tex.length > LONGEST || !mentionsPrintedLetter(f.tex)) continue;
    const { statements } = read(f);
    const { applied, names } = companyIn(statements.map((s) => s.expr));
    for (const row of rows) {
      const use = applied.get(row.letter);
      const isTold = row.beside.some((name) => names.has(name)) || (alone && row.alone && names.size === 1);
      if (use && isTold) found.push(...definitionOf(use, row, f));
    }
  }
  return found;
}
/** A question by itself: one formula, and nothing round it. */
function isAlone({ text, formulas }: FormulaIndex): boolean {
  const [only, more] = formulas;
  return (
    only !== undefined && !more && (text.slice(0, only.outerFrom) + text.slice(only.outerTo)).trim() === ''
  );
}

/** Applications of letters by their ids, and the names of all functions in the formula. */
function companyIn(sides: readonly Expr[]): {
  readonly applied: ReadonlyMap<string, Apply>;
  readonly names: ReadonlySet<string>;
} {
  const applied = new Map<string, Apply>();
  const names = new Set<string>();
  for (const side of sides)
    someNode(side, (e) => {
      if (e.kind === 'call') names.add(e.fn);
      if (e.kind === 'apply') {
        names.add(e.fn.id);
        if (e.args.length > 0) applied.set(e.fn.id, e);
      }
      return false;
    });
  return { applied, names };
}

function definitionOf(
  use: Apply,
  { fn }: FunctionCompany,
  { line, from }: Pick<Formula, 'line' | 'from'>,
): Definition[] {
  const row = functionRow(fn);
  if (row?.params.length !== use.args.length) return [];
  const params = PARAMETERS.slice(0, use.args.length);
  const value = call(fn, ...params);
  return [{ name: use.fn, params, value, replaces: null, line, from, late: true, evidence: 'words' }];
}
const PARAMETERS = [sym('x'), sym('y')];

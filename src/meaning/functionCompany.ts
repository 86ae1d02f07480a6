/** Special functions whose letter the formulas round it tell: ψ beside Γ is the digamma function; a row each. */
import { call, functionRow, someNode, sym, type Apply, type Expr } from '../core/index.js';
import type { Formula, FormulaIndex } from '../documents/formula.js';
import type { Reading } from '../notation/notation.js';
import type { Steps } from '../steps.js';
import type { Definition } from './definitions.js';

export interface FunctionCompany {
  /** The symbol's id. */
  readonly letter: string;
  /** The function of the table. */
  readonly fn: string;
  /** What stands beside it, by the name of a function of the table or the id of a letter. */
  readonly beside: readonly string[];
  /** Whether a question without any text round it means this function. */
  readonly alone: boolean;
  readonly why: string;
}

export const FUNCTION_COMPANY: readonly FunctionCompany[] = [
  { letter: 'psi', fn: 'digamma', beside: ['gamma', 'lngamma', 'Gamma'], alone: true, why: 'ψ is Γ′/Γ' },
  {
    letter: 'psi_1',
    fn: 'trigamma',
    beside: ['gamma', 'lngamma', 'digamma', 'psi'],
    alone: true,
    why: 'ψ₁ is ψ′',
  },
  {
    letter: 'B',
    fn: 'beta',
    beside: ['gamma', 'lngamma', 'digamma', 'psi'],
    alone: true,
    why: 'B is made of Γ',
  },
  { letter: 'W', fn: 'lambertw', beside: ['lambertw'], alone: true, why: 'W is known by its inverse w eʷ' },
  { letter: 'phi', fn: 'normpdf', beside: ['normcdf', 'Phi'], alone: false, why: 'φ is the density of Φ' },
  { letter: 'Phi', fn: 'normcdf', beside: ['normpdf', 'phi'], alone: false, why: 'Φ is the integral of φ' },
];

/** Longer formulas are no place where a function is introduced by its company. */
const LONGEST = 400;
const PAUSE = 50;

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
    if (f.tex.length > LONGEST || !LETTERS.test(f.tex)) continue;
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
/** What none of them is written without. */
const LETTERS = /[ψφϕΦBW]|\\(?:psi|Psi|phi|varphi|Phi)/;

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

function definitionOf(use: Apply, { fn }: FunctionCompany, { line, from }: Formula): Definition[] {
  const row = functionRow(fn);
  if (row?.params.length !== use.args.length) return [];
  const params = PARAMETERS.slice(0, use.args.length);
  const value = call(fn, ...params);
  return [{ name: use.fn, params, value, replaces: null, line, from, late: true, evidence: 'words' }];
}
const PARAMETERS = [sym('x'), sym('y')];

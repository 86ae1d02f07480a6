/** Names that a note says are constant, in words or by giving them a number. */
import { equated, type Expr, type Sym } from '../core/index.js';
import type { Formula, FormulaIndex } from '../documents/formula.js';
import type { Reading } from '../notation/notation.js';
import type { Steps } from '../steps.js';
import { isParameterLetter } from './symbolCustoms.js';

/** Longer formulas list no names. */
const LONGEST_LIST = 100;

/** Where a note says that a name is constant, and how. */
export interface SaidConstant {
  readonly by: 'words' | 'number' | 'option';
  /** 1-based line of the document. */
  readonly line: number;
}
/** By the ids of names. */
export type SaidConstants = ReadonlyMap<string, SaidConstant>;

/** The names that the formulas of a document say are constants, with the first place that does. */
export function* constantsInSteps(
  index: FormulaIndex,
  read: (formula: Formula) => Reading,
): Steps<SaidConstants> {
  const found = new Map<string, SaidConstant>();
  for (const formula of index.formulas) {
    if (formula.tex.length > LONGEST_LIST) continue;
    for (const { id, by } of saidOnce(index, formula, read(formula)))
      if (!found.has(id)) found.set(id, { by, line: formula.line });
    yield null;
  }
  return found;
}

/** What a formula and the words round it say, worked out once until an edit touches its block. */
function saidOnce(index: FormulaIndex, formula: Formula, reading: Reading): readonly Said[] {
  const known = saidBy.get(formula.key);
  if (known?.reading === reading) return known.said;
  const said = saidIn(index, formula, reading);
  saidBy.set(formula.key, { reading, said });
  return said;
}
interface Said {
  readonly id: string;
  readonly by: SaidConstant['by'];
}
const saidBy = new WeakMap<object, { readonly reading: Reading; readonly said: readonly Said[] }>();

function saidIn(index: FormulaIndex, formula: Formula, { statements }: Reading): readonly Said[] {
  const names = statements.flatMap(({ expr }) => namesListed(expr) ?? []);
  const isSaid = names.length > 0 && saidConstant(index.wordsBefore(formula), index.wordsAfter(formula));
  const values = statements.flatMap(({ expr }) => given(expr) ?? []);
  return [
    ...(isSaid ? names : []).map(({ id }): Said => ({ id, by: 'words' })),
    ...values.map(({ id }): Said => ({ id, by: 'number' })),
  ];
}

/** c; a, b; k ∈ ℝ; n > 0: names, and what is no more than a bound on them. */
function namesListed(e: Expr): readonly Sym[] | null {
  if (e.kind === 'sym') return [e];
  const first = e.kind === 'relation' ? e.sides[0] : undefined;
  if (e.kind === 'relation' && !e.ops.includes('=') && first?.kind === 'sym') return [first];
  if (e.kind === 'tuple' && e.items.every((i) => i.kind === 'sym')) return e.items;
  return null;
}

/** α = 0.01, of a letter that is a constant by custom; x = 3 is a point. */
function given(e: Expr): Sym | null {
  const [name, value] = equated(e) ?? [];
  return name?.kind === 'sym' && isParameterLetter(name) && value?.free.size === 0 ? name : null;
}

const saidConstant = (before: string, after: string): boolean => BEFORE.test(before) || AFTER.test(after);

// English, German, French and Italian or Spanish, Portuguese, Russian, Chinese.
const BEFORE =
  /(?:\bconstants?|\bkonstanten?|\bconstantes?|\bcostant[ei]|констант[аыу]?|常数|常量)[\s:*_]*$/i;
const AFTER =
  /^[\s,*_]*(?:(?:is|are|be|being|both|as|a|an|the|some|any|arbitrary|fixed|real|positive|negative|given|known|universal|physical|ist|sind|eine|est|sont|une|des|es|son|una|è|sono|é|uma|to|kept|held)[\s*_]+)*(?:constants?|const\b|fixed|konstant(?:en?)?|costant[ei]|fest|константа|постоянн|是常数|为常数)/i;

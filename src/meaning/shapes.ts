/** What a note says of the shapes of names: x ∈ ℝⁿ, A ∈ ℝ^{m×n}; and which matrices it says are symmetric. */
import { equated, same, type Expr, type Rank, type Sym } from '../core/index.js';
import type { Formula, FormulaIndex } from '../documents/formula.js';
import type { Reading, Statement } from '../notation/notation.js';
import type { Steps } from '../steps.js';
import { NOTHING_SAID, type SaidOfArrays } from './ranks.js';

/** Longer formulas say no shapes. */
const LONGEST = 200;

/** What the formulas of a document and the words round them say. */
export function* shapesInSteps(
  index: FormulaIndex,
  read: (formula: Formula) => Reading,
): Steps<SaidOfArrays> {
  const isOfSymmetry = index.text.includes('symmetric');
  const ranks = new Map<string, Rank>();
  const sizes = new Map<string, readonly number[]>();
  const symmetric = new Set<string>();
  for (const formula of index.formulas) {
    const { tex } = formula;
    if (tex.length > LONGEST) continue;
    if (maySayShape(tex)) {
      for (const { name, lengths } of spacesIn(read(formula).statements)) {
        ranks.set(name.id, lengths.length === 2 ? 2 : 1);
        const known = lengths.filter((n) => n !== null);
        if (known.length === lengths.length) sizes.set(name.id, known);
      }
    }
    if (isOfSymmetry || tex.includes('='))
      for (const s of symmetricIn(index, formula, read, isOfSymmetry)) symmetric.add(s.id);
    yield null;
  }
  return ranks.size + symmetric.size === 0 ? NOTHING_SAID : { ranks, sizes, symmetric };
}

/** The set of all real numbers, raised to something, is an R with an exponent in any spelling. */
const maySayShape = (tex: string): boolean => /[Rℝ]/.test(tex) && tex.includes('^');

interface InSpace {
  readonly name: Sym;
  /** A length for each index; null where it is a name. */
  readonly lengths: readonly (number | null)[];
}
/** x, y ∈ ℝⁿ. */
function spacesIn(statements: readonly Statement[]): readonly InSpace[] {
  const found: InSpace[] = [];
  let before: Sym[] = [];
  for (const { expr } of statements) {
    if (expr.kind === 'sym') {
      before.push(expr);
      continue;
    }
    const [left, right, ...more] =
      expr.kind === 'relation' && expr.ops.every((op) => op === 'in') ? expr.sides : [];
    const lengths = right && more.length === 0 ? lengthsOf(right) : null;
    const names = left?.kind === 'sym' ? [left] : left?.kind === 'tuple' ? left.items.filter(isSym) : [];
    if (lengths) for (const name of [...before, ...names]) found.push({ name, lengths });
    before = [];
  }
  return found;
}
const isSym = (e: Expr): e is Sym => e.kind === 'sym';
/** n of ℝⁿ, m and n of ℝ^{m×n}; ℝ² is a plane of vectors, and ℝ^1 of numbers. */
function lengthsOf(e: Expr): readonly (number | null)[] | null {
  if (
    e.kind !== 'pow' ||
    e.base.kind !== 'sym' ||
    !e.base.marks.includes('blackboard') ||
    e.base.base !== 'R'
  )
    return null;
  const parts = e.exponent.kind === 'mul' ? e.exponent.factors : [e.exponent];
  if (parts.length > 2) return null;
  const lengths = parts.map((p) => (p.kind === 'num' && p.value.isInteger ? p.value.toNumber() : null));
  return lengths.some((n) => n === 1) ? null : lengths;
}

/** A = Aᵀ; “a symmetric matrix A”, “A is symmetric”. */
function symmetricIn(
  index: FormulaIndex,
  formula: Formula,
  read: (formula: Formula) => Reading,
  isOfSymmetry: boolean,
): readonly Sym[] {
  const inWords =
    isOfSymmetry &&
    formula.tex.length <= LONGEST_NAME &&
    (BEFORE.test(index.wordsBefore(formula)) || AFTER.test(index.wordsAfter(formula)));
  if (!inWords && !formula.tex.includes('=')) return [];
  if (!inWords && !/\^/.test(formula.tex)) return [];
  return read(formula).statements.flatMap(({ expr }) => {
    if (expr.kind === 'sym') return inWords ? [expr] : [];
    const [a, b] = equated(expr) ?? [];
    if (!a || !b) return [];
    const name = a.kind === 'sym' ? a : b;
    const other = name === a ? b : a;
    const isOwn =
      name.kind === 'sym' &&
      other.kind === 'call' &&
      other.fn === 'transpose' &&
      other.args.some((x) => same(x, name));
    return isOwn ? [name] : [];
  });
}
const LONGEST_NAME = 40;
const BEFORE = /\bsymmetric(?: and)?(?: positive(?:[- ](?:semi)?definite)?)?(?: matri(?:x|ces))?[\s:]*$/iu;
const AFTER = /^[\s,]*(?:is|are|be|being)? ?(?:a |an )?(?:real )?symmetric\b(?!.{0,4}\?)/iu;

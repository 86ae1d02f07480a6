/** The printed answer, read back: what is shown must mean what was derived. */
import {
  compareValues,
  compile,
  COST,
  evaluateArrays,
  freeIndices,
  haveSameValues,
  inputsOf,
  NO_ARRAYS,
  placesIn,
  ROWS,
  same,
  opaqueIn,
  someNode,
  standing,
  usedArrays,
  type Budget,
  type Compiled,
  type Expr,
  type Given,
  type Question,
} from '../core/index.js';
import { DEFAULT_STYLE, type Context, type Style } from '../notation/notation.js';
import { LATEX } from '../notation/index.js';
import { printedLettersIn, recallLetters } from '../notation/latex/printedLetters.js';
import { texWith } from './notations.js';

/** Longer answers are not read back: no one else will read them either. */
const LONGEST = 3000;

/** The author's style if the answer printed in it is read as what it is, else the usual one; null if neither is. */
export function readableStyle(
  result: Expr,
  style: Style,
  context: Context,
  budget: Budget,
  question?: Question,
): Style | null {
  return (
    [style, DEFAULT_STYLE].find((s) => readsBack(result, texWith(s)(result), context, budget, question)) ??
    null
  );
}

/** Whether the text means the expression: the same tree, or else the same values. */
export function readsBack(
  e: Expr,
  tex: string,
  context: Context,
  budget?: Budget,
  question?: Question,
): boolean {
  budget?.shouldStop(tex.length * COST.printed);
  if (tex.length > LONGEST) return true;
  budget?.shouldStop(tex.length * COST.read);
  const { statements, problems } = LATEX.parse(tex, {
    ...context,
    indices: indicesIn(e, context),
    functions: new Set([...context.functions, ...printedLettersIn(e)]),
  });
  const [only] = statements;
  // What cannot be read at all cannot be mistaken for something else.
  if (!only || statements.length > 1 || problems.length > 0 || opaqueIn(only.expr)) return true;
  if (same(only.expr, e)) return true;
  // Vectors and matrices are compared as such: products are told apart by shapes, which a text does not have.
  if (question?.arrays?.route === 'differentials')
    return haveSameValues(withPrinted(question), e, only.expr, budget) === true;
  return sameValues(recallLetters(only.expr), e, budget);
}

/** Who has just read the question knows which of its letters count; t of a name h_t does not. */
function indicesIn(e: Expr, { indices }: Context): ReadonlySet<string> {
  const named = new Set<string>();
  someNode(e, (x) => {
    if (x.kind === 'sym' && x.sub !== null) named.add(x.sub);
    return false;
  });
  const letters = freeIndices(e).filter((s) => s.marks.length === 0 && s.sub === null && !named.has(s.base));
  return new Set([...(indices ?? []), ...letters.map((s) => s.base)]);
}
/** I and 𝟏 of an answer are what they are printed as, unless the question has names like them. */
function withPrinted(question: Question): Question {
  const { arrays = NO_ARRAYS, definitions } = question;
  const isOwn = (id: string): boolean => arrays.ranks.has(id) || definitions.has(id);
  const printed = PRINTED.filter(([id]) => !isOwn(id));
  return {
    ...question,
    arrays: { ...arrays, constants: new Map([...printed, ...(arrays.constants ?? [])]) },
  };
}
const PRINTED = [
  ['I', 'identity'],
  ['bold:1', 'ones'],
] as const;

function sameValues(a: Expr, b: Expr, budget: Budget | undefined): boolean {
  if ([a, b].some(hasEntries)) return sameEntries(a, b, budget);
  const names = [...new Set(inputsOf([a, b], new Map()))];
  const [f, g] = [a, b].map((e) => compile(e, names, new Map(), budget)) as [Compiled, Compiled];
  return compareValues(pairs(f, g, names.length), ROWS.printed) === 'agrees';
}

const hasEntries = (e: Expr): boolean =>
  someNode(e, (x) => x.kind === 'component' || x.kind === 'delta' || x.kind === 'binder');

/** The same at arrays of two lengths, at every place that the indices have. */
function sameEntries(a: Expr, b: Expr, budget: Budget | undefined): boolean {
  const given: Given = { arrays: NO_ARRAYS, definitions: new Map(), ...(budget ? { budget } : {}) };
  const used = usedArrays([a, b], given);
  if (!used) return false;
  for (const { valuation } of placesIn(used, given, () => false)) {
    const [x, y] = [a, b].map((e) => evaluateArrays(e, valuation));
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
      continue;
    if (standing(x, y, ROWS.printed) !== 'agree') return false;
  }
  return true;
}

/** All the names near one another, and none the same. */
function* pairs(f: Compiled, g: Compiled, count: number): Generator<readonly [number, number]> {
  for (const x of ROWS.printed.line) {
    const values = Array.from({ length: count }, (_, i) => x + 0.13 * i);
    yield [f(...values), g(...values)];
  }
}

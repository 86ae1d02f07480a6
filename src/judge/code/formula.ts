/** Formulas of doc comments, compared with what the function below computes. */
import { compile, inlined, ONE, sym, type Budget, type Expr, type Sym } from '../../core/index.js';
import type { FormulaClaim } from '../../claims/code/claim.js';
import {
  plain,
  readerOf,
  type Code,
  type CodeVariable,
  type FunctionTarget,
} from '../../notation/programs/index.js';
import { inWordsAt } from '../message.js';
import { settled, type Verdict } from '../verdict.js';
import { isClosed } from './align.js';
import { agreements, compare, valuesOf, type Compared, type CodeComparison, type Point } from './compare.js';
import { exampleOf } from './example.js';
import { slopeOf } from './slope.js';

/** Longer functions are not looked through where a formula calls them. */
const MOST_SIZE = 120;

/** The verdict on a formula of a doc comment; null where it speaks of something that cannot be compared. */
export function judgeFormula(claim: FormulaClaim, budget: Budget): Verdict | null {
  const { source, of, derived, rights } = claim;
  const read = readerOf(source.language).resultsOf(source, of);
  if (!read.ok || read.shape.kind !== 'number' || !isClosed(read.code)) return null;
  const { code } = read;
  const comparisons = rights.map((right) => comparisonOf(code, of, derived, right, budget));
  const known = comparisons.flatMap((c) => (c ? [{ c, gap: compare(c) }] : []));
  const worst = known.find(({ gap }) => gap.verdict !== 'same') ?? known[0];
  if (!worst || known.length < rights.length) return null;
  return verdictOf(claim, code, worst.gap, agreements(worst.c) > 0);
}

/** `agrees`: it is right at many points. */
function verdictOf(claim: FormulaClaim, { variables }: Code, gap: Compared, agrees: boolean): Verdict | null {
  const name = claim.of.name ?? '';
  const what = claim.derived ? `the derivative of ${name}` : `what ${name} computes`;
  if (gap.verdict === 'same') return settled('true', `The formula is ${what}.`);
  if (gap.verdict !== 'different' || claim.isChosen) return null;
  const counterexample = exampleOf(gap, variables);
  const verdict = agrees
    ? settled('conditional', `The formula is ${what}, but not at ${inWordsAt(counterexample)}.`)
    : settled('false', `The formula is not ${what}`);
  return { ...verdict, counterexample };
}

/** Null where the right side has other names than the function, or the derivative cannot be worked out. */
function comparisonOf(
  code: Code,
  of: FunctionTarget,
  derived: FormulaClaim['derived'],
  right: Expr,
  budget: Budget,
): CodeComparison | null {
  const { variables, program } = code;
  const by = derived?.by ?? null;
  const variable = derived ? variables.find((v) => by === null || v.code === by) : undefined;
  if (derived && (!variable || (by === null && variables.length > 1))) return null;
  const slope = variable && slopeOf(program, variable.symbol, derived?.order ?? 1, budget);
  if (slope === null) return null;
  const f = valuesOf(program, budget);
  const claimed = evaluator(code, of, right, budget);
  return (
    claimed && {
      f,
      right: slope ? valuesOf(slope.program, budget) : f,
      ...(slope && { below: valuesOf(slope.below, budget) }),
      claimed,
      variables,
      variable: variable ?? null,
    }
  );
}

/** The right side at points of the function; null where it mentions anything else. */
function evaluator(code: Code, of: FunctionTarget, e: Expr, budget: Budget): ((at: Point) => number) | null {
  const whole = inlined(code.program, MOST_SIZE);
  const own = new Map(
    [...namedIn(e)].filter(([, name]) => of.name !== null && plain(name) === plain(of.name)),
  );
  if (own.size > 0 && !whole) return null;
  const bound = new Set(own.keys());
  const ids: string[] = [];
  const from: CodeVariable[] = [];
  for (const [id, name] of namedIn(e)) {
    if (bound.has(id)) continue;
    const v = code.variables.find((w) => plain(w.code) === plain(name));
    if (!v) return null;
    ids.push(id);
    from.push(v);
  }
  const params: readonly Sym[] = code.variables.map((v) => v.symbol);
  const definitions = new Map(code.program.definitions);
  for (const id of bound) definitions.set(id, { name: sym(of.name ?? ''), params, value: whole ?? ONE });
  const run = compile(e, ids, definitions, budget);
  return (at) => run(...from.map((v) => at.get(v.symbol.id) ?? NaN));
}

/** The free names of an expression by id, as they are written plainly. */
function namedIn(e: Expr): ReadonlyMap<string, string> {
  return new Map([...e.free].map((id) => [id, id.replace(/^.*:/, '')]));
}

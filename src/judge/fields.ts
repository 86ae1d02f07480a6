/** Claims of vector calculus: ∇·F, ∇×F, Δf and the derivative along a vector, compared with what is said entry by entry. */
import {
  inputsOf,
  isZero,
  MINUS_ONE,
  mul,
  ONE,
  ROWS,
  type Budget,
  type Comparison,
  type Expr,
} from '../core/index.js';
import { solveInSteps } from '../answer/solve.js';
import type { Link } from '../claims/notes/link.js';
import type { Asked } from '../meaning/asked.js';
import { without, type Definitions as Noted } from '../meaning/dependence.js';
import { looked, vectorOf } from '../meaning/severalVariables.js';
import type { Variable } from '../meaning/symbolCustoms.js';
import { inUnitVectors } from '../meaning/unitVectors.js';
import type { Steps } from '../steps.js';
import { wrongEntries } from './mistakes/fieldMistakes.js';
import { caseIn, comparisonOf, isTrue } from './case.js';
import { isOpen } from './region.js';
import { settled, undecided, type Case, type Counterexample, type Verdict } from './verdict.js';
import { worldsFor } from './worlds.js';

/** Judges a claim whose question is one of vector calculus: true where every entry is; a wrong one is named. */
export function* judgeField(claim: Link, asked: Asked, noted: Noted, budget: Budget): Steps<Verdict> {
  const solved = yield* solveInSteps(asked, budget);
  if (!solved.ok) return undecided(solved.message);
  if (solved.check.verdict !== 'agrees') return undecided('The derivative could not be checked.');
  // x by u and v, and u by x and y: which map is meant the claim does not say.
  if (
    asked.question.field?.operator === 'jacobian-determinant' &&
    variablesOf(asked).some((v) => v.kind === 'sym' && noted.has(v.id))
  )
    return undecided('The map and its inverse are both given here.');
  const { result } = solved.derivation;
  const actual = result.kind === 'tuple' ? result.items : [result];
  const claimed = entriesSaid(claim.right, result, noted);
  if (claimed?.length !== actual.length)
    return undecided('What is written has another shape than the derivative.');
  if (claimed.every((e) => e.free.size === 0) && result.free.size > 0)
    return undecided('This may be a value at a point.');
  for (const [i, is] of actual.entries()) {
    const said = claimed[i] as Expr;
    const verdict = yield* judgeEntry(claim, asked, noted, is, said, budget);
    // The bars may be those of a determinant and of its size as well.
    if (verdict.kind === 'false' && claim.head.kind === 'call' && claim.head.fn === 'abs') {
      const turned = yield* judgeEntry(claim, asked, noted, mul(MINUS_ONE, is), said, budget);
      if (turned.kind !== 'false') return undecided('The bars may be an absolute value.');
    }
    if (verdict.kind === 'false')
      return {
        ...verdict,
        variables: variablesOf(asked),
        ...(claim.nablaSquared === null ? { doubt: DIFFERENCE } : {}),
        expected: { kind: 'expression', e: solved.result },
        mistake: yield* mistakeIn({ claim, asked, noted, budget }, i, actual, claimed),
      };
    if (verdict.kind !== 'true') return verdict;
  }
  return settled('true');
}

const DIFFERENCE = 'Δ may be a difference here: nothing near by speaks of the Laplacian.';

/** The entries that are said: of a list, a column, a name of either, or a sum of unit vectors; null where there are none. */
function entriesSaid(right: Expr, result: Expr, noted: Noted): readonly Expr[] | null {
  if (result.kind !== 'tuple') return vectorOf(right) || inUnitVectors(right) ? null : [right];
  // The zero vector is written as the number.
  if (isZero(right)) return result.items.map(() => right);
  const value = looked(right, noted).value ?? right;
  return vectorOf(value)?.items ?? inUnitVectors(value, result.items.length)?.items ?? null;
}

function* judgeEntry(
  { conditions }: Link,
  asked: Asked,
  noted: Noted,
  actual: Expr,
  claimed: Expr,
  budget: Budget,
): Steps<Verdict> {
  const variables = variablesOf(asked);
  const [variable = asked.variable] = variables;
  const known = without(noted, new Set(variables.flatMap((v) => [...v.free])));
  const sides = [actual, claimed];
  const worlds = worldsFor({ variable, order: ONE, dependent: new Set(), noted: known, sides });
  const [unknown] = worlds.unknown;
  if (unknown) return undecided(`Nothing here says what ${unknown.base} stands for.`);
  const [world] = worlds.list;
  const found = world && (yield* caseIn(world, actual, claimed, null, budget));
  if (!found) return undecided('A part of it cannot be evaluated.');
  const strange = strangerIn(found, asked);
  if (strange !== null) return undecided(`Nothing here says what ${strange} stands for.`);
  const comparison = yield* comparisonOf(found, conditions, budget);
  if (budget.shouldStop()) return undecided('The check takes more work than is allowed for one claim.');
  return isTrue(comparison) ? settled('true') : refuted(comparison);
}

function refuted(comparison: Comparison): Verdict {
  const { samples, constant } = comparison;
  const against = samples.filter((s) => s.finding === 'differs');
  if (against.length < (constant ? 1 : ROWS.claim.against))
    return undecided('The numbers are too rough to tell.');
  const open = samples.filter((s) => s.finding === 'agrees' && isOpen(comparison, s));
  if (open.length >= ROWS.claim.open) return undecided('It holds on a part of the domain only.');
  const plain = comparison.plain() ?? against[0];
  const counterexample: Counterexample | null = plain
    ? {
        at: plain.point,
        claimed: Number.isFinite(plain.claimed) ? plain.claimed : null,
        actual: plain.actual,
      }
    : null;
  return { ...settled('false'), counterexample };
}

/** A name that only the right side has, which is none of the variables. */
function strangerIn({ claimed, actual }: Case, asked: Asked): string | null {
  const known = new Set(inputsOf([actual, asked.question.body, asked.question.target], new Map()));
  return inputsOf([claimed], new Map()).find((n) => !known.has(n)) ?? null;
}

function variablesOf({ question: { target } }: Asked): readonly Variable[] {
  const items = target.kind === 'tuple' ? target.items : [target];
  return items.filter((t): t is Variable => t.kind === 'sym' || t.kind === 'component');
}

interface Judging {
  readonly claim: Link;
  readonly asked: Asked;
  readonly noted: Noted;
  readonly budget: Budget;
}

/** What of an operator gone wrong gives the wrong entry, or all of them; else which of several it is. */
function* mistakeIn(
  { claim, asked, noted, budget }: Judging,
  entry: number,
  actual: readonly Expr[],
  claimed: readonly Expr[],
): Steps<Verdict['mistake']> {
  const is = function* (right: Expr | undefined, said: Expr | undefined): Steps<boolean> {
    if (!right || !said || budget.shouldStop()) return false;
    return (yield* judgeEntry(claim, asked, noted, right, said, budget)).kind === 'true';
  };
  for (let j = entry + 1; j < actual.length; j++)
    if ((yield* is(actual[j], claimed[entry])) && (yield* is(actual[entry], claimed[j])))
      return {
        code: 'components-swapped',
        explanation: `Entries ${String(entry + 1)} and ${String(j + 1)} are exchanged.`,
        specific: true,
      };
  const where = actual.length > 1 ? `Entry ${String(entry + 1)} is not right. ` : '';
  for (const { code, explanation, answer } of wrongEntries(asked.question, entry, actual[entry] as Expr))
    if (yield* is(answer, claimed[entry])) return { code, explanation: where + explanation, specific: true };
  return actual.length > 1 ? wrongEntry(entry) : null;
}

const wrongEntry = (i: number): Verdict['mistake'] => ({
  code: 'arithmetic-slip',
  explanation: `Entry ${String(i + 1)} is not right.`,
  specific: false,
});

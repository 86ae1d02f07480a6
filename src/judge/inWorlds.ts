/** A claim by numbers: in every world that its names may stand for, and what is made of where its sides agree and differ. */
import {
  isOne,
  deriveOnceInSteps,
  inputsOf,
  ROWS,
  someNode,
  verifyInSteps,
  type Budget,
  type Comparison,
  type Expr,
  type Sample,
} from '../core/index.js';
import type { Asked } from '../meaning/asked.js';
import type { Link } from '../claims/notes/link.js';
import type { Definitions as Noted } from '../meaning/dependence.js';
import { isBareHead } from '../meaning/operator.js';
import { isConstantOfIntegration } from '../customs/usually.js';
import type { Steps } from '../steps.js';
import { bareName, isEquationToSolve, isMoved, isUnrelated, needsMistake, whyNotFalse } from './doubts.js';
import { isMeromorphic } from './meromorphic.js';
import { isOpen, regionInWords } from './region.js';
import { settled, undecided, type Case, type Counterexample, type Verdict } from './verdict.js';
import type { Worlds } from './worlds.js';
import { atPlace, type AtPlace } from './atPlace.js';
import { byForm } from './byForm.js';
import { caseIn, comparisonOf, isTrue } from './case.js';

/** Judges a claim whose names are all known or may be any function: by comparing both sides in each world. */
export function* inWorlds(
  claim: Link,
  asked: Asked,
  worlds: Worlds,
  definitions: Noted,
  budget: Budget,
): Steps<Verdict> {
  const cases: Case[] = [];
  for (const w of worlds.list) {
    const found = yield* caseIn(w, claim.head, claim.right, asked.point ? null : asked.question.body, budget);
    if (!found)
      return budget.shouldStop()
        ? OUT_OF_TIME
        : yield* byForm(claim, definitions, 'A part of it cannot be evaluated.', budget);
    cases.push(found);
    yield null;
  }
  const strange = strangers(claim, cases);
  if (strange.length > 0) return undecided(`Nothing here says what ${strange.join(', ')} stands for.`);
  const there = cases[0] && worlds.unknown.length === 0 ? yield* atPlace(asked, cases[0], budget) : null;
  if (there?.kind === 'none') return undecided(withoutDerivative(there.isDefined));
  if (there?.kind === 'right') return settled('true');
  return yield* combined(claim, asked, worlds, cases, budget, there);
}
const withoutDerivative = (isDefined: boolean): string =>
  isDefined
    ? 'There is no derivative at this place: the difference quotients have no common limit from both sides.'
    : 'There is no derivative at this place: the function has no value there.';
const OUT_OF_TIME = undecided('The check takes more work than is allowed for one claim.');

/** Names that the right side brings in and nothing explains; a constant of integration is known to all. */
function strangers({ right, conditions }: Link, cases: readonly Case[]): readonly string[] {
  const [c] = cases;
  if (!c) return [];
  const known = new Set([...inputsOf([c.actual, ...(c.body ? [c.body] : []), ...conditions], new Map())]);
  known.add(c.world.variable.kind === 'sym' ? c.world.variable.id : '');
  const constant =
    right.kind === 'add'
      ? right.terms.find((t) => t.kind === 'sym' && isConstantOfIntegration(t.id))
      : undefined;
  const names = inputsOf([c.claimed], new Map()).filter((n) => !known.has(n));
  return names.filter((n) => !(constant?.kind === 'sym' && constant.id === n));
}

function* combined(
  claim: Link,
  asked: Asked,
  worlds: Worlds,
  cases: readonly Case[],
  budget: Budget,
  there: AtPlace | null,
): Steps<Verdict> {
  let first: { readonly c: Case; readonly comparison: Comparison } | null = null;
  let [agreed, doubtful] = [0, false];
  const comparisons: Comparison[] = [];
  for (const c of cases) {
    const comparison = yield* comparisonOf(c, claim.conditions, budget);
    if (budget.shouldStop()) return OUT_OF_TIME;
    comparisons.push(comparison);
    if (isTrue(comparison)) agreed++;
    else if (comparison.samples.some((s) => s.finding !== 'agrees')) first ??= { c, comparison };
    // ln f says nothing where f is negative: other functions speak for it.
    else if (comparison.samples.length > 0 || worlds.unknown.length === 0) doubtful = true;
  }
  if (
    !first &&
    comparisons.every(isZero) &&
    someNode(claim.right, (e) => isOfQuantity(e, definitionsIn(cases)))
  )
    return undecided('Both sides are 0 for what is known here.');
  // Where the formula fails, as at a filled hole, the limit alone tells.
  if (!first && there?.kind === 'other' && cases[0]) {
    const { actual, claimed } = there;
    return {
      ...settled('false'),
      counterexample: { at: new Map(), claimed, actual },
      refuted: { asked, cases },
    };
  }
  if (!first)
    return doubtful || agreed < Math.min(2, cases.length)
      ? undecided('Too few points of its domain could be compared.')
      : settled('true');
  const { c, comparison } = first;
  const refuted = { asked, cases };
  const agreeing = comparison.samples.filter((s) => s.finding === 'agrees');
  const open: Sample[] = [];
  // What only seems to agree, as powers of small numbers do, is not looked into.
  const isEverywhere = isMeromorphic(c.actual) && isMeromorphic(c.claimed);
  for (const s of isEverywhere ? [] : agreeing.slice(0, MOST_PROBED)) {
    if (isOpen(comparison, s)) open.push(s);
    yield null;
  }
  const isElsewhere =
    isMoved(claim) || isUnrelated(claim, c) || (claim.link > 1 && isEquationToSolve(claim, asked, c));
  if (open.length >= OPEN && worlds.unknown.length === 0 && !isElsewhere) {
    const others = [...(comparison.samples[0]?.point.keys() ?? [])].filter((n) => n !== c.variable);
    const forms = [c.actual, c.claimed, ...(c.body ? [c.body] : [])];
    const where = yield* regionInWords({ comparison, forms, variable: c.variable ?? '', others }, open);
    const counterexample = exampleOf(comparison.samples.find((s) => s.finding !== 'agrees'));
    if (where !== null) return { ...settled('conditional', where), counterexample, refuted };
  }
  return yield* refutation(claim, asked, worlds, c, comparison, refuted, budget);
}
const { against: AGAINST, missing: MISSING, open: OPEN } = ROWS.claim;
const MOST_PROBED = 12;
const isZero = ({ samples }: Comparison): boolean =>
  samples.length > 0 && samples.every((s) => s.actual === 0);
const definitionsIn = ([c]: readonly Case[]): Noted => c?.world.noted ?? new Map();
/** dy/du of a y that is no function with u among its arguments. */
function isOfQuantity(e: Expr, noted: Noted): boolean {
  if (e.kind !== 'diff' || !isBareHead(e) || e.body.kind === 'diff') return false;
  const params = noted.get(bareName(e) ?? '')?.params ?? [];
  return !params.some((p) => e.target.free.has(p.id));
}

function* refutation(
  claim: Link,
  asked: Asked,
  worlds: Worlds,
  c: Case,
  comparison: Comparison,
  refuted: Verdict['refuted'],
  budget: Budget,
): Steps<Verdict> {
  const against = comparison.samples.filter((s) => s.finding === 'differs');
  const missing = comparison.samples.filter((s) => s.finding === 'missing');
  const enough = against.length >= (comparison.constant ? 1 : AGAINST) || missing.length >= MISSING;
  if (!enough) return undecided('The numbers are too rough to tell.');
  const doubt = whyNotFalse(claim, asked, worlds, c, comparison);
  if (doubt !== null) return undecided(doubt);
  if (worlds.unknown.length === 0 && !(yield* derivativeStands(asked, budget)))
    return undecided('The derivative could not be checked.');
  yield null;
  const sample = comparison.plain() ?? against[0] ?? missing[0];
  const counterexample = worlds.unknown.length > 0 ? null : exampleOf(sample);
  return {
    ...settled('false'),
    counterexample,
    needsMistake: needsMistake(claim, asked, worlds),
    refuted,
  };
}

/** Whether differences contradict the derivative that the claim is held against. */
function* derivativeStands({ question, point }: Asked, budget: Budget): Steps<boolean> {
  if (point || !isOne(question.order)) return true;
  const step = yield* deriveOnceInSteps(question, budget);
  if (!step) return false;
  const { definitions, body, target } = question;
  return (yield* verifyInSteps(body, target, step.result, { definitions })).verdict !== 'contradicts';
}

function exampleOf(s: Sample | undefined): Counterexample | null {
  if (!s) return null;
  return { at: s.point, claimed: Number.isFinite(s.claimed) ? s.claimed : null, actual: s.actual };
}

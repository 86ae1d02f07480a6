/** The verdict on a claim: by algebra, by numbers, and with a refusal to say "false" where the text may mean another thing. */
import {
  children,
  compare,
  componentKey,
  countingNames,
  deriveOnceInSteps,
  diff,
  inputsOf,
  num,
  ONE,
  ROWS,
  someNode,
  substitute,
  verifyInSteps,
  withRanges,
  type Budget,
  type Comparison,
  type Expr,
  type Sample,
} from '../core/index.js';
import type { Asked, NotAsked } from '../meaning/asked.js';
import type { Link } from '../claims/notes/link.js';
import type { Definitions as Noted } from '../meaning/dependence.js';
import { isUsualVariable, type Variable } from '../meaning/symbolCustoms.js';
import { namesIn, primedIn } from '../meaning/freeNames.js';
import { IMPLIED, isBareHead, isImplied } from '../meaning/operator.js';
import { NO_SITUATION, questionOf } from '../meaning/question.js';
import { X } from '../meaning/variable.js';
import { countsThings, isConstantOfIntegration } from '../customs/usually.js';
import type { Steps } from '../steps.js';
import { judgeArrays } from './arrays.js';
import { whyUnsupported } from './evidence.js';
import { formOf, type FormInWorlds } from './form.js';
import { withoutNumbers } from './identity.js';
import {
  bareName,
  differentiatesBothSides,
  isEquationToSolve,
  isMoved,
  isUnrelated,
  needsMistake,
  whyNotFalse,
} from './doubts.js';
import { isMeromorphic } from './meromorphic.js';
import { isOpen, regionInWords } from './region.js';
import type { Known } from './known.js';
import {
  asGradientLaw,
  byNamesakes,
  furtherReadings,
  mapped,
  otherReadings,
  without,
  type OtherReading,
} from './readings.js';
import { areOtherNumbers, holdsAt, valuesSaid } from './values.js';
import { judgeEntries } from './entries.js';
import { entriesOf } from './gradient.js';
import { asFunctionsOfTime, isOfRatesAlone } from './rates.js';
import { sidesInstead } from './instead.js';
import { settled, undecided, type Case, type Counterexample, type Verdict } from './verdict.js';
import { meaningInSteps, type World } from './world.js';
import { derivedNames, reachableNames, worldsFor, type Worlds } from './worlds.js';

/** Judges one link against the derivative that its chain begins with. Never throws; polls the budget. */
export function* judgeLink(written: Link, known: Known, budget: Budget): Steps<Verdict> {
  const claim = known.arrays ? { ...written, arrays: known.arrays } : written;
  const { definitions } = known;
  if (claim.link > 1 && claim.op === '=' && areOtherNumbers(claim.left, claim.right))
    return { ...settled('false', 'The two numbers differ.'), isGeneral: true };
  const verdict = yield* judgeReading(claim, definitions, budget);
  known.tried?.('as it is written', verdict.kind);
  if (claim.op === '!=') return negated(verdict);
  if (verdict.kind === 'true') return verdict;
  const identity = yield* byIdentity(claim, budget);
  if (identity) return identity;
  if (verdict.kind === 'undecided') return (yield* whatElse(claim, known, budget)) ?? verdict;
  // Of what a known mistake with indices gives no other reading is looked for.
  const other = verdict.mistake ? null : yield* trueReading(otherReadings(claim, known), known, budget);
  if (other) return other;
  if (verdict.kind === 'conditional' && differentiatesBothSides(claim))
    return settled('true', verdict.message);
  if (verdict.kind !== 'false') return verdict;
  const instead = yield* otherSides(claim, definitions, budget);
  if (instead) return instead;
  const unsure = claim.tentative || (known.namesakes(claim).length > 1 && !isDefinedBeside(claim, known));
  const chosen = yield* forNearest(claim, known, verdict, budget);
  if (chosen.kind === 'false' && restsElsewhere(claim, known))
    return undecided('What it rests on is said in another section, where it may mean another thing.');
  return { ...chosen, needsMistake: chosen.needsMistake || unsure };
}

/** A definition of another section may be meant, and may not: it bears out what it fits, and refutes nothing. */
function restsElsewhere(claim: Link, known: Known): boolean {
  const sides = [claim.head, claim.left, claim.right];
  const independent = new Set(independentIn(claim, known.definitions));
  const names = reachableNames(sides, without(known.definitions, [...independent]));
  return [...names].some((id) => {
    const d = independent.has(id) ? undefined : known.definitions.get(id);
    return d !== undefined && (known.isElsewhere?.(d, claim) ?? false);
  });
}

/** What the question takes for a name of its own, whatever it is elsewhere: the variable, functions of it, the f of a rule. */
function independentIn(claim: Link, definitions: Noted): readonly string[] {
  const asked = askedOf(claim, definitions);
  if (!asked.ok) return [];
  const { question, variable } = asked;
  const abstract = [...claim.head.free].filter((id) => definitions.has(id) && !question.definitions.has(id));
  return [...variable.free, ...question.dependent, ...abstract];
}

/** What is derived is defined in its paragraph or directly before: of several definitions that one is meant. */
function isDefinedBeside({ head, beside, from }: Link, { definitions }: Known): boolean {
  const d = definitions.get(bareName(head) ?? '');
  return d !== undefined && beside <= d.from && d.from <= from;
}

/** What could not be decided as it stands may be clear from what is said around it. */
function* whatElse(claim: Link, known: Known, budget: Budget): Steps<Verdict | null> {
  const { definitions } = known;
  const readings = [...furtherReadings(claim, definitions), ...byNamesakes(claim, known)];
  const other = yield* trueReading(readings, known, budget);
  if (other) return other;
  const law = asGradientLaw(claim);
  const wrongLaw = law && (yield* judgeReading(law[0], definitions, budget));
  if (wrongLaw?.kind === 'false') return { ...settled('false'), isGeneral: true };
  const rate = yield* wrongRate(claim, definitions, budget);
  if (rate) return rate;
  return (yield* otherSides(claim, definitions, budget)) ?? (yield* atValues(claim, definitions, budget));
}

/** A = 6s², dA/dt = 6s ds/dt: the right side says itself what changes with the time, and nothing else is in A. */
function* wrongRate(claim: Link, definitions: Noted, budget: Budget): Steps<Verdict | null> {
  const read = isOfRatesAlone(claim, definitions) ? asFunctionsOfTime(claim, definitions) : null;
  const verdict = read && (yield* judgeReading(mapped(claim, read), definitions, budget));
  return verdict?.kind === 'false' ? verdict : null;
}

function* otherSides(claim: Link, definitions: Noted, budget: Budget): Steps<Verdict | null> {
  for (const { left, right, variable, noted, words } of sidesInstead(claim, definitions)) {
    yield null;
    if (yield* sidesAgree({ ...claim, left, right }, variable, noted, budget)) return settled('true', words);
  }
  return null;
}

/** ∂f/∂y = x² = 9 where x = 3 is said beside it. */
function* atValues(claim: Link, definitions: Noted, budget: Budget): Steps<Verdict | null> {
  const { head, right } = claim;
  if (right.free.size > 0) return null;
  const point = valuesSaid(claim, definitions);
  const variable = targetOf(head) ?? X;
  if (point.size === 0) return null;
  // ṙ = 0 beside r = 3 is a condition: a value of r says nothing of how it changes.
  if (whyUnsupported(head, definitions, variable, NO_FUNCTIONS) !== null) return null;
  const subject = { variable, order: ONE, dependent: new Set<string>(), sides: [head, right] };
  const { list, unknown } = worldsFor({ ...subject, noted: definitions });
  const [world] = list;
  const found = world && unknown.length === 0 ? yield* caseIn(world, head, right, null, budget) : null;
  return found && holdsAt(found.actual, found.claimed, right, point)
    ? settled('true', 'for the values given here')
    : null;
}

/** Of several definitions the last one before the claim is the likeliest to be meant. */
function* forNearest(claim: Link, known: Known, verdict: Verdict, budget: Budget): Steps<Verdict> {
  const nearest = known
    .namesakes(claim)
    .filter((d) => d.from < claim.from)
    .at(-1);
  if (!nearest || known.definitions.get(nearest.name.id) === nearest) return verdict;
  const other = yield* judgeReading(claim, new Map(known.definitions).set(nearest.name.id, nearest), budget);
  return other.kind === 'false' ? other : verdict;
}

/** A ≠ B is right where they differ somewhere. */
function negated(v: Verdict): Verdict {
  if (v.kind === 'true') return { ...v, kind: 'false', message: 'The two sides are equal.' };
  if (v.kind === 'undecided') return v;
  return settled('true', 'The two sides differ.');
}

/** The claim read in another way that is open to the author, where it is true in that one. */
function* trueReading(
  readings: readonly OtherReading[],
  { tried }: Known,
  budget: Budget,
): Steps<Verdict | null> {
  for (const reading of readings) {
    const [claim, inForce, words] = reading();
    const verdict = yield* judgeReading(claim, inForce, budget);
    tried?.(words, verdict.kind);
    if (verdict.kind === 'true') return settled('true', words);
  }
  return null;
}

/** What the claim's derivative asks, as it is first read. */
export function askedOf(written: Link, known: Noted): Asked | NotAsked {
  const claim = withVariable(written);
  return askedWith(claim, without(known, ownParameters(claim.head, known)));
}
function askedWith({ head, chain, arrays }: Link, definitions: Noted): Asked | NotAsked {
  const primed = new Set([...primedIn(...chain), ...derivedNames(chain.slice(1))]);
  return questionOf(head, {
    ...NO_SITUATION,
    definitions,
    primed,
    ...(arrays ? { arrays } : {}),
  });
}

function* judgeReading(written: Link, known: Noted, budget: Budget): Steps<Verdict> {
  const claim = withVariable(written);
  const definitions = without(known, ownParameters(claim.head, known));
  const { head, right } = claim;
  const asked = askedWith(claim, definitions);
  if (!asked.ok) {
    const own = spelledOut(claim, definitions);
    if (!own) return yield* byForm(claim, definitions, asked.message, budget);
    const verdict = yield* judgeReading(own, definitions, budget);
    return { ...verdict, needsMistake: true };
  }
  if (asked.question.arrays?.route === 'differentials') return yield* judgeArrays(claim, asked, budget);
  if (asked.question.arrays) return yield* judgeEntries(claim, asked, definitions, budget);
  const entries = entriesOf(claim, asked);
  if (entries) return yield* byEntries(entries, definitions, budget);
  const { question } = asked;
  // Letters that the question takes for any function, whatever the note defines them as elsewhere.
  const abstract = [...head.free].filter((id) => definitions.has(id) && !question.definitions.has(id));
  const worlds = worldsFor({
    variable: asked.variable,
    order: question.order,
    dependent: question.dependent,
    noted: without(definitions, abstract),
    sides: [head, right, question.body],
  });
  const functions = new Set([...question.dependent, ...worlds.unknown.map((s) => s.id)]);
  const why = whyUnsupported(right, definitions, asked.variable, functions);
  if (why !== null) return yield* byForm(claim, definitions, why, budget);
  return yield* inWorlds(claim, asked, worlds, definitions, budget);
}

/** True where all entries are; a wrong one is named. */
function* byEntries(entries: readonly Link[], definitions: Noted, budget: Budget): Steps<Verdict> {
  const verdicts: Verdict[] = [];
  for (const [i, entry] of entries.entries()) {
    const verdict = yield* judgeReading(entry, definitions, budget);
    if (verdict.kind === 'false' && entries.every((e) => e.right.free.size === 0))
      return undecided('This may be a value at a point.');
    if (verdict.kind === 'false' && !verdict.needsMistake)
      return { ...verdict, refuted: null, message: `Entry ${String(i + 1)} is wrong.` };
    verdicts.push(verdict);
  }
  if (verdicts.every((v) => v.kind === 'true')) return settled('true');
  return undecided('Not every entry could be judged.');
}

/** P = x² + 1, P′ = 2x: the definition in place of a name without an argument, where its variable is plain. */
function spelledOut(claim: Link, definitions: Noted): Link | null {
  const { head } = claim;
  const [order] = head.kind === 'apply' && head.args.length === 0 ? head.orders : [];
  const d = head.kind === 'apply' ? definitions.get(head.fn.id) : undefined;
  if (typeof order !== 'number' || d?.params.length !== 0) return null;
  const [variable, ...more] = namesIn(d.value).symbols.filter((s) => isUsualVariable(s));
  if (!variable || more.length > 0) return null;
  const plain = diff(d.value, variable, num(order));
  return { ...claim, head: plain, chain: [plain, ...claim.chain.slice(1)] };
}

/** Of f(x, y) by x: what the note says elsewhere of x and y is not meant. */
function ownParameters(head: Expr, definitions: Noted): readonly string[] {
  const name = bareName(head);
  const params = (name === null ? undefined : definitions.get(name))?.params.map((p) => p.id) ?? [];
  const target = targetOf(head);
  return target === null || params.some((id) => target.free.has(id)) ? params : [];
}

/** Functions written without their argument get it: sec² is sec²x. */
function withVariable(claim: Link): Link {
  const { variable } = claim;
  if (!variable && !claim.chain.some(leavesArgumentOut)) return claim;
  const name = variable ?? targetOf(claim.head) ?? X;
  return mapped(claim, (e) => substitute(e, new Map([[IMPLIED.id, name]])));
}
/** sec² alone; the variable of (…)′ that is left out is no such argument. */
function leavesArgumentOut(e: Expr): boolean {
  if (e.kind === 'diff') return leavesArgumentOut(e.body);
  return isImplied(e) || children(e).some(leavesArgumentOut);
}
function targetOf(e: Expr): Variable | null {
  if (e.kind !== 'diff' || isImplied(e.target)) return null;
  return e.target.kind === 'sym' || e.target.kind === 'component' ? e.target : null;
}

/** A derivative of what nothing defines: true where it holds for any function, else undecided. */
function* byForm(claim: Link, definitions: Noted, why: string, budget: Budget): Steps<Verdict> {
  const form = isBareHead(claim.head) ? formOf(claim.head, claim.right) : null;
  if (!form) return yield* pairwise(claim, definitions, why, budget);
  if (yield* holdsByForm(form, claim, budget)) return settled('true', 'for any such function');
  return yield* pairwise(claim, definitions, why, budget);
}

/** dz/dx = 2 dz/dy · dy/dx, f′(x) = 2 lim (f(x + h) − f(x))/h: what z and f are makes no difference. Null for any other claim. */
function* byIdentity(claim: Link, budget: Budget): Steps<Verdict | null> {
  const plain = isBareHead(claim.head) && claim.op === '=' ? withoutNumbers(claim) : null;
  const identity = plain && formOf(claim.head, plain);
  if (!identity || !(yield* holdsByForm(identity, claim, budget))) return null;
  return { ...settled('false', 'The two sides are the same but for a number or a sign.'), isGeneral: true };
}

function* holdsByForm(
  { worlds, head, right }: FormInWorlds,
  { conditions }: Link,
  budget: Budget,
): Steps<boolean> {
  for (const w of worlds) {
    const c = yield* caseIn(w, head, right, null, budget);
    if (c === null || !isTrue(yield* comparisonOf(c, conditions, budget))) return false;
  }
  return true;
}

/** Two sides of a chain whose derivative cannot be judged: the step between them may be right all the same. */
function* pairwise(claim: Link, definitions: Noted, why: string, budget: Budget): Steps<Verdict> {
  const { left, right } = claim;
  const plain = [left, right].every((e) => !someNode(e, isForeign));
  if (claim.link < 2 || !plain) return undecided(why);
  return (yield* sidesAgree(claim, targetOf(claim.head) ?? X, definitions, budget))
    ? settled('true', 'this step; the derivative itself could not be judged')
    : undecided(why);
}

const NO_FUNCTIONS: ReadonlySet<string> = new Set();

/** Whether the two sides of this step are equal, whatever derivative they are said to be. */
function* sidesAgree(claim: Link, variable: Variable, noted: Noted, budget: Budget): Steps<boolean> {
  const { left, right } = claim;
  const dependent = NO_FUNCTIONS;
  if ([left, right].some((e) => whyUnsupported(e, noted, variable, dependent) !== null)) return false;
  const { list, unknown } = worldsFor({ variable, order: ONE, dependent, noted, sides: [left, right] });
  const [world] = list;
  const found = world && unknown.length === 0 ? yield* caseIn(world, left, right, null, budget) : null;
  return found !== null && isTrue(yield* comparisonOf(found, claim.conditions, budget));
}
const isForeign = (e: Expr): boolean =>
  e.kind === 'component' ||
  e.kind === 'tuple' ||
  e.kind === 'matrix' ||
  e.kind === 'diff' ||
  e.kind === 'binder';

function* inWorlds(
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
  return yield* combined(claim, asked, worlds, cases, budget);
}
const OUT_OF_TIME = undecided('The check takes more work than is allowed for one claim.');

/** The sides as they stand in a world; null where one of them has no meaning there. */
function* caseIn(
  world: World,
  head: Expr,
  right: Expr,
  body: Expr | null,
  budget: Budget,
): Steps<Case | null> {
  const is = yield* meaningInSteps(world, head, budget);
  const said = yield* meaningInSteps(world, right, budget);
  const of = body && (yield* meaningInSteps(world, body, budget));
  if (!is || !said) return null;
  const [actual = is, claimed = said] = withRanges([is, said]) ?? [];
  const shown = of && someNode(of, isIntegral) ? null : of;
  return { world, actual, claimed, body: shown, variable: variableKey(world.variable, [actual, claimed]) };
}

/** An integral of any function exists as far as its derivative does. */
const isIntegral = (e: Expr): boolean => e.kind === 'binder' && e.op === 'integral';

/** The key under which the variable gets its values; the first name there is where it does not occur. */
function variableKey(v: Variable, sides: readonly Expr[]): string | null {
  const key = v.kind === 'sym' ? v.id : componentKey(v);
  const names = inputsOf(sides, new Map());
  const counting = countingNames(sides);
  return key !== null && names.includes(key) ? key : (names.find((n) => !counting.has(n)) ?? null);
}

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

function comparisonOf(c: Case, conditions: readonly Expr[], budget: Budget): Steps<Comparison> {
  return compare({ ...c, conditions, exact: c.world.bare.size === 0, countsThings }, budget);
}

const { enough: OVERWHELMING, against: AGAINST, missing: MISSING, open: OPEN } = ROWS.claim;
function isTrue(c: Comparison): boolean {
  if (c.samples.some((s) => s.finding !== 'agrees')) return false;
  return c.proved || c.samples.length >= OVERWHELMING || (c.constant && c.samples.length > 0);
}

function* combined(
  claim: Link,
  asked: Asked,
  worlds: Worlds,
  cases: readonly Case[],
  budget: Budget,
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
    const where = yield* regionInWords(comparison, c.variable ?? '', others);
    const counterexample = exampleOf(comparison.samples.find((s) => s.finding !== 'agrees'));
    return { ...settled('conditional', where), counterexample, refuted };
  }
  return yield* refutation(claim, asked, worlds, c, comparison, refuted, budget);
}
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
  if (point || question.order.kind !== 'num' || !question.order.value.isOne) return true;
  const step = yield* deriveOnceInSteps(question, budget);
  if (!step) return false;
  const { definitions, body, target } = question;
  return (yield* verifyInSteps(body, target, step.result, { definitions })).verdict !== 'contradicts';
}

function exampleOf(s: Sample | undefined): Counterexample | null {
  if (!s) return null;
  return { at: s.point, claimed: Number.isFinite(s.claimed) ? s.claimed : null, actual: s.actual };
}

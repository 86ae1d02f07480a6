/** Claims about entries of arrays: at arrays of numbers of two lengths, at every place that the indices have. */
import {
  binder,
  children,
  component,
  evaluateArrays,
  freeIndices,
  freshIndex,
  NO_ARRAYS,
  ONE,
  openBody,
  placesIn,
  ROWS,
  same,
  someNode,
  standing,
  usedArrays,
  withChildren,
  type Arrays,
  type ArrayValue,
  type Binder,
  type Binding,
  type Budget,
  type Diff,
  type Expr,
  type Place,
  type Sym,
  type Used,
} from '../core/index.js';
import { solveInSteps, type Solved } from '../answer/solve.js';
import type { Link } from '../claims/notes/link.js';
import type { Asked } from '../meaning/asked.js';
import type { Definitions as Noted } from '../meaning/dependence.js';
import { inEntries, restsOfEntries } from '../meaning/indexed.js';
import { questionOf } from '../meaning/question.js';
import { NO_SITUATION } from '../meaning/situation.js';
import type { Steps } from '../steps.js';
import { explainEntries } from './mistakes/entryMistakes.js';
import type { ExplainedMistake } from './mistakes/explained.js';
import { settled, undecided, type Verdict } from './verdict.js';

/** What the two sides come to at a place, and where that is. */
export interface SidesAt {
  readonly at: ReadonlyMap<string, number>;
  readonly actual: number;
  readonly claimed: number;
}
/** The sides at all places that were looked at. */
export interface Compared {
  readonly agree: readonly SidesAt[];
  readonly differ: readonly SidesAt[];
}
/** A claim about entries, with what is right and what its names stand for. */
export interface EntryClaim {
  readonly solved: Solved;
  readonly actual: Expr;
  readonly claimed: Expr;
  readonly arrays: Arrays;
  readonly definitions: ReadonlyMap<string, Binding>;
  /** Conditions on indices under which it is said. */
  readonly cases: readonly Expr[];
}

export function* judgeEntries(claim: Link, asked: Asked, noted: Noted, budget: Budget): Steps<Verdict> {
  const read = yield* entryClaim(claim, asked, noted, budget);
  if (typeof read === 'string') return undecided(read);
  const places = yield* claimedPlaces(read, budget);
  const found = places && (yield* compared(places, read.actual));
  if (places === null || found === null)
    return undecided('What stands in it cannot be given a value, or has nothing to do with the derivative.');
  const { agree, differ } = found;
  const { enough } = ROWS.arrays;
  if (budget.shouldStop(0)) return undecided('The check takes more work than is allowed for one claim.');
  if (differ.length === 0)
    return agree.length >= enough ? settled('true') : undecided('Too few places could be compared.');
  if (holdsOnlyWhere('different', found) && !saysBothCases(found))
    return undecided('This holds where the indices differ, which is not said here.');
  if (yield* holdsForSharesOfOne(read, budget))
    return {
      ...settled('conditional', 'where the entries add up to 1, which nothing here says'),
      mistake: ASSUMED,
    };
  return yield* refuted(read, places, found, budget);
}

/** The claim with all its derivatives taken; why it cannot be judged, in words. */
function* entryClaim(
  { right, conditions, said }: Link,
  asked: Asked,
  noted: Noted,
  budget: Budget,
): Steps<EntryClaim | string> {
  const solved = yield* solveInSteps(asked, budget);
  if (!solved.ok) return solved.message;
  if (solved.check.verdict !== 'agrees') return 'The derivative could not be checked.';
  const { arrays = NO_ARRAYS, target } = asked.question;
  const taken = yield* withoutDerivatives(inEntries(right), noted, budget);
  if (taken === null) return 'A derivative on the right side could not be taken.';
  const rests = restsOfEntries(taken, asked.variable, noted);
  const families = new Map([...rests.families, ...arrays.families]);
  const definitions = new Map([...rests.definitions, ...asked.question.definitions]);
  const index = target.kind === 'component' ? target.indices[0] : undefined;
  // The entry of the vector that is said, where the derivative by a vector is asked for.
  const claimed = arrays.vectors && index ? component(taken, [index]) : taken;
  const actual = solved.derivation.result;
  const indices = freeIndices(actual, claimed, asked.question.body, target);
  const isCase = (e: Expr): boolean =>
    e.kind === 'relation' && e.sides.every((s) => s.kind === 'num' || indices.some((i) => same(i, s)));
  return {
    solved,
    actual,
    claimed,
    arrays: { ...arrays, families },
    definitions,
    // Of several cases that are spoken of before it the last one is meant.
    cases: [...conditions.filter(isCase), ...said.filter(isCase).slice(-1)],
  };
}

/** Each derivative in it answered as a question of its own; null where one has no answer. */
function* withoutDerivatives(e: Expr, noted: Noted, budget: Budget): Steps<Expr | null> {
  const hasOne = (x: Expr): boolean =>
    x.kind === 'diff' || (x.kind === 'apply' && x.orders.some((o) => o !== 0));
  if (!someNode(e, hasOne)) return e;
  if (e.kind === 'diff') return yield* answerTo(e, noted, budget);
  if (e.kind === 'apply' && hasOne(e)) return null;
  if (e.kind === 'binder') return yield* underBinder(e, noted, budget);
  const made: Expr[] = [];
  for (const part of children(e)) {
    const taken: Expr | null = yield* withoutDerivatives(part, noted, budget);
    if (taken === null) return null;
    made.push(taken);
  }
  return withChildren(e, made);
}
function* answerTo(d: Diff, noted: Noted, budget: Budget): Steps<Expr | null> {
  const asked = questionOf(d, { ...NO_SITUATION, definitions: noted });
  const solved = asked.ok ? yield* solveInSteps(asked, budget) : null;
  yield null;
  return solved?.ok ? inEntries(solved.derivation.result) : null;
}
/** ∑_j ∂L/∂ŷ_j · ∂ŷ_j/∂z_i asks by ŷ_j of one j that is not known: the name is open meanwhile. */
function* underBinder(b: Binder, noted: Noted, budget: Budget): Steps<Expr | null> {
  const index = freshIndex(b.hint, [b]);
  const { body, condition } = openBody(b, index);
  const taken = yield* withoutDerivatives(body, noted, budget);
  return taken && binder(b.op, index, { lower: b.lower, upper: b.upper, condition }, taken);
}

/** A place with what is claimed there. */
interface PlaceSaid extends Place {
  readonly said: ArrayValue | null;
}

/** What the claim says wherever it says something; null where the arrays cannot be filled, or it is of other things. */
export function* claimedPlaces(c: EntryClaim, budget: Budget): Steps<readonly PlaceSaid[] | null> {
  const { arrays, definitions, cases } = c;
  const given = { arrays, definitions, budget };
  const { body, target } = c.solved.asked.question;
  const used = usedArrays([c.actual, c.claimed, body, target], given);
  const own = usedArrays([c.actual, body, target], given);
  if (!used || !own || strangers(used, own)) return null;
  const found: PlaceSaid[] = [];
  const isValued = ({ said }: PlaceSaid): boolean => typeof said === 'number' && Number.isFinite(said);
  const isScarce = (): boolean => found.filter(isValued).length < ROWS.arrays.enough;
  for (const { at, valuation } of placesIn(used, given, isScarce)) {
    yield null;
    if (cases.some((e) => evaluateArrays(e, valuation) === 0)) continue;
    found.push({ at, valuation, said: evaluateArrays(c.claimed, valuation) });
  }
  return found;
}

/** Whether something is claimed of what the derivative has nothing to do with: a sum to m of one to n. */
const strangers = (all: Used, own: Used): boolean =>
  [...all.lengths.keys()].some((n) => !own.lengths.has(n)) ||
  [...all.arrays.keys()].some((id) => !own.arrays.has(id)) ||
  all.names.some((n) => !own.names.includes(n));

/** How an expression stands to what is claimed; null where a value is missing there that the expression has. */
function* compared(places: readonly PlaceSaid[], actual: Expr): Steps<Compared | null> {
  const [agree, differ]: [SidesAt[], SidesAt[]] = [[], []];
  for (const place of places) {
    yield null;
    const found = compareAt(place, actual);
    if (found === 'missing') return null;
    if (found) (found.agrees ? agree : differ).push(found);
  }
  return { agree, differ };
}

/** Whether an expression is what is claimed, at every place. */
function* isClaimed(places: readonly PlaceSaid[], e: Expr): Steps<boolean> {
  let agree = 0;
  for (const place of places) {
    yield null;
    const found = compareAt(place, e);
    if (found === null) continue;
    if (found === 'missing' || !found.agrees) return false;
    agree++;
  }
  return agree >= ROWS.arrays.enough;
}

function compareAt(
  { at, valuation, said }: PlaceSaid,
  actual: Expr,
): (SidesAt & { readonly agrees: boolean }) | 'missing' | null {
  const is = evaluateArrays(actual, valuation);
  if (typeof is !== 'number' || !Number.isFinite(is)) return null;
  if (typeof said !== 'number') return 'missing';
  const found = standing(is, said, ROWS.printed);
  return found === 'unclear' ? null : { at, actual: is, claimed: said, agrees: found === 'agree' };
}

/** Whether it holds wherever two indices are equal, or differ, and nowhere else: which of the cases is meant may be told in words. */
function holdsOnlyWhere(indices: 'equal' | 'different', { agree, differ }: Compared): boolean {
  const ids = [...(differ[0]?.at.keys() ?? [])];
  return ids.some((a, k) =>
    ids.slice(k + 1).some((b) => {
      const isSuch = ({ at }: SidesAt): boolean => (at.get(a) === at.get(b)) === (indices === 'equal');
      return agree.length >= ROWS.arrays.enough && agree.every(isSuch) && !differ.some(isSuch);
    }),
  );
}

/** Whether it is 0 with the derivative where the indices differ, and something where they do not: 6x_j δ_ij. */
const saysBothCases = ({ agree, differ }: Compared): boolean =>
  agree.every((p) => p.actual === 0) && differ.some((p) => p.claimed !== 0);

const ASSUMED: ExplainedMistake = {
  code: 'constraint-assumed',
  explanation: 'It is used that the entries add up to 1.',
  specific: true,
};

/** Whether it holds for an array whose entries add up to 1, though nothing says that they do. */
function* holdsForSharesOfOne(c: EntryClaim, budget: Budget): Steps<boolean> {
  for (const name of arraysSummed(c)) {
    const totals = [...c.arrays.totals, { name, value: ONE }];
    const places = yield* claimedPlaces({ ...c, arrays: { ...c.arrays, totals } }, budget);
    if (places && (yield* isClaimed(places, c.actual))) return true;
  }
  return false;
}
/** Arrays of which nothing is known but that the right answer has their sum. */
function arraysSummed({ actual, arrays }: EntryClaim): readonly Sym[] {
  const found: Sym[] = [];
  someNode(actual, (e) => {
    const base = e.kind === 'binder' && e.op === 'sum' && e.body.kind === 'component' ? e.body.base : null;
    if (base?.kind === 'sym' && !arrays.families.has(base.id)) found.push(base);
    return false;
  });
  return found;
}

const FACTOR: ExplainedMistake = {
  code: 'missing-factor',
  explanation: 'A constant factor is lost or added.',
  specific: true,
};
/** Whether what is claimed is the same multiple of the derivative at every place. */
function isMultiple({ agree, differ }: Compared): boolean {
  const [first, ...rest] = differ.map((p) => p.claimed / p.actual);
  if (first === undefined || !Number.isFinite(first) || first === 0) return false;
  const isSame = (q: number): boolean => standing(first, q, ROWS.printed) === 'agree';
  return agree.every((p) => p.actual === 0) && rest.length > 0 && rest.every(isSame);
}

function* refuted(
  c: EntryClaim,
  places: readonly PlaceSaid[],
  found: Compared,
  budget: Budget,
): Steps<Verdict> {
  const { differ } = found;
  const [first] = differ;
  if (!first || differ.length < ROWS.arrays.against) return undecided('The numbers are too rough to tell.');
  const { question } = c.solved.asked;
  const gives = (e: Expr): Steps<boolean> => isClaimed(places, e);
  const known = yield* explainEntries({ question, actual: c.actual, claimed: c.claimed }, gives, budget);
  const mistake = known ?? (isMultiple(found) ? FACTOR : null);
  return {
    ...settled('false'),
    ...(holdsOnlyWhere('equal', found) ? { doubt: 'It may be said of equal indices alone.' } : {}),
    expected: { kind: 'expression', e: c.solved.result },
    mistake,
    counterexample: { at: first.at, claimed: first.claimed, actual: first.actual },
  };
}

/** Claims about entries of arrays: at arrays of numbers of two lengths, at every place that the indices have. */
import {
  component,
  evaluateArrays,
  freeIndices,
  inWorld,
  NO_ARRAYS,
  ONE,
  placesOf,
  ROWS,
  same,
  someNode,
  standing,
  topDown,
  usedArrays,
  worldOf,
  type Arrays,
  type Binding,
  type Budget,
  type Diff,
  type Expr,
  type Sym,
  type Used,
  type World,
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
export interface Place {
  readonly at: ReadonlyMap<string, number>;
  readonly actual: number;
  readonly claimed: number;
}
/** The sides at all places that were looked at. */
export interface Compared {
  readonly agree: readonly Place[];
  readonly differ: readonly Place[];
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
  const compared = yield* comparedEntries(read, budget);
  if (compared === null)
    return undecided('What stands in it cannot be given a value, or has nothing to do with the derivative.');
  const { agree, differ } = compared;
  const { enough } = ROWS.arrays;
  if (budget.shouldStop(0)) return undecided('The check takes more work than is allowed for one claim.');
  if (differ.length === 0)
    return agree.length >= enough ? settled('true') : undecided('Too few places could be compared.');
  if (holdsOffDiagonal(compared))
    return undecided('This holds where the indices differ, which is not said here.');
  if (yield* holdsForSharesOfOne(read, budget))
    return {
      ...settled('conditional', 'where the entries add up to 1, which nothing here says'),
      mistake: ASSUMED,
    };
  return yield* refuted(read, compared, budget);
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
  const found: Diff[] = [];
  someNode(e, (x) => {
    if (x.kind === 'diff') found.push(x);
    return false;
  });
  const answers = new Map<Expr, Expr>();
  for (const d of found) {
    const asked = questionOf(d, { ...NO_SITUATION, definitions: noted });
    const solved = asked.ok ? yield* solveInSteps(asked, budget) : null;
    if (!solved?.ok) return null;
    answers.set(d, inEntries(solved.derivation.result));
    yield null;
  }
  const made = topDown((x) => answers.get(x) ?? null)(e);
  return someNode(made, (x) => x.kind === 'diff' || (x.kind === 'apply' && x.orders.some((o) => o !== 0)))
    ? null
    : made;
}

/** Null where the arrays cannot be filled, or a value is missing on the right that the left side has. */
export function* comparedEntries(c: EntryClaim, budget: Budget): Steps<Compared | null> {
  const { arrays, definitions } = c;
  const given = { arrays, definitions, budget };
  const { body, target } = c.solved.asked.question;
  const used = usedArrays([c.actual, c.claimed, body, target], given);
  const own = usedArrays([c.actual, body, target], given);
  if (!used || !own || strangers(used, own)) return null;
  const [agree, differ]: [Place[], Place[]] = [[], []];
  for (const size of ROWS.arrays.sizes) {
    for (const set of ROWS.arrays.fillings.keys()) {
      const world = worldOf(used, size, set, given);
      for (const at of placesOf(used.indices, size)) {
        yield null;
        const place = compareAt(c, at, inWorld(world, at));
        if (place === 'missing') return null;
        if (place) (place.agrees ? agree : differ).push(place);
      }
    }
  }
  return { agree, differ };
}

/** Whether something is claimed of what the derivative has nothing to do with: a sum to m of one to n. */
const strangers = (all: Used, own: Used): boolean =>
  [...all.lengths].some((n) => !own.lengths.has(n)) ||
  [...all.arrays.keys()].some((id) => !own.arrays.has(id)) ||
  all.names.some((n) => !own.names.includes(n));

function compareAt(
  { actual, claimed, cases }: EntryClaim,
  at: ReadonlyMap<string, number>,
  world: World,
): (Place & { readonly agrees: boolean }) | 'missing' | null {
  if (cases.some((c) => evaluateArrays(c, world) === 0)) return null;
  const is = evaluateArrays(actual, world);
  const said = evaluateArrays(claimed, world);
  if (typeof is !== 'number' || !Number.isFinite(is)) return null;
  if (typeof said !== 'number') return 'missing';
  const found = standing(is, said, ROWS.printed);
  return found === 'unclear' ? null : { at, actual: is, claimed: said, agrees: found === 'agree' };
}

/** Whether it holds wherever two indices differ, and nowhere else: the other case may be told in words. */
function holdsOffDiagonal({ agree, differ }: Compared): boolean {
  const ids = [...(differ[0]?.at.keys() ?? [])];
  return ids.some((a, k) =>
    ids.slice(k + 1).some((b) => {
      const isEqual = ({ at }: Place): boolean => at.get(a) === at.get(b);
      return agree.length >= ROWS.arrays.enough && !agree.some(isEqual) && differ.every(isEqual);
    }),
  );
}

const ASSUMED: ExplainedMistake = {
  code: 'constraint-assumed',
  explanation: 'It is used that the entries add up to 1.',
  specific: true,
};

/** Whether it holds for an array whose entries add up to 1, though nothing says that they do. */
function* holdsForSharesOfOne(c: EntryClaim, budget: Budget): Steps<boolean> {
  for (const name of arraysSummed(c)) {
    const totals = [...c.arrays.totals, { name, value: ONE }];
    const found = yield* comparedEntries({ ...c, arrays: { ...c.arrays, totals } }, budget);
    if (found && found.differ.length === 0 && found.agree.length >= ROWS.arrays.enough) return true;
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

function* refuted(c: EntryClaim, { differ }: Compared, budget: Budget): Steps<Verdict> {
  const first = differ[0];
  if (!first || differ.length < ROWS.arrays.against) return undecided('The numbers are too rough to tell.');
  const { question } = c.solved.asked;
  const gives = function* (actual: Expr): Steps<boolean> {
    const found = yield* comparedEntries({ ...c, actual }, budget);
    return found !== null && found.differ.length === 0 && found.agree.length >= ROWS.arrays.enough;
  };
  const mistake = yield* explainEntries({ question, actual: c.actual, claimed: c.claimed }, gives, budget);
  return {
    ...settled('false'),
    expected: { kind: 'expression', e: c.solved.result },
    mistake,
    counterexample: { at: first.at, claimed: first.claimed, actual: first.actual },
  };
}

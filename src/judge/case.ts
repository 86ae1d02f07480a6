/** Both sides of a claim in one world, and whether they agree there. */
import {
  compare,
  componentKey,
  countingNames,
  inputsOf,
  ROWS,
  someNode,
  withRanges,
  type Budget,
  type Comparison,
  type Expr,
} from '../core/index.js';
import type { Variable } from '../meaning/symbolCustoms.js';
import { countsThings } from '../customs/usually.js';
import type { Steps } from '../steps.js';
import type { Case } from './verdict.js';
import { meaningInSteps, type World } from './workedOut.js';

/** The sides as they stand in a world; null where one of them has no meaning there. */
export function* caseIn(
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

/** Compares the sides of a case where the conditions of its claim hold. */
export function comparisonOf(c: Case, conditions: readonly Expr[], budget: Budget): Steps<Comparison> {
  return compare({ ...c, conditions, exact: c.world.bare.size === 0, countsThings }, budget);
}

const { enough: OVERWHELMING } = ROWS.claim;
/** No point differs, and it is proved, or enough points agree. */
export function isTrue(c: Comparison): boolean {
  if (c.samples.some((s) => s.finding !== 'agrees')) return false;
  return c.proved || c.samples.length >= OVERWHELMING || (c.constant && c.samples.length > 0);
}

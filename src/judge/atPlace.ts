/** A claim about the derivative at one place, f′(0) = 1: the limit of the function's difference quotients there. */
import {
  compile,
  deriveOnceInSteps,
  inputsOf,
  isInPieces,
  ONE,
  positiveValues,
  slopeAt,
  substitute,
  type Budget,
  type Expr,
} from '../core/index.js';
import type { Asked } from '../meaning/asked.js';
import type { Steps } from '../steps.js';
import type { Case } from './verdict.js';
import { meaningInSteps } from './workedOut.js';

/**
 * Formulas of higher orders lose their digits near a place where they fail, and are right everywhere else: but for pieces,
 * whose formula has a value at a kink, too. The third derivative of |x|³ is 6 sgn x, and none at 0.
 */
const MOST_ORDER = 3;
/** A value agrees with one that is found by differences within this part of it. */
const WITHIN = 1e-5;

export type AtPlace =
  | { readonly kind: 'right' }
  /** The derivative there is another number. */
  | { readonly kind: 'other'; readonly actual: number; readonly claimed: number }
  /** There is no derivative; the one before it has a value or none. */
  | { readonly kind: 'none'; readonly isDefined: boolean };

/** What quotients say of the claim; null where they cannot be asked: no number for a place, or names without a value. */
export function* atPlace({ question, point }: Asked, c: Case, budget: Budget): Steps<AtPlace | null> {
  const { target, order, body } = question;
  const n = order.kind === 'num' && order.value.isInteger ? order.value.toNumber() : NaN;
  if (!point || target.kind !== 'sym' || point.at.free.size > 0 || !(n >= 1)) return null;
  const f = yield* meaningInSteps(c.world, body, budget);
  if (!f || (n > MOST_ORDER && !isInPieces(f, target.id))) return null;
  const others = inputsOf([f, c.claimed], new Map()).filter((id) => id !== target.id);
  const values = positiveValues(0, others.length);
  const numeric = (e: Expr): ((x: number) => number) => {
    const g = compile(e, [target.id, ...others], new Map(), budget);
    return (x) => g(x, ...values);
  };
  const place = compile(point.at, [])();
  let along = numeric(f);
  let form = f;
  for (let k = 1; k <= n; k++) {
    const slope = slopeAt(along, place);
    yield null;
    if (slope === null)
      return budget.shouldStop(0) ? null : { kind: 'none', isDefined: Number.isFinite(along(place)) };
    if (k === n) {
      const claimed = numeric(substitute(c.claimed, new Map([[target.id, point.at]])))(place);
      if (!Number.isFinite(claimed)) return null;
      const isSame = Math.abs(slope - claimed) <= WITHIN * Math.max(1, Math.abs(slope));
      return isSame ? { kind: 'right' } : { kind: 'other', actual: slope, claimed };
    }
    const step = yield* deriveOnceInSteps(
      { ...question, body: form, order: ONE, definitions: new Map() },
      budget,
    );
    if (!step) return null;
    form = step.result;
    const formula = numeric(form);
    // Where the formula fails, or has a customary value, the limit is the derivative.
    along = (x) => (x === place ? slope : formula(x));
  }
  return null;
}

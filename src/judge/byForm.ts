/** Claims whose derivative rests on what nothing defines: what holds for any such function, and steps that are right by themselves. */
import { ONE, someNode, type Budget, type Expr } from '../core/index.js';
import type { Link } from '../claims/notes/link.js';
import type { Definitions as Noted } from '../meaning/dependence.js';
import type { Variable } from '../meaning/symbolCustoms.js';
import { isBareHead } from '../meaning/operator.js';
import { X } from '../meaning/variable.js';
import type { Steps } from '../steps.js';
import { whyUnsupported } from './evidence.js';
import { formOf, type FormInWorlds } from './form.js';
import { withoutNumbers } from './identity.js';
import { settled, undecided, type Verdict } from './verdict.js';
import { worldsFor } from './worlds.js';
import { caseIn, comparisonOf, isTrue } from './case.js';
import { targetOf } from './leftOut.js';

/** A derivative of what nothing defines: true where it holds for any function, else undecided. */
export function* byForm(claim: Link, definitions: Noted, why: string, budget: Budget): Steps<Verdict> {
  const form = isBareHead(claim.head) ? formOf(claim.head, claim.right) : null;
  if (!form) return yield* pairwise(claim, definitions, why, budget);
  if (yield* holdsByForm(form, claim, budget)) return settled('true', 'for any such function');
  return yield* pairwise(claim, definitions, why, budget);
}

/** dz/dx = 2 dz/dy · dy/dx, f′(x) = 2 lim (f(x + h) − f(x))/h: what z and f are makes no difference. Null for any other claim. */
export function* byIdentity(claim: Link, budget: Budget): Steps<Verdict | null> {
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

/** No name is a function of the variable. */
export const NO_FUNCTIONS: ReadonlySet<string> = new Set();

/** Whether the two sides of this step are equal, whatever derivative they are said to be. */
export function* sidesAgree(claim: Link, variable: Variable, noted: Noted, budget: Budget): Steps<boolean> {
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

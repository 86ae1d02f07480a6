/** A claim about one place: x = 3 or (x, y) = (3, 2) is said beside it, and its right side is a number. */
import { componentKey, isWithin, measure, ROWS, someNode, type Expr, type Point } from '../core/index.js';
import type { Link } from '../claims/notes/link.js';
import type { Definitions as Noted } from '../meaning/dependence.js';
import { bareName } from './doubts.js';
import { decimalsIn, isRoundedTo } from './rounded.js';

/** The values that the text gives to names, the last ones winning. */
export function valuesSaid({ said, head }: Link, definitions: Noted): Point {
  const params = definitions.get(bareName(head) ?? '')?.params ?? [];
  const found = new Map<string, number>();
  for (const e of said) {
    if (e.kind === 'tuple' && e.items.length === params.length)
      e.items.forEach((item, i) => set(found, params[i], item));
    if (e.kind === 'relation' && e.ops.every((op) => op === '=' || op === '~'))
      set(found, e.sides[0], e.sides.at(-1));
  }
  return found;
}

function set(into: Map<string, number>, name: Expr | undefined, said: Expr | undefined): void {
  if (!name || !said || said.free.size > 0) return;
  const key = name.kind === 'sym' ? name.id : name.kind === 'component' ? componentKey(name) : null;
  const { value } = measure(said, NOWHERE);
  if (key !== null && Number.isFinite(value)) into.set(key, value);
}
const NOWHERE: Point = new Map();

/**
 * Whether two sides without a name are different numbers: 1/(2√4) = 1/5. What has decimals may be rounded, and 2½ is no
 * product.
 */
export function areOtherNumbers(a: Expr, b: Expr): boolean {
  if ([a, b].some((e) => e.free.size > 0 || decimalsIn(e) !== Infinity || someNode(e, isMixed))) return false;
  const [is, said] = [measure(a, NOWHERE), measure(b, NOWHERE)];
  if (!Number.isFinite(is.value) || !Number.isFinite(said.value)) return false;
  return !isWithin(is.value, said.value, ROWS.said.agree, { noise: is.error + said.error });
}
const isMixed = (e: Expr): boolean =>
  e.kind === 'mul' && e.factors.some((f) => f.kind === 'num') && e.factors.some(isFraction);
const isFraction = (e: Expr): boolean => e.kind === 'div' && e.numer.kind === 'num' && e.denom.kind === 'num';

/** Whether the derivative has the claimed number for a value there, to the digits that are written. */
export function holdsAt(actual: Expr, claimed: Expr, written: Expr, point: Point): boolean {
  const [is, said] = [measure(actual, point), measure(claimed, point)];
  if (Number.isNaN(is.value) || Number.isNaN(said.value)) return false;
  const noise = is.error + said.error;
  return (
    isWithin(is.value, said.value, ROWS.said.agree, { noise }) || isRoundedTo(is.value, said.value, written)
  );
}

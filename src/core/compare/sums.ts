/** Sums over indices, made ready for numbers: which names count, and what a sum without a range runs over. */
import { same } from '../equality.js';
import { num, ONE, sym, type Binder, type Expr } from '../expr.js';
import { binder, openBody, someNode } from '../walk.js';
import { bottomUp } from '../rewrite.js';

/** Names in the ranges of sums and products: how many there are. */
export function countingNames(sides: readonly Expr[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { lower, upper } of sumsIn(sides))
    for (const e of [lower, upper]) e?.free.forEach((id) => found.add(id));
  return found;
}

/** ∑_i without a range runs over the same as the other sums, or over 1 to 3 where none says a range. */
export function withRanges(sides: readonly Expr[]): readonly Expr[] | null {
  const sums = sumsIn(sides);
  if (!sums.some(isUnranged)) return sides;
  const ranged = sums.filter((s) => s.lower && s.upper);
  const [range] = ranged;
  if (ranged.some((s) => !isSameRange(s, range))) return null;
  const [lower, upper] = [range?.lower ?? ONE, range?.upper ?? num(3)];
  const ranging = bottomUp((e) => {
    if (e.kind !== 'binder' || !isUnranged(e)) return e;
    const index = sym('#sum');
    const { body, condition } = openBody(e, index);
    return binder(e.op, index, { lower, upper, condition }, body);
  });
  return sides.map(ranging);
}

const isUnranged = (s: Binder): boolean => (s.op === 'sum' || s.op === 'product') && (!s.lower || !s.upper);
function isSameRange(a: Binder, b: Binder | undefined): boolean {
  return (
    !!b?.lower && !!b.upper && !!a.lower && !!a.upper && same(a.lower, b.lower) && same(a.upper, b.upper)
  );
}

function sumsIn(sides: readonly Expr[]): readonly Binder[] {
  const found: Binder[] = [];
  for (const side of sides) {
    someNode(side, (e) => {
      if (e.kind === 'binder' && (e.op === 'sum' || e.op === 'product')) found.push(e);
      return false;
    });
  }
  return found;
}

/** Whether a value hangs on the last digits of a sum whose terms cancel: (1 + t) − 1 is 0 for a small t. */
import type { Steps } from '../../steps.js';
import type { Binding, Budget } from '../derivation.js';
import { compile } from '../evaluate.js';
import { sym, type Add, type Expr } from '../expr.js';
import { children } from '../walk.js';
import { replaceAll } from '../rewrite.js';

const ROUNDING = 4 * Number.EPSILON;
const MOST_SUMS = 50;
const HOLE = sym('rounded', [], '#');

/** Whether rounding within one of its sums may change the expression's value at the point by `gap` or more. */
export function* roundingMayExplain(
  e: Expr,
  gap: number,
  names: readonly string[],
  values: readonly number[],
  definitions: ReadonlyMap<string, Binding>,
  budget: Budget,
): Steps<boolean> {
  for (const s of sumsIn(e)) {
    yield null;
    if (budget.shouldStop()) return false;
    const [sum, ...terms] = [s, ...s.terms].map((t) => compile(t, names, definitions, budget)(...values));
    const noise = ROUNDING * terms.reduce((size, t) => size + Math.abs(t), 0);
    const whole = compile(replaceAll(e, s, HOLE), [...names, HOLE.id], definitions, budget);
    const [above, below] = [1, -1].map((side) => whole(...values, (sum as number) + side * noise));
    if (Math.abs((above as number) - (below as number)) >= gap) return true;
  }
  return false;
}

/** The sums in it, each once; not those within sums over an index, whose terms have no value by themselves. */
function sumsIn(e: Expr): Add[] {
  const found = new Set<Add>();
  const seen = new Set<Expr>();
  const visit = (x: Expr): void => {
    if (seen.has(x) || found.size >= MOST_SUMS) return;
    seen.add(x);
    if (x.kind === 'add') found.add(x);
    if (x.kind !== 'binder') children(x).forEach(visit);
  };
  visit(e);
  return [...found];
}

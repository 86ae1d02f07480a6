/** Bound names and what binds them. */
import { rawBinder, type Binder, type Expr } from '../expr.js';
import { integrate } from '../quadrature.js';
import {
  isScalar,
  NO_PARTS,
  nth,
  opaque,
  plainCost,
  valueless,
  type Descriptions,
  type Tape,
} from './description.js';

export const BINDERS: Descriptions<'bound' | 'binder'> = {
  bound: {
    children: () => NO_PARTS,
    over: (e) => e,
    head: (e) => [e.level],
    commutative: false,
    evaluate: valueless,
    lower: (e, table) => table.atom(e),
    cost: () => 1,
    shape: isScalar,
  },
  binder: {
    children: (e) => [e.lower, e.upper, e.condition, e.body].filter((c): c is Expr => c !== null),
    over: overParts,
    head: (e) => [e.op, [e.lower, e.upper, e.condition].map((x) => String(x !== null)).join()],
    commutative: false,
    evaluate: (e, tape) =>
      e.op === 'limit' || !e.lower || !e.upper ? valueless(e, tape) : overRange(e, e.lower, e.upper, tape),
    lower: opaque,
    cost: plainCost,
    shape: (e, of) => of(e.body),
  },
};

function overParts(e: Binder, parts: readonly Expr[]): Binder {
  let i = 0;
  const part = (old: Expr | null): Expr | null => (old ? nth(parts, i++) : null);
  const [lower, upper, condition] = [part(e.lower), part(e.upper), part(e.condition)];
  return rawBinder(e.op, e.hint, lower, upper, condition, nth(parts, i));
}

const MOST_TERMS = 10_000;

/** A finite sum or product, or an integral: the body is a program of its own, run for each index. */
function overRange(e: Binder, lower: Expr, upper: Expr, tape: Tape): number {
  const under = tape.underBinder(e);
  const [from, until] = [tape.register(lower), tape.register(upper)];
  if (e.op === 'integral')
    return tape.emit((r) => integrate(under(r).value, r[from] as number, r[until] as number));
  const unit = e.op === 'sum' ? 0 : 1;
  const step = e.op === 'sum' ? (a: number, b: number) => a + b : (a: number, b: number) => a * b;
  return tape.emit((r) => {
    const [first, last] = [r[from] as number, r[until] as number];
    const { value, holds } = under(r);
    let total = last - first > MOST_TERMS || Number.isNaN(last - first) ? NaN : unit;
    for (let k = first; k <= last && !Number.isNaN(total); k++)
      if (holds(k) !== 0) total = step(total, value(k));
    return total;
  });
}

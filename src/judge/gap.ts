/** The other reading of a gap behind a function's argument: \cos\theta\,A as A cos θ. */
import { bottomUp, call, product, type Expr } from '../core/index.js';

/** Every function of a product as a function of its numbers and first name, times the rest. */
export const withShortArguments = (e: Expr): Expr => bottomUp(shortArgument)(e);

function shortArgument(e: Expr): Expr {
  if (e.kind !== 'call' || e.args.length !== 1 || e.args[0]?.kind !== 'mul') return e;
  const { factors } = e.args[0];
  const end = factors.findIndex((f) => f.kind !== 'num') + 1;
  if (end === 0 || end >= factors.length) return e;
  return product([call(e.fn, product(factors.slice(0, end))), ...factors.slice(end)]);
}

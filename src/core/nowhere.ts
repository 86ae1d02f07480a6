/** Functions that have no value for any value of their letters, as far as that can be seen: x/(x − x), log of x − x. */
import { compile } from './evaluate.js';
import type { Call, Expr } from './expr.js';
import { functionRow, withDefaults } from './functions/index.js';
import { canonical } from './tidy/index.js';
import { children } from './walk.js';

/** Larger ones are not looked at: a canonical form is made in one step, and this many nodes take one of its length. */
const MOST_SIZE = 2_000;

/** Whether it divides by 0 or has a function outside of its domain, whatever its letters are. */
export const isNowhere = (e: Expr): boolean => e.size <= MOST_SIZE && isImpossible(canonical(e));

function isImpossible(e: Expr): boolean {
  if (!NEEDED.has(e.kind)) return false;
  if (e.kind === 'div' && isZero(e.denom)) return true;
  return (e.kind === 'call' && isOutside(e)) || children(e).some(isImpossible);
}
/** Whose parts are computed whenever the whole is: a piece, a term or a limit may never be needed. */
const NEEDED: ReadonlySet<Expr['kind']> = new Set(['add', 'mul', 'div', 'pow', 'root', 'call']);

const isZero = (e: Expr): boolean => e.kind === 'num' && e.value.sign === 0;

/** Outside of its row's domain by the arguments that are numbers; others are put where the function is defined. */
function isOutside(call: Call): boolean {
  const row = functionRow(call.fn);
  const args = row && withDefaults(row, call.args);
  if (!row || !args || args.every((a) => a.free.size > 0)) return false;
  const values = args.map((a, i) => {
    const [low, high] = row.sample[i] ?? [NaN, NaN];
    return a.free.size === 0 ? compile(a, [])() : low + (high - low) * INSIDE;
  });
  if (Number.isNaN(row.evaluate(...values))) return true;
  return (
    row.domain !== null &&
    compile(
      row.domain,
      row.params.map((p) => p.id),
    )(...values) === 0
  );
}
/** Where in a row's range of samples a letter is put: at neither end, nor where the range is symmetric. */
const INSIDE = 0.7;

/** Factoring out as it is written by hand: what is left in the bracket stands there once before it is multiplied out. */
import { div, product, sum, type Expr } from '../expr.js';
import { Rational } from '../rational.js';
import { display } from './display.js';
import { sharedFactors } from './laws/algebra.js';
import type { Node } from './node.js';
import type { Page } from './style.js';
import type { Move } from './search.js';

/**
 * The line x(x − 1)⁴(2(x − 1) + 5x) between 2x(x − 1)⁵ + 5x²(x − 1)⁴ and x(x − 1)⁴(7x − 2), where the sum is the whole
 * line or stands above one line; null where nothing is left to multiply out.
 */
export function bracketLine(page: Page, line: Node, move: Move): Expr | null {
  if (move.law.name !== 'factor-out' || move.before.op !== 'sum') return null;
  if (line === move.before) return inBrackets(page, move.before);
  const below = line.factors.filter((f) => f.b !== move.before || !f.q.isOne);
  const isNumerator =
    line.op === 'product' &&
    line.q.isOne &&
    below.length === line.factors.length - 1 &&
    below.every((f) => f.q.sign < 0);
  if (!isNumerator) return null;
  const above = inBrackets(page, move.before);
  return above && div(above, display(page, page.table.product(below.map((f) => ({ ...f, q: f.q.neg() })))));
}

function inBrackets(page: Page, s: Node): Expr | null {
  const { table } = page;
  const shared = sharedFactors(table, s, 'positive');
  if (!shared || !s.q.isZero) return null;
  const inverse = shared.map((f) => ({ ...f, q: f.q.neg() }));
  const left = s.terms.map((t) =>
    table.product([{ b: t.m, u: table.one, q: Rational.ONE }, ...inverse], t.q),
  );
  if (!left.some(isBracket) || left.some(isFraction)) return null;
  const front = display(page, table.product(shared));
  const bracket = sum(left.map((n) => display(page, n)));
  return product([...(front.kind === 'mul' ? front.factors : [front]), bracket]);
}

const isFraction = (n: Node): boolean => n.factors.some((f) => f.q.sign < 0);
const isBracket = (n: Node): boolean =>
  n.op === 'sum' || n.factors.some((f) => f.b.op === 'sum' && f.q.isInteger && f.q.sign > 0);

/** Square roots in a printed product: those of constants stand under one root. */
import { div, sqrt, type Expr } from '../expr.js';
import { times } from '../fold.js';
import { Rational } from '../rational.js';
import type { Power } from './joined.js';
import type { Node, Table } from './node.js';
import type { Page } from './style.js';

/**
 * Square roots of constants as one root: √2·√π is √(2π), √2/√π is √(2/π); and √2/(2√π) is 1/√(2π), since a root in
 * front of one below is written once. One other root beside them joins in: √3·√x is √(3x), √2/(2√x) is 1/√(2x).
 * `scale` loses what goes under the root.
 */
export function radicalsOf(
  page: Page,
  above: readonly Power[],
  below: readonly Power[],
  scale: { above: Rational; below: Rational },
  show: (n: Node) => Expr,
): { above: Expr | null; below: Expr | null; joined: readonly Power[] } {
  const { table } = page;
  if (![...above, ...below].some((p) => isConstantRadical(table, p))) return NO_RADICALS;
  const [top, bottom] = [above, below].map((list) =>
    list.filter((p) => isConstantRadical(table, p)).map((p) => p.base),
  ) as [Node[], Node[]];
  const [inTop, inBottom] = [onlyRoot(table, above), onlyRoot(table, below)];
  if (bottom.length > 0 || inBottom) {
    for (const b of [...top]) {
      const left = b.op === 'num' ? scale.below.div(b.q) : null;
      if (!left?.isInteger) continue;
      scale.below = left;
      top.splice(top.indexOf(b), 1);
      bottom.unshift(b);
    }
  }
  const under = (list: readonly Node[]): Expr => times(list.map(show));
  if (top.length > 0 && bottom.length > 0)
    return { above: sqrt(div(under(top), under(bottom))), below: null, joined: [] };
  const joined: Power[] = [];
  const one = (list: readonly Node[], other: Power | null): Expr | null => {
    if (list.length === 0) return null;
    if (other) {
      joined.push(other);
      page.rejoined = true;
    }
    return sqrt(other ? times([under(list), show(other.base)]) : under(list));
  };
  return { above: one(top, inTop), below: one(bottom, inBottom), joined };
}

const NO_RADICALS = { above: null, below: null, joined: [] };

/** The one square root among the powers of what is no constant; null where there are none or more. */
function onlyRoot(table: Table, powers: readonly Power[]): Power | null {
  const roots = powers.filter(
    (p) => p.exponent.op === 'num' && p.exponent.q.equals(Rational.HALF) && !isConstantRadical(table, p),
  );
  const [only] = roots;
  const isPlain =
    only?.base.op !== 'product' || (only.base.q.sign > 0 && only.base.factors.every((f) => f.q.sign > 0));
  return only && roots.length === 1 && isPlain ? only : null;
}

/** √2, √π: constants under one root. */
export function isConstantRadical(table: Table, p: Power): boolean {
  return (
    ((p.base.op === 'num' && p.base.q.sign > 0) || p.base === table.pi) &&
    p.exponent.op === 'num' &&
    p.exponent.q.equals(Rational.HALF)
  );
}

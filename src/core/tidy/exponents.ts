/** Which exponents a product of exponentials is shown with. */
import { Rational } from '../rational.js';
import type { Power } from './joined.js';
import type { Node, Table } from './node.js';
import type { Page } from './style.js';

/**
 * The exponents under which a power of e prints, where it is not one as it stands: e^(x + e^x) as e^x·e^(e^x), since an
 * exponent with exponentials in it stands by itself; but one that the author wrote stays together. Null for any other.
 */
export function exponentsOf({ table, style }: Page, p: Power): readonly Node[] | null {
  if (p.base !== table.e || p.exponent.op !== 'sum' || table.isAuthored(p.exponent)) return null;
  const { exponent } = p;
  const bracket = multipleOf(table, style.exponents, exponent);
  if (bracket) return [bracket];
  const parts: Node[] = [];
  let rest = exponent;
  for (const w of style.exponents) {
    if (!holdsFunction(table, w)) continue;
    const without = difference(table, rest, w);
    if (partsIn(without) !== partsIn(rest) - partsIn(w)) continue;
    parts.push(w);
    rest = without;
  }
  for (const t of rest.op === 'sum' ? rest.terms : []) {
    if (!t.m.factors.some((f) => f.b === table.e)) continue;
    const part = table.scale(t.m, t.q);
    parts.push(part);
    rest = difference(table, rest, part);
  }
  if (parts.length === 0 || (parts.length === 1 && rest === table.zero)) return null;
  return [...(rest === table.zero ? [] : [rest]), ...parts];
}
/** e^(2x³ + 2x) is e^(2(x³ + x)) where the question has e^(x³ + x). */
function multipleOf(table: Table, known: readonly Node[], exponent: Node): Node | null {
  for (const w of known) {
    const [first, own] = [w.terms[0], exponent.terms[0]];
    if (!first || first.m !== own?.m || w.terms.length !== exponent.terms.length) continue;
    const multiple = table.scale(w, own.q.div(first.q));
    if (difference(table, multiple, exponent) === table.zero) return multiple;
  }
  return null;
}
function holdsFunction(table: Table, n: Node): boolean {
  return (
    n.op === 'call' ||
    n === table.e ||
    n.terms.some((t) => holdsFunction(table, t.m)) ||
    n.factors.some((f) => holdsFunction(table, f.b))
  );
}
/** Terms of a sum, its number among them. */
const partsIn = (n: Node): number =>
  n.op === 'sum' ? n.terms.length + (n.q.isZero ? 0 : 1) : n.q.isZero ? 0 : 1;
const difference = (table: Table, a: Node, b: Node): Node =>
  table.sum([
    { m: a, q: Rational.ONE },
    { m: b, q: Rational.MINUS_ONE },
  ]);

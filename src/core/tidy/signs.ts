/** What is known of a node's sign wherever it has a value. */
import { functionRow } from '../functions/index.js';
import type { Node, Sign, Table } from './node.js';

export function signOf(table: Table, n: Node): Sign {
  return (n.sign ??= find(table, n));
}

function find(table: Table, n: Node): Sign {
  switch (n.op) {
    case 'num':
      return n.q.sign > 0 ? 'positive' : n.q.isZero ? 'nonnegative' : 'unknown';
    case 'atom':
      return n === table.e || n === table.pi ? 'positive' : 'unknown';
    case 'call':
      return isSeries(n) ? seriesSign(table, n) : (functionRow(n.name)?.sign ?? 'unknown');
    case 'sum':
      return sumSign(table, n);
    case 'product':
      return productSign(table, n);
  }
}

const isSeries = ({ expr }: Node): boolean =>
  expr?.kind === 'binder' && (expr.op === 'sum' || expr.op === 'product');
/** Σ and ∏ over an index have the sign that all their terms have. */
function seriesSign(table: Table, n: Node): Sign {
  const body = n.args[n.args.length - 1];
  return body ? signOf(table, body) : 'unknown';
}

function sumSign(table: Table, n: Node): Sign {
  if (n.q.sign < 0) return 'unknown';
  let sign: Sign = n.q.sign > 0 ? 'positive' : 'nonnegative';
  for (const t of n.terms) {
    const part = t.q.sign > 0 ? signOf(table, t.m) : 'unknown';
    if (part === 'unknown') return 'unknown';
    if (part === 'positive') sign = 'positive';
  }
  return sign;
}

function productSign(table: Table, n: Node): Sign {
  if (n.q.sign <= 0) return 'unknown';
  let sign: Sign = 'positive';
  for (const f of n.factors) {
    const base = signOf(table, f.b);
    if (base === 'positive') continue;
    const even = f.u === table.one && ((f.q.isInteger && f.q.isEven) || f.q.hasEvenDenominator);
    const known = even || (base === 'nonnegative' && f.u === table.one);
    if (!known) return 'unknown';
    // A negative power has no value at 0, so where there is one it is positive.
    if (f.q.sign > 0) sign = 'nonnegative';
  }
  return sign;
}

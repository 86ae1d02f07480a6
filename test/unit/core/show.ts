import type { Expr } from '../../../src/core/expr.js';

/** A tree as one would type it, every operation in brackets: for expectations that no printer may colour. */
export function show(e: Expr): string {
  const all = (list: readonly Expr[], between: string): string => list.map(show).join(between);
  switch (e.kind) {
    case 'num':
      return e.written ?? e.value.toString();
    case 'const':
      return e.name;
    case 'sym':
      return e.id;
    case 'add':
      return `(${all(e.terms, ' + ')})`;
    case 'mul':
      return `(${all(e.factors, '·')})`;
    case 'div':
      return `(${show(e.numer)}/${show(e.denom)})`;
    case 'pow':
      return `${show(e.base)}^${show(e.exponent)}`;
    case 'root':
      return e.index.kind === 'num' && e.index.value.n === 2
        ? `√(${show(e.body)})`
        : `√[${show(e.index)}](${show(e.body)})`;
    case 'call':
      return `${e.fn}(${all(e.args, ', ')})`;
    case 'apply':
      return `${e.fn.id}${e.orders.map((o) => (typeof o === 'number' ? '′'.repeat(o) : `^(${show(o)})`)).join(',')}${e.args.length ? `(${all(e.args, ', ')})` : ''}`;
    case 'diff':
      return `d(${show(e.body)})/d${show(e.target)}${e.order.kind === 'num' && e.order.value.isOne ? '' : `^${show(e.order)}`}`;
    case 'piecewise':
      return `{${e.branches.map((b) => `${show(b.value)} if ${show(b.condition)}`).join('; ')}${e.otherwise ? `; else ${show(e.otherwise)}` : ''}}`;
    case 'relation':
      return e.sides.map((s, i) => (i === 0 ? show(s) : `${e.ops[i - 1] ?? ''} ${show(s)}`)).join(' ');
    case 'binder':
      return `${e.op}(${[e.lower, e.upper, e.body].map((x) => (x ? show(x) : '')).join('; ')})`;
    case 'bound':
      return `#${String(e.level)}`;
    case 'component':
      return `${show(e.base)}[${all(e.indices, ',')}]`;
    case 'tuple':
      return `[${all(e.items, ', ')}]`;
    default:
      return e.kind;
  }
}

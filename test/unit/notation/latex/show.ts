import { type Expr, type Order } from '../../../../src/core/expr.js';
import { openBody } from '../../../../src/core/walk.js';
import type { Reading } from '../../../../src/notation/notation.js';

/** A tree as a short s-expression: (+ (^ x 2) (* -1 y)), (D (sin x) x), f'(x), z[k]. */
export function show(e: Expr): string {
  switch (e.kind) {
    case 'num':
      return e.written ?? e.value.toString();
    case 'const':
      return `#${e.name}`;
    case 'sym':
      return e.id;
    case 'add':
      return list('+', e.terms);
    case 'mul':
      return list('*', e.factors);
    case 'div':
      return list('/', [e.numer, e.denom]);
    case 'pow':
      return list('^', [e.base, e.exponent]);
    case 'root':
      return list('root', [e.body, e.index]);
    case 'call':
      return list(e.fn, e.args);
    case 'apply':
      return `${e.fn.id}${marks(e.orders)}${e.args.length > 0 ? `(${e.args.map(show).join(', ')})` : ''}`;
    case 'diff':
      return `(${e.partial ? 'P' : 'D'}${order(e.order)} ${show(e.body)} ${show(e.target)})`;
    case 'piecewise':
      return `(cases ${[...e.branches.map((b) => `[${show(b.value)} | ${show(b.condition)}]`), ...(e.otherwise ? [`[${show(e.otherwise)}]`] : [])].join(' ')})`;
    case 'relation':
      return `(${e.sides.map((s, i) => (i === 0 ? '' : ` ${e.ops[i - 1] ?? '?'} `) + show(s)).join('')})`;
    case 'logic':
      return list(e.op, e.args);
    case 'at':
      return `(at ${show(e.body)} ${e.variable.id}:=${show(e.value)})`;
    case 'bound':
      return `%${String(e.level)}`;
    case 'binder':
      return showBinder(e);
    case 'plusminus':
      return list('±', e.args);
    case 'component':
      return `${show(e.base)}[${e.indices.map(show).join(',')}]`;
    case 'delta':
      return list('delta', [e.left, e.right]);
    case 'tuple':
      return `<${e.items.map(show).join(', ')}>`;
    case 'matmul':
      return list('@', e.factors);
    case 'matrix':
      return `[${e.rows.map((row) => row.map(show).join(' ')).join('; ')}]`;
  }
}

function showBinder(e: Expr & { kind: 'binder' }): string {
  const { body, condition } = openBody(e, e.hint);
  const range = [
    e.lower && `from ${show(e.lower)}`,
    e.upper && `to ${show(e.upper)}`,
    condition && `if ${show(condition)}`,
  ];
  return `(${[e.op, e.hint.id, ...range.filter(Boolean), show(body)].join(' ')})`;
}
const list = (head: string, parts: readonly Expr[]): string => `(${[head, ...parts.map(show)].join(' ')})`;
const marks = (orders: readonly Order[]): string =>
  orders.every((o) => o === 0)
    ? ''
    : orders.map((o) => (typeof o === 'number' ? "'".repeat(o) : `^(${show(o)})`)).join('|');
const order = (e: Expr): string => (e.kind === 'num' && e.value.isOne ? '' : show(e));

/** The statements of a reading, each with what leads and joins it; its problems in braces. */
export function showReading(reading: Reading): string {
  const statements = reading.statements.map(
    (s) =>
      (s.joint ? `{${s.joint.replace('\n', '\\n')}} ` : '') +
      (s.leading ? `${s.leading} ` : '') +
      show(s.expr),
  );
  const problems = reading.problems.map((p) => `!${p.code}`);
  return [...statements, ...problems].join(' ; ');
}

/**
 * Rules and rows are written as text: 'D(u*v, x)', '1/sqrt(1 - u^2)'. This is the small reader of that text. The language: numbers, names, + − * / ^, comparisons, calls, D(body, target),
 * sqrt(u), root(u, n), piecewise(value, condition, …). It reads rules only, never a user's text.
 */
import {
  call,
  diff,
  div,
  neg,
  num,
  PI,
  piecewise,
  pow,
  product,
  relation,
  root,
  sum,
  sym,
  type Expr,
  type RelationOp,
} from './expr.js';
import { Rational } from './rational.js';

/** The tree of a rule's text. Throws on a mistake in the text: a rule that cannot be read is a defect. */
export function read(text: string): Expr {
  const tokens = text.match(/\d+(?:\.\d+)?|[A-Za-z_]\w*|<=|>=|!=|[-+*/^(),<>=]/g) ?? [];
  let i = 0;
  const peek = (): string | undefined => tokens[i];
  const expect = (t: string): void => {
    if (tokens[i++] !== t) throw new Error(`rule text "${text}": expected ${t} before token ${String(i)}`);
  };
  const comparison = (): Expr => {
    const sides = [additive()];
    const ops: RelationOp[] = [];
    for (let op = RELATIONS[peek() ?? '']; op; op = RELATIONS[peek() ?? '']) {
      i++;
      ops.push(op);
      sides.push(additive());
    }
    return ops.length ? relation(ops, sides) : (sides[0] as Expr);
  };
  const additive = (): Expr => {
    const terms = [multiplicative()];
    for (let t = peek(); t === '+' || t === '-'; t = peek()) {
      i++;
      const next = multiplicative();
      terms.push(t === '+' ? next : neg(next));
    }
    return sum(terms);
  };
  const multiplicative = (): Expr => {
    if (peek() === '-') {
      i++;
      return neg(multiplicative());
    }
    let factors = [power()];
    for (let t = peek(); t === '*' || t === '/'; t = peek()) {
      i++;
      if (t === '*') factors.push(power());
      else factors = [div(product(factors), power())];
    }
    return product(factors);
  };
  const power = (): Expr => {
    const base = atom();
    if (peek() !== '^') return base;
    i++;
    return pow(base, peek() === '-' ? (i++, neg(power())) : power());
  };
  const atom = (): Expr => {
    const t = tokens[i++];
    if (t === undefined) throw new Error(`rule text "${text}" ends early`);
    if (t === '(') {
      const inner = comparison();
      expect(')');
      return inner;
    }
    if (/^\d/.test(t)) return num(Rational.parse(t) ?? 0);
    if (peek() !== '(') return t === 'pi' ? PI : sym(t);
    i++;
    const args = [comparison()];
    while (peek() === ',') {
      i++;
      args.push(comparison());
    }
    expect(')');
    return applied(t, args);
  };
  const result = comparison();
  if (i < tokens.length) throw new Error(`rule text "${text}": surplus ${String(tokens[i])}`);
  return result;
}
const RELATIONS: Record<string, RelationOp | undefined> = {
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
  '!=': '!=',
  '=': '=',
};

function applied(name: string, args: readonly Expr[]): Expr {
  const [a, b] = args;
  if (!a) throw new Error('rule text: a call without arguments');
  if (name === 'D' && b) return diff(a, b);
  if (name === 'sqrt') return root(a);
  if (name === 'root' && b) return root(a, b);
  if (name !== 'piecewise') return call(name, ...args);
  const branches = [];
  for (let k = 0; k + 1 < args.length; k += 2)
    branches.push({ value: args[k] as Expr, condition: args[k + 1] as Expr });
  return piecewise(branches, args.length % 2 ? args[args.length - 1] : null);
}

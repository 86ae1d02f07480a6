/** Values and symmetries of functions that need no search: each holds wherever the left side has a value. */
import { functionRow, valueAtZero } from '../functions/index.js';
import { Rational } from '../rational.js';
import type { Factor, Node, Table } from './node.js';

const { ONE, MINUS_ONE } = Rational;

/** A plainly equal node, or null. */
export function simplifyCall(table: Table, name: string, args: readonly Node[]): Node | null {
  const [u, v] = args;
  if (!u) return null;
  if (name === 'exp') return table.pow(table.e, u);
  const row = args.length === 1 ? functionRow(name) : null;
  const atZero = row && u === table.zero ? valueAtZero(row) : null;
  if (atZero !== null) return traced(table, 'function-value', atZero === 0 ? table.zero : table.one);
  if (row?.parity && (u.op === 'product' || u.op === 'num') && u.q.sign < 0) {
    const turned = table.call(name, [table.neg(u)]);
    return row.parity === 'odd' ? table.neg(turned) : turned;
  }
  switch (name) {
    case 'ln':
      return logarithm(table, u);
    case 'log':
      return v === table.e
        ? table.call('ln', [u])
        : u === v
          ? traced(table, 'function-value', table.one)
          : u === table.one
            ? table.zero
            : null;
    case 'abs':
      return absolute(table, u);
    case 'sign':
      return signum(table, u);
    case 'sin':
    case 'cos':
      return atMultipleOfPi(table, name, u);
    default:
      return null;
  }
}

function traced(
  table: Table,
  what: 'function-value' | 'inverse-functions' | 'absolute-value',
  n: Node,
): Node {
  table.trace?.add(what);
  return n;
}

/** ln 1 = 0, ln e^w = w, ln(1/w) = −ln w, where w > 0 on both sides. */
function logarithm(table: Table, u: Node): Node | null {
  if (u === table.one) return traced(table, 'function-value', table.zero);
  if (u === table.e) return traced(table, 'function-value', table.one);
  if (u.op === 'num' && u.q.sign > 0 && u.q.n === 1)
    return table.neg(table.call('ln', [table.num(u.q.inverse())]));
  if (u.op !== 'product' || !u.q.isOne) return null;
  if (u.factors.every((f) => f.b === table.e))
    return traced(table, 'inverse-functions', table.exponentOf(u.factors));
  const only = u.factors[0];
  if (u.factors.length === 1 && only && only.u === table.one && only.q.equals(MINUS_ONE))
    return table.neg(table.call('ln', [only.b]));
  return null;
}

/** |q·Π b^r| factor by factor; even powers and nonnegative factors lose their bars. */
function absolute(table: Table, u: Node): Node | null {
  if (u.op === 'num') return table.num(u.q.abs());
  if (table.sign(u) !== 'unknown') return traced(table, 'absolute-value', u);
  if (u.op === 'call' && u.name === 'sign') return null;
  if (u.op !== 'product') return null;
  const outside: Factor[] = [];
  const inside: Factor[] = [];
  for (const f of u.factors) {
    const whole = f.u === table.one && f.q.isInteger;
    if (table.sign(table.productOf(ONE, [f])) !== 'unknown') outside.push(f);
    else if (whole && !f.q.isOne) outside.push({ b: table.call('abs', [f.b]), u: f.u, q: f.q });
    else inside.push(f);
  }
  if (outside.length === 0 && u.q.isOne) return null;
  table.trace?.add('absolute-value');
  const rest = table.productOf(ONE, inside);
  const bars = rest.op === 'num' ? rest : table.call('abs', [rest]);
  return table.product([...outside, { b: bars, u: table.one, q: ONE }], u.q.abs());
}

function signum(table: Table, u: Node): Node | null {
  if (u.op === 'num') return table.integer(u.q.sign);
  if (table.sign(u) === 'positive') return traced(table, 'function-value', table.one);
  if (u.op !== 'product') return null;
  const kept = u.factors.filter((f) => table.sign(f.b) !== 'positive');
  if (kept.length === u.factors.length && u.q.isOne) return null;
  const inner = table.call('sign', [table.productOf(ONE, kept)]);
  return u.q.sign < 0 ? table.neg(inner) : inner;
}

/** sin and cos at multiples of π/6 and π/4 that are rational or one radical. */
function atMultipleOfPi(table: Table, name: 'sin' | 'cos', u: Node): Node | null {
  const q =
    u === table.pi
      ? ONE
      : u.op === 'product' &&
          u.factors.length === 1 &&
          u.factors[0]?.b === table.pi &&
          u.factors[0].q.isOne &&
          u.factors[0].u === table.one
        ? u.q
        : null;
  if (!q) return null;
  const twelfths = q.mul(Rational.of(12));
  if (!twelfths.isInteger) return null;
  const k = (((Number(twelfths.n) + (name === 'cos' ? 6 : 0)) % 24) + 24) % 24;
  const [sign, r] = k < 12 ? [ONE, k] : [MINUS_ONE, k - 12];
  const value = SINES[Math.min(r, 12 - r)];
  if (!value) return null;
  table.trace?.add('function-value');
  return table.product([{ b: table.num(value), u: table.one, q: Rational.HALF }], sign);
}
/** Squares of sin(kπ/12) that are rational, by k. */
const SINES: Readonly<Record<number, Rational | undefined>> = {
  0: Rational.ZERO,
  2: Rational.of(1, 4),
  3: Rational.of(1, 2),
  4: Rational.of(3, 4),
  6: Rational.ONE,
};

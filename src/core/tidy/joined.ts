/**
 * Powers that read better as one, for the display: (2x)^(1/3) for 2^(1/3)·x^(1/3), ∛(4x) for 4^(1/3)·∛x, (−4x)^u for
 * 4^u·(−x)^u, 5^(x + 7) for 78125·5^x. The canonical form keeps them apart, and takes them apart again.
 */
import { Rational } from '../rational.js';
import type { Factor, Node, Table } from './node.js';
import type { Page } from './style.js';
import { isOddRoot } from './roots.js';

const { ONE } = Rational;

/** One printed factor: its base and its exponent, an exponent below zero meaning the denominator. */
export interface Power {
  readonly base: Node;
  readonly exponent: Node;
  readonly below: boolean;
}

/** A product's powers and its number, which joining may change. */
export interface Powers {
  readonly powers: readonly Power[];
  readonly q: Rational;
}

/** The powers with each irrational or symbolic power of a number joined to another power, where there is one. */
export function joined(page: Page, powers: readonly Power[], q: Rational): Powers {
  let found: Powers = { powers, q };
  for (const p of powers) {
    if (p.base.op !== 'num' || p.below || (p.exponent.op === 'num' && p.exponent.q.isInteger)) continue;
    found = join(page, found, p) ?? found;
  }
  return found;
}

function join(page: Page, { powers, q }: Powers, p: Power): Powers | null {
  const { table } = page;
  for (const other of powers) {
    if (other.base.op === 'num' || other.base === table.e) continue;
    const made = isOddRoot(other.base) ? underRoot(table, p, other) : together(table, p, other, q);
    if (!made) continue;
    page.rejoined = true;
    return {
      powers: powers.flatMap((x) => (x === p ? [] : x === other ? [made.power] : [x])),
      q: made.q ?? q,
    };
  }
  const more = p.exponent.op === 'num' ? null : absorbed(table, p, q);
  return more && { powers: powers.map((x) => (x === p ? more.power : x)), q: more.q };
}

interface Joint {
  readonly power: Power;
  /** The product's number, if it changes. */
  readonly q?: Rational;
}

/** n^E·w^F = (nw)^F·n^(E−F), where E − F is whole and the number gets no longer by it. */
function together(table: Table, p: Power, other: Power, q: Rational): Joint | null {
  if (p.exponent.op !== other.exponent.op && (p.exponent.op === 'num' || other.exponent.op === 'num'))
    return null;
  if (p.base.q.isZero || (other.exponent.op === 'num' && other.exponent.q.d <= 2)) return null;
  const difference = table.sum([
    { m: p.exponent, q: ONE },
    { m: other.exponent, q: other.below ? ONE : Rational.MINUS_ONE },
  ]);
  if (difference.op !== 'num' || !difference.q.isInteger) return null;
  const number = p.base.q.pow(Number(difference.q.n))?.mul(q);
  if (!number || lengthOf(number) > lengthOf(q)) return null;
  return { power: { ...other, base: table.mul(p.base, other.base) }, q: number };
}

/** n^(j/k)·(ᵏ√w)^r is ᵏ√(n^j·w^r). */
function underRoot(table: Table, p: Power, other: Power): Joint | null {
  const [body, index] = other.base.args as [Node, Node];
  const { exponent } = other;
  const power = p.exponent.op === 'num' ? p.exponent.q.mul(index.q) : null;
  if (other.below || !power?.isInteger || exponent.op !== 'num' || body.op === 'product') return null;
  const number = p.base.q.pow(Number(power.n));
  if (!number) return null;
  const inside = table.product([{ b: body, u: table.one, q: exponent.q }], number);
  return {
    power: { base: table.rawCall('root', [inside, index], null), exponent: table.one, below: false },
  };
}

/**
 * 2ⁿ/2 is 2ⁿ⁻¹; and 78125·5^x is 5^(x + 7), where that is shorter, the exponent is a sum with a number already, or the
 * author's.
 */
function absorbed(table: Table, p: Power, q: Rational): { power: Power; q: Rational } | null {
  const n = p.base.q;
  if (!n.isInteger || n.sign < 0 || n.isZero || n.isOne) return null;
  let [rest, count] = [q, 0];
  if (q.isInteger)
    for (let next = rest.div(n); next.isInteger; next = next.div(n)) [rest, count] = [next, count + 1];
  else while (Rational.of(rest.d).div(n).isInteger) [rest, count] = [rest.mul(n), count - 1];
  if (count === 0) return null;
  const exponent = table.add(p.exponent, table.integer(count));
  const isSum = p.exponent.op === 'sum' && !p.exponent.q.isZero;
  if (count > 0 && !isSum && !table.isAuthored(exponent) && lengthOf(q) <= SHORT) return null;
  return { power: { ...p, exponent }, q: rest };
}
const SHORT = 3;

/** How many characters a number in front takes; none for 1. */
function lengthOf(q: Rational): number {
  const size = q.abs();
  if (size.isOne) return 0;
  return String(size.n).length + (size.isInteger ? 0 : 1 + String(size.d).length);
}

/** The factors of each base gathered into one power. */
export function powersOf(table: Table, factors: readonly Factor[]): Power[] {
  const powers: Power[] = [];
  for (let i = 0; i < factors.length;) {
    const base = (factors[i] as Factor).b;
    let j = i;
    while (j < factors.length && (factors[j] as Factor).b === base) j++;
    powers.push(powerOf(table, base, factors.slice(i, j)));
    i = j;
  }
  return powers;
}

function powerOf(table: Table, base: Node, factors: readonly Factor[]): Power {
  const only = factors[0] as Factor;
  if (factors.length === 1 && only.u === table.one) {
    const below = only.q.sign < 0;
    return { base, exponent: table.num(below ? only.q.neg() : only.q), below };
  }
  // A symbolic exponent stays above: x^{n−1}, e^{−x}.
  return { base, exponent: table.exponentOf(factors), below: false };
}

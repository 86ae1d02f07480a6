/** Polynomials in one letter or exponential, with rational coefficients: common divisors and rational roots. */
import { divide, gcd, rationalRoots, type Polynomial } from '../../polynomial.js';
import { Rational } from '../../rational.js';
import { law } from '../law.js';
import type { Factor, Node, Table } from '../node.js';

const { ONE, ZERO } = Rational;
const MOST_DEGREE = 12;

/** What the polynomial is in: the power b^(q·u). */
interface Generator {
  readonly b: Node;
  readonly u: Node;
  readonly q: Rational;
}

/** Divides a sum above and one below by their greatest common divisor. */
export const CANCEL_POLYNOMIAL = law(
  'cancel',
  'Cancel',
  'product',
  (n, { table }) => {
    const plain = n.factors.filter((f) => f.b.op === 'sum' && f.u === table.one && f.q.isInteger);
    const found: Node[] = [];
    for (const above of plain.filter((f) => f.q.sign > 0)) {
      for (const below of plain.filter((f) => f.q.sign < 0)) {
        const made = cancelled(table, n, above, below);
        if (made) found.push(made);
      }
    }
    return found;
  },
  'sum',
);

function cancelled(table: Table, n: Node, above: Factor, below: Factor): Node | null {
  const g = generatorOf(table, below.b);
  const [p, d] = g ? [read(table, above.b, g), read(table, below.b, g)] : [null, null];
  if (!g || !p || !d) return null;
  const common = gcd(p, d);
  if (common.length < 2) return null;
  const [p1, d1] = [divide(p, common)[0], divide(d, common)[0]];
  const [c, a, b] = [common, p1, d1].map((x) => write(table, x, g)) as [Node, Node, Node];
  const rest = n.factors.filter((f) => f !== above && f !== below);
  return table.product(
    [
      ...rest,
      { b: a, u: table.one, q: above.q },
      { b: c, u: table.one, q: above.q.add(below.q) },
      { b, u: table.one, q: below.q },
    ],
    n.q,
  );
}

/** A sum as a product of powers of factors with rational roots, and what remains. */
export const RATIONAL_ROOTS = law('factor-polynomial', 'Factor the polynomial', 'sum', (n, { table }) => {
  if (n.terms.length < 2 || table.decimals) return [];
  const g = generatorOf(table, n);
  const p = g && read(table, n, g);
  if (!g || !p || p.length < 3) return [];
  const factors: Factor[] = [];
  let rest: Polynomial = p;
  for (const root of rationalRoots(p)) {
    const linear: Polynomial = [Rational.of(root.n).neg(), Rational.of(root.d)];
    for (let k = 0; k < p.length; k++) {
      const [quotient, remainder] = divide(rest, linear);
      if (remainder.length > 0) break;
      rest = quotient;
      factors.push({ b: write(table, linear, g), u: table.one, q: ONE });
    }
  }
  if (factors.length === 0 || (factors.length === 1 && rest.length <= 1)) return [];
  return [table.product([...factors, { b: write(table, rest, g), u: table.one, q: ONE }])];
});

/** The power of least exponent in the first term that is one power: x, x^(1/2), e^(−x). */
function generatorOf(table: Table, s: Node): Generator | null {
  let found: Generator | null = null;
  for (const t of s.terms) {
    const f = onePower(table, t.m);
    if (!f || f.b.op === 'sum') return null;
    if (!found) found = f;
    else if (f.b !== found.b || f.u !== found.u || f.q.sign !== found.q.sign) return null;
    else if (f.q.abs().compare(found.q.abs()) < 0) found = f;
  }
  return found;
}

/** The single power that a term is, without its coefficient. */
function onePower(table: Table, m: Node): Factor | undefined {
  if (m.op !== 'product') return { b: m, u: table.one, q: ONE };
  return m.factors.length === 1 ? m.factors[0] : undefined;
}

function read(table: Table, s: Node, g: Generator): Polynomial | null {
  const p: Rational[] = [s.q];
  for (const t of s.terms) {
    const f = onePower(table, t.m);
    if (f?.b !== g.b || f.u !== g.u) return null;
    const degree = f.q.div(g.q);
    if (!degree.isInteger || degree.sign < 0 || Number(degree.n) > MOST_DEGREE) return null;
    const k = Number(degree.n);
    while (p.length <= k) p.push(ZERO);
    p[k] = t.q;
  }
  return p;
}

function write(table: Table, p: Polynomial, g: Generator): Node {
  return table.sum(
    p.map((q, k) => ({ m: table.product([{ b: g.b, u: g.u, q: g.q.mul(Rational.of(k)) }]), q })),
  );
}

export const POLYNOMIALS = [CANCEL_POLYNOMIAL, RATIONAL_ROOTS];

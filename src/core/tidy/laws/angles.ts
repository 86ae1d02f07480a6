/** Sums, doubles and quarter turns of angles. */
import { Rational } from '../../rational.js';
import { mentions } from '../factorOrder.js';
import { law, type Ground } from '../law.js';
import type { Factor, Node, Term, Table } from '../node.js';
import type { DisplayStyle } from '../style.js';
import { expandTerms } from './algebra.js';

const { ONE, MINUS_ONE, TWO, HALF } = Rational;

/** The functions whose products are functions of the double angle, and the sine by which these are written. */
const PAIRS: Readonly<Record<string, { partner: string; sine: string; power: number }>> = {
  sin: { partner: 'cos', sine: 'sin', power: 1 },
  csc: { partner: 'sec', sine: 'sin', power: -1 },
  sinh: { partner: 'cosh', sine: 'sinh', power: 1 },
  csch: { partner: 'sech', sine: 'sinh', power: -1 },
};
const isPlain = (table: Table, f: Factor): boolean => f.u === table.one && f.q.isOne;

/** sin u·cos u = ½ sin 2u, and its powers; `allowed` says of which pairs. */
function halved(
  table: Table,
  n: Node,
  allowed: (n: Node, sine: Factor, double: Node) => boolean,
): readonly Node[] {
  const found: Node[] = [];
  for (const f of n.factors) {
    const pair = f.b.op === 'call' && f.u === table.one && f.q.isInteger ? PAIRS[f.b.name] : undefined;
    if (!pair) continue;
    const argument = f.b.args[0] as Node;
    const other = n.factors.find(
      (g) =>
        g.b.op === 'call' &&
        g.b.name === pair.partner &&
        g.b.args[0] === argument &&
        g.u === table.one &&
        g.q.equals(f.q),
    );
    if (!other) continue;
    const double = table.scale(argument, TWO);
    const q = f.q.mul(Rational.of(pair.power));
    if (!allowed(n, { ...f, q }, double)) continue;
    const rest = n.factors.filter((g) => g !== f && g !== other);
    const half = { b: table.scale(table.call(pair.sine, [double]), HALF), u: table.one, q };
    found.push(table.product([...rest, half], n.q));
  }
  return found;
}

/** Any pair: the other form that readers know 2 sin x cos x by. */
export const DOUBLE_ANGLE_PRODUCT = law(
  'double-angle',
  'Double angle',
  'product',
  (n, { table }) => halved(table, n, (_, sine) => sine.q.isOne),
  'call',
);

/**
 * The pairs that a teacher too writes as one: below a line (2/sin 2x), with half angles (cos(x/2) sin(x/2)), with a
 * factor of 4, and beside a function of the double angle. (sin²x)′ stays 2 sin x cos x, as the chain rule gives it.
 */
export const DOUBLE_ANGLE_PAIR = law(
  'double-angle',
  'Double angle',
  'product',
  (n, ground) =>
    halved(
      ground.table,
      n,
      (node, sine, double) =>
        sine.q.sign < 0 ||
        (sine.q.isOne &&
          (isHalf(sine.b.args[0] as Node) ||
            isCollected(ground, node) ||
            node.factors.some((g) => g.b.op === 'call' && g.b.args[0] === double))),
    ),
  'call',
);
/** 4 sin u cos u, and (a − b) sin u cos u: more than the chain rule's 2 has come together. */
const isCollected = ({ table, style }: Ground, n: Node): boolean =>
  (n.q.div(Rational.of(4)).isInteger && n.factors.length === 2) ||
  (n.factors.length === 3 && n.factors.some((g) => isPlain(table, g) && isConstantSum(style, g.b)));
const isConstantSum = ({ target }: DisplayStyle, s: Node): boolean =>
  s.op === 'sum' && target !== null && !mentions(s, target);
const isHalf = (u: Node): boolean => u.op === 'product' && Number(u.q.d) % 2 === 0;

/** cos u cos v − sin u sin v = cos(u + v), sin u cos v + cos u sin v = sin(u + v), and with the other sign u − v. */
export const ANGLE_SUM = law(
  'angle-sum',
  'Sum of angles',
  'sum',
  (n, { table }) => {
    const found: Node[] = [];
    for (const t of n.terms) {
      const calls = t.m.factors.filter(
        (f) => isPlain(table, f) && (f.b.name === 'sin' || f.b.name === 'cos'),
      );
      if (calls.length < 2 || calls.length > MOST_CALLS) continue;
      for (const f of calls) {
        for (const g of calls) {
          const made = g.b.name === 'cos' && g !== f ? addedAngles(table, n, t, f, g) : null;
          if (made) found.push(made);
        }
      }
    }
    return found;
  },
  'call',
);
const MOST_CALLS = 4;

/** t is R·f(u)·cos v; with its partner R·g(u)·sin v it is R·f(u ± v). */
function addedAngles(table: Table, n: Node, t: Term, f: Factor, g: Factor): Node | null {
  const [u, v] = [f.b.args[0] as Node, g.b.args[0] as Node];
  if (u === v || (f.b.name === 'cos' && f.b.id > g.b.id)) return null;
  const rest = t.m.factors.filter((x) => x !== f && x !== g);
  const swapped = [table.call(f.b.name === 'sin' ? 'cos' : 'sin', [u]), table.call('sin', [v])];
  const partner = table.product([...rest, ...swapped.map((b) => ({ b, u: table.one, q: ONE }))]);
  const o = n.terms.find((x) => x.m === partner);
  if (!o?.q.abs().equals(t.q.abs())) return null;
  const together = o.q.equals(t.q) === (f.b.name === 'sin');
  const angle = table.sum([
    { m: u, q: ONE },
    { m: v, q: together ? ONE : MINUS_ONE },
  ]);
  const joined = table.product([...rest, { b: table.call(f.b.name, [angle]), u: table.one, q: ONE }]);
  return table.sum([
    ...n.terms.filter((x) => x !== t && x !== o),
    { m: joined, q: t.q },
    { m: table.num(n.q), q: ONE },
  ]);
}

/** sin(u + π/2) = cos u, cos(u + π) = −cos u, …: whole quarter turns go out of the angle. */
export const QUARTER_TURNS = law('quarter-turns', 'Quarter turns', 'call', (n, { table }) => {
  const angle = n.name === 'sin' || n.name === 'cos' ? (n.args[0] as Node) : null;
  const open = angle && (angle.op === 'sum' ? angle : table.monic(angle));
  const turn = open?.op === 'sum' ? open.terms.find((t) => t.m === table.pi) : undefined;
  if (!angle || !turn) return [];
  const shift = angle.op === 'sum' ? turn.q : turn.q.mul(table.coefficient(angle));
  const quarters = shift.mul(TWO);
  if (!quarters.isInteger) return [];
  const rest = table.sum([
    { m: opened(table, angle), q: ONE },
    { m: table.pi, q: shift.neg() },
  ]);
  const k = (((Number(quarters.n) + (n.name === 'cos' ? 1 : 0)) % 4) + 4) % 4;
  const value = table.call(k % 2 === 0 ? 'sin' : 'cos', [rest]);
  return [k < 2 ? value : table.neg(value)];
});

/** q·(a + b) as qa + qb. */
function opened(table: Table, u: Node): Node {
  const bare = table.monic(u);
  if (u.op === 'sum' || bare.op !== 'sum') return u;
  const q = table.coefficient(u);
  return table.sum([...bare.terms.map((t) => ({ m: t.m, q: t.q.mul(q) })), { m: table.num(bare.q), q }]);
}

/** sin 2u above sin u or cos u: written by the single angle, so that it can cancel. */
export const SINGLE_ANGLE = law(
  'single-angle',
  'Functions of the single angle',
  'product',
  (n, { table }) => {
    const found: Node[] = [];
    for (const below of n.factors) {
      if (below.b.op !== 'call' || below.q.sign > 0) continue;
      if (below.b.name !== 'sin' && below.b.name !== 'cos') continue;
      const double = table.scale(below.b.args[0] as Node, TWO);
      for (const f of n.factors) {
        const made = f.b.op === 'sum' && isPlain(table, f) ? singled(table, f.b, double, below.b) : null;
        if (!made) continue;
        const rest = n.factors.filter((g) => g !== f);
        found.push(table.product([...rest, { b: made, u: table.one, q: ONE }], n.q));
      }
    }
    return found;
  },
  'call',
);

/** The sum with sin 2u and cos 2u by functions of u, the cosine by the function that stands below. */
function singled(table: Table, s: Node, double: Node, below: Node): Node | null {
  const [u] = below.args as readonly [Node];
  const isDouble = (f: Factor): boolean =>
    isPlain(table, f) && (f.b.name === 'sin' || f.b.name === 'cos') && f.b.args[0] === double;
  if (!s.terms.some((t) => factors(table, t.m).some(isDouble))) return null;
  const sine = table.product(
    ['sin', 'cos'].map((name) => ({ b: table.call(name, [u]), u: table.one, q: ONE })),
    TWO,
  );
  const sign = below.name === 'cos' ? ONE : MINUS_ONE;
  const cosine = table.sum([
    { m: table.powq(below, TWO), q: TWO.mul(sign) },
    { m: table.one, q: sign.neg() },
  ]);
  const terms = s.terms.map((t) => ({
    m: table.product(
      factors(table, t.m).map((f) => (isDouble(f) ? { ...f, b: f.b.name === 'sin' ? sine : cosine } : f)),
    ),
    q: t.q,
  }));
  const sum = table.sum([...terms, { m: table.num(s.q), q: ONE }]);
  return sum.op === 'sum' ? (expandTerms(table, sum) ?? sum) : sum;
}
const factors = (table: Table, m: Node): readonly Factor[] =>
  m.op === 'product' ? m.factors : [{ b: m, u: table.one, q: ONE }];

export const ANGLES = [DOUBLE_ANGLE_PAIR, ANGLE_SUM, QUARTER_TURNS, SINGLE_ANGLE];

/** Identities of trigonometric and hyperbolic functions. */
import { Rational } from '../../rational.js';
import { law, type Ground } from '../law.js';
import type { Factor, Node, Term, Table } from '../node.js';
import type { DisplayStyle } from '../style.js';
import { complementOfTanh } from './hyperbolic.js';

const { ONE, TWO } = Rational;

/** f² = c + k·g², each line both of an identity's directions. */
const SQUARES: readonly { f: string; g: string; c: number; k: number; title: string }[] = [
  { f: 'sin', g: 'cos', c: 1, k: -1, title: 'sin² + cos² = 1' },
  { f: 'cos', g: 'sin', c: 1, k: -1, title: 'sin² + cos² = 1' },
  { f: 'tan', g: 'sec', c: -1, k: 1, title: '1 + tan² = sec²' },
  { f: 'sec', g: 'tan', c: 1, k: 1, title: '1 + tan² = sec²' },
  { f: 'cot', g: 'csc', c: -1, k: 1, title: '1 + cot² = csc²' },
  { f: 'csc', g: 'cot', c: 1, k: 1, title: '1 + cot² = csc²' },
  { f: 'sinh', g: 'cosh', c: -1, k: 1, title: 'cosh² − sinh² = 1' },
  { f: 'cosh', g: 'sinh', c: 1, k: 1, title: 'cosh² − sinh² = 1' },
  { f: 'tanh', g: 'sech', c: 1, k: -1, title: '1 − tanh² = sech²' },
  { f: 'sech', g: 'tanh', c: 1, k: -1, title: '1 − tanh² = sech²' },
];

/** The identity between the squares of two functions that both occur. */
export const identityOfSquares = (occurs: (fn: string) => boolean): string | null =>
  SQUARES.find(({ f, g }) => occurs(f) && occurs(g))?.title ?? null;

/** A sum with one f(u)² written by its partner everywhere: like terms then meet or cancel. */
export const PYTHAGORAS = law(
  'pythagoras',
  'Pythagorean identity',
  'sum',
  (n, { table }) => {
    const found: Node[] = [];
    if (complementOfTanh(n)) return found;
    for (const call of squaredCalls(table, n)) {
      for (const s of SQUARES) {
        if (s.f !== call.name) continue;
        const partner = table.call(s.g, call.args);
        found.push(
          table.sum(
            n.terms
              .map((t) => ({ m: replaceSquare(table, t.m, call, partner, s.c, s.k), q: t.q }))
              .concat(constantTerm(table, n)),
          ),
        );
      }
    }
    return found;
  },
  'call',
);

const constantTerm = (table: Table, n: Node): Term[] => (n.q.isZero ? [] : [{ m: table.num(n.q), q: ONE }]);

function squaredCalls(table: Table, n: Node): Set<Node> {
  const calls = new Set<Node>();
  for (const t of n.terms) {
    for (const f of t.m.op === 'product' ? t.m.factors : []) {
      if (f.b.op === 'call' && f.u === table.one && f.q.isInteger && f.q.compare(TWO) >= 0) calls.add(f.b);
    }
  }
  return calls;
}

/** m with f² as c + k·g², multiplied out. */
function replaceSquare(table: Table, m: Node, call: Node, partner: Node, c: number, k: number): Node {
  const i =
    m.op === 'product'
      ? m.factors.findIndex(
          (f) => f.b === call && f.u === table.one && f.q.isInteger && f.q.compare(TWO) >= 0,
        )
      : -1;
  const f = m.factors[i];
  if (!f) return m;
  const rest = table.product(
    m.factors.map((x, j) => (j === i ? { ...f, q: f.q.sub(TWO) } : x)),
    m.q,
  );
  return table.sum([
    { m: rest, q: Rational.of(c) },
    { m: table.mul(rest, table.powq(partner, TWO)), q: Rational.of(k) },
  ]);
}

/** R·cos²u − R·sin²u = R·cos 2u, and R·cosh²u + R·sinh²u = R·cosh 2u. */
export const DOUBLE_ANGLE = law(
  'double-angle',
  'Double angle',
  'sum',
  (n, { table }) => {
    const found: Node[] = [];
    for (const call of squaredCalls(table, n)) {
      const [sine, sign] = call.name === 'cos' ? ['sin', -1] : call.name === 'cosh' ? ['sinh', 1] : [null, 0];
      if (sine === null) continue;
      const swap = [
        { b: call, u: table.one, q: TWO.neg() },
        { b: table.call(sine, call.args), u: table.one, q: TWO },
      ];
      for (const t of n.terms) {
        if (!t.m.factors.some((f) => f.b === call && f.u === table.one && f.q.equals(TWO))) continue;
        const other = termOf(n, table.product([...t.m.factors, ...swap]));
        if (!other?.q.equals(sign < 0 ? t.q.neg() : t.q)) continue;
        const double = table.call(call.name, [table.scale(call.args[0] as Node, TWO)]);
        const rest = table.product([
          ...t.m.factors,
          { b: call, u: table.one, q: TWO.neg() },
          { b: double, u: table.one, q: ONE },
        ]);
        found.push(
          table.sum([
            ...n.terms.filter((x) => x !== t && x !== other),
            { m: rest, q: t.q },
            ...constantTerm(table, n),
          ]),
        );
      }
    }
    return found;
  },
  'call',
);
const termOf = (n: Node, m: Node): Term | undefined => n.terms.find((t) => t.m === m);

interface Family {
  readonly sine: string;
  readonly cosine: string;
  readonly tangent: string;
  readonly cotangent: string;
  readonly secant: string;
  readonly cosecant: string;
}
const FAMILIES: readonly Family[] = [
  { sine: 'sin', cosine: 'cos', tangent: 'tan', cotangent: 'cot', secant: 'sec', cosecant: 'csc' },
  { sine: 'sinh', cosine: 'cosh', tangent: 'tanh', cotangent: 'coth', secant: 'sech', cosecant: 'csch' },
];

/** sin/cos as tan, 1/cos as sec, …; and all of them back to sines and cosines. */
export const QUOTIENT_IDENTITIES = law(
  'quotient-identities',
  'Quotients of sine and cosine',
  'product',
  (n, ground) => {
    const found: Node[] = [];
    for (const { family, names } of NAMES_OF) {
      for (const argument of argumentsOf(n, names)) found.push(...rewritten(ground, n, family, argument));
    }
    return found;
  },
  'call',
);

const NAMES_OF = FAMILIES.map((family) => ({ family, names: new Set<string>(Object.values(family)) }));

/** What the functions of these names among the factors are taken of, each once. */
function argumentsOf(n: Node, names: ReadonlySet<string>): readonly Node[] {
  const found: Node[] = [];
  for (const { b } of n.factors) {
    const u = b.op === 'call' && names.has(b.name) ? b.args[0] : undefined;
    if (u && !found.includes(u)) found.push(u);
  }
  return found;
}

function rewritten({ table, style }: Ground, n: Node, family: Family, u: Node): Node[] {
  const call = (name: keyof Family): Node => table.call(family[name], [u]);
  const [sine, cosine] = [call('sine'), call('cosine')];
  const rest: Factor[] = [];
  let [a, b] = [Rational.ZERO, Rational.ZERO];
  for (const f of n.factors) {
    const powers =
      f.b.op === 'call' && f.b.args[0] === u && f.u === table.one && f.q.isInteger
        ? inSineAndCosine(f.b.name, family)
        : null;
    if (!powers) rest.push(f);
    else [a, b] = [a.add(f.q.mul(Rational.of(powers[0]))), b.add(f.q.mul(Rational.of(powers[1])))];
  }
  if (a.isZero && b.isZero && rest.length === n.factors.length) return [];
  // sinⁿ⁻¹u·cos u is no sinⁿu·cot u: what has a letter in its exponent keeps its base.
  if (rest.some((f) => f.u !== table.one && (f.b === sine || f.b === cosine) && isConstant(style, f.u)))
    return [];
  const plain = table.product(
    [...rest, { b: sine, u: table.one, q: a }, { b: cosine, u: table.one, q: b }],
    n.q,
  );
  const t = a.sign * b.sign < 0 ? (a.abs().compare(b.abs()) < 0 ? a : b.neg()) : Rational.ZERO;
  const tangents: Factor =
    t.sign >= 0
      ? { b: call('tangent'), u: table.one, q: t }
      : { b: call('cotangent'), u: table.one, q: t.neg() };
  const [s, c] = [a.sub(t), b.add(t)];
  const named = table.product(
    [
      ...rest,
      tangents,
      s.sign < 0 ? { b: call('cosecant'), u: table.one, q: s.neg() } : { b: sine, u: table.one, q: s },
      c.sign < 0 ? { b: call('secant'), u: table.one, q: c.neg() } : { b: cosine, u: table.one, q: c },
    ],
    n.q,
  );
  return [plain, named];
}

/** A letter that is not differentiated by, or a product of such. */
const isConstant = (style: DisplayStyle, u: Node): boolean =>
  u.op === 'atom' ? u !== style.target : u.op === 'product' && u.factors.every((f) => isConstant(style, f.b));

/** The exponents of sine and cosine that a function stands for. */
function inSineAndCosine(name: string, family: Family): readonly [number, number] | null {
  switch (name) {
    case family.sine:
      return [1, 0];
    case family.cosine:
      return [0, 1];
    case family.tangent:
      return [1, -1];
    case family.cotangent:
      return [-1, 1];
    case family.secant:
      return [0, -1];
    case family.cosecant:
      return [-1, 0];
    default:
      return null;
  }
}

/** sec²u in a product as 1 + tan²u, and the like. */
export const SQUARE_BY_PARTNER = law(
  'pythagoras',
  'Pythagorean identity',
  'product',
  (n, { table }) => {
    const found: Node[] = [];
    for (const f of n.factors) {
      if (f.b.op !== 'call' || f.u !== table.one || !f.q.equals(TWO)) continue;
      const s = SQUARES.find((x) => x.f === f.b.name && x.f !== 'sin' && x.f !== 'cos');
      if (!s) continue;
      const square = table.sum([
        { m: table.one, q: Rational.of(s.c) },
        { m: table.powq(table.call(s.g, f.b.args), TWO), q: Rational.of(s.k) },
      ]);
      found.push(
        table.product([...n.factors.filter((g) => g !== f), { b: square, u: table.one, q: ONE }], n.q),
      );
    }
    return found;
  },
  'call',
);

export const TRIGONOMETRY = [PYTHAGORAS, DOUBLE_ANGLE, QUOTIENT_IDENTITIES];

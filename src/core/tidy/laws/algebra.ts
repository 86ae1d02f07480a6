/** Multiplying out, factoring out, common denominators. */
import { Rational } from '../../rational.js';
import { law } from '../law.js';
import type { Factor, Node, SharedExponent, Term, Table } from '../node.js';
import { contentOf, negativeFirst } from '../content.js';
import { isVanishing } from '../product.js';

const { ONE, ZERO } = Rational;
/** Products that would multiply out to more terms are left alone. */
const MOST_TERMS = 40;

export const EXPAND_PRODUCT = law(
  'expand',
  'Expand',
  'product',
  (n, { table }) => {
    const whole = isDivided(table, n) ? null : expand(table, n);
    const sums = n.factors.filter((f) => isOpenSum(table, f));
    const below = n.factors.filter(
      (f) => f.b.op === 'sum' && f.u === table.one && f.q.equals(Rational.MINUS_ONE),
    );
    const found: Node[] = whole ? [whole] : [];
    if (sums.length > 1 || (sums[0] && !sums[0].q.isOne)) {
      const inner = expand(table, table.productOf(ONE, sums));
      if (inner)
        found.push(
          table.product(
            [...n.factors.filter((f) => !sums.includes(f)), { b: inner, u: table.one, q: ONE }],
            n.q,
          ),
        );
    }
    if (below.length > 1) {
      const inner = expand(table, table.product(below.map((f) => ({ ...f, q: ONE }))));
      if (inner)
        found.push(
          table.product(
            [
              ...n.factors.filter((f) => !below.includes(f)),
              { b: inner, u: table.one, q: Rational.MINUS_ONE },
            ],
            n.q,
          ),
        );
    }
    return found;
  },
  'sum',
);

/** (a + b)/c = a/c + b/c. */
export const DIVIDE_TERMS = law(
  'divide-terms',
  'Split the fraction',
  'product',
  (n, { table }) => {
    const whole = isDivided(table, n) ? expand(table, n) : null;
    return whole ? [whole] : [];
  },
  'sum',
);
/** Whether it is a sum over something, with no other factor above. */
function isDivided(table: Table, n: Node): boolean {
  const above = n.factors.filter((f) => f.q.sign > 0);
  return above.length === 1 && n.factors.length > 1 && isOpenSum(table, above[0] as Factor);
}

export const EXPAND_SUM = law(
  'expand-and-collect',
  'Expand and combine like terms',
  'sum',
  (n, { table }) => {
    const opened = expandTerms(table, n);
    return opened ? [opened] : [];
  },
  'sum',
);

/** The sum with every term multiplied out; null where none can be, or too much would come. */
export function expandTerms(table: Table, n: Node): Node | null {
  let changed = false;
  const terms: Term[] = [{ m: table.num(n.q), q: ONE }];
  for (const t of n.terms) {
    const e = t.m.op === 'product' ? expand(table, t.m) : t.m.op === 'sum' ? t.m : null;
    if (e) changed = true;
    terms.push({ m: e ?? t.m, q: t.q });
    if (terms.length > MOST_TERMS) return null;
  }
  return changed ? table.sum(terms) : null;
}

const isOpenSum = (table: Table, f: Factor): boolean =>
  f.b.op === 'sum' && f.u === table.one && f.q.isInteger && f.q.sign > 0;

/** A product of sums as one sum; null where there is nothing to multiply out. */
export function expand(table: Table, n: Node): Node | null {
  const sums = n.factors.filter((f) => isOpenSum(table, f));
  if (sums.length === 0) return null;
  let count = 1;
  for (const f of sums) count *= Math.pow(width(f.b), Number(f.q.n));
  if (count > MOST_TERMS * 8) return null;
  let terms: Term[] = [
    {
      m: table.productOf(
        ONE,
        n.factors.filter((f) => !sums.includes(f)),
      ),
      q: n.q,
    },
  ];
  for (const f of sums) {
    for (let k = 0; k < Number(f.q.n); k++) {
      terms = times(table, terms, f.b);
      if (terms.length > MOST_TERMS) return null;
    }
  }
  return table.sum(terms);
}
const width = (s: Node): number => s.terms.length + (s.q.isZero ? 0 : 1);

/** Each term times each term of the sum, like ones collected at once. */
function times(table: Table, terms: readonly Term[], s: Node): Term[] {
  const out: Term[] = [];
  for (const t of terms) {
    if (!s.q.isZero) out.push({ m: t.m, q: t.q.mul(s.q) });
    for (const v of s.terms) {
      const m = table.mul(t.m, v.m);
      out.push({ m: table.monic(m), q: t.q.mul(v.q).mul(m.op === 'num' ? ONE : table.coefficient(m)) });
    }
  }
  const collected = table.sum(out);
  return collected.op === 'sum'
    ? [...collected.terms, ...(collected.q.isZero ? [] : [{ m: table.one, q: collected.q }])]
    : [{ m: collected, q: ONE }];
}

export const FACTOR_OUT = law('factor-out', 'Factor out the common factor', 'sum', (n, { table }) => {
  const shared = sharedFactors(table, n, 'positive');
  return shared ? withExpanded(table, n, shared) : [];
});

export const COMMON_DENOMINATOR = law(
  'common-denominator',
  'Put over one denominator',
  'sum',
  (n, { table }) => {
    const found: Node[] = [];
    for (const which of ['all', 'negative'] as const) {
      const shared = sharedFactors(table, n, which);
      if (shared?.some((f) => f.q.sign < 0 && f.b !== table.e)) found.push(...withExpanded(table, n, shared));
    }
    return found;
  },
);

/** e^(−x) in front is no denominator to a reader. */
export const FACTOR_OUT_EXPONENTIAL = law(
  'factor-out',
  'Factor out the common factor',
  'sum',
  (n, { table }) => {
    const shared = sharedFactors(table, n, 'all');
    const negative = shared?.filter((f) => f.q.sign < 0) ?? [];
    return shared && negative.length > 0 && negative.every((f) => f.b === table.e)
      ? withExpanded(table, n, shared)
      : [];
  },
);

/** The factors in front, and the rest both as it comes and multiplied out. */
function withExpanded(table: Table, n: Node, shared: readonly Factor[]): Node[] {
  const inverse = shared.map((f) => ({ ...f, q: f.q.neg() }));
  const divided = (m: Node): Node => table.product([{ b: m, u: table.one, q: ONE }, ...inverse]);
  const terms = n.terms.map((t) => ({ m: divided(t.m), q: t.q }));
  if (!n.q.isZero) terms.push({ m: divided(table.num(n.q)), q: ONE });
  const rest = table.sum(terms);
  const opened = rest.op === 'sum' ? expandTerms(table, rest) : null;
  const put = (r: Node): Node => table.product([...shared, { b: r, u: table.one, q: ONE }]);
  return opened ? [put(opened), put(rest)] : [put(rest)];
}

/** Which least exponents go in front; a negative one of e only in 'below' and 'all', since e^(−x) reads well where it is. */
export type Share = 'positive' | 'negative' | 'below' | 'all';

/** Whether it is 0 on whole intervals. */
const vanishesSomewhere = (b: Node): boolean => isVanishing(b.name) || b.expr?.kind === 'piecewise';

/** For each base and unit, the least exponent over the terms (0 where a term lacks it): what can stand in front. */
export function sharedFactors(table: Table, n: Node, which: Share): Factor[] | null {
  const shared: Factor[] = [];
  for (const { b, u, least, nearest } of (n.shared ??= exponentsShared(table, n))) {
    const q = which === 'positive' ? nearest : least;
    if (isShared(table, b, q, which)) shared.push({ b, u, q });
  }
  // x^(n−1) goes in front whole: not xⁿ, with a 1/x left behind.
  if (which === 'positive')
    for (const { b, u, least } of n.shared)
      if (u === table.one && least.sign < 0 && shared.some((f) => f.b === b && f.u !== u))
        shared.push({ b, u, q: least });
  if (shared.length === 0 && which !== 'positive') return null;
  const content = table.decimals ? ONE : contentOf(n);
  if (shared.length === 0 && content.isOne && !negativeFirst(n)) return null;
  if (!content.isOne) shared.push({ b: table.num(content), u: table.one, q: ONE });
  return shared.length === 0 ? null : shared;
}
function isShared(table: Table, b: Node, q: Rational, which: Share): boolean {
  if (which === 'positive') return q.sign > 0 || (b === table.e && !q.isZero);
  return which === 'all' ? !q.isZero : q.sign < 0 && (which === 'below' || b !== table.e);
}

/** For each base and unit of a sum's terms, what exponents can stand in front. */
function exponentsShared(table: Table, n: Node): SharedExponent[] {
  const lists = n.terms.map((t) => factorsOf(table, t.m));
  if (!n.q.isZero) lists.push([]);
  const shared: SharedExponent[] = [];
  const seen: Factor[] = [];
  for (const list of lists) {
    for (const f of list) {
      // A power of 0 has no inverse, and ReLU(x)^a is one for all x < 0.
      if (f.b === table.zero || (f.u !== table.one && vanishesSomewhere(f.b))) continue;
      if (seen.some((s) => s.b === f.b && s.u === f.u)) continue;
      seen.push(f);
      const q = least(lists, f);
      const inFront = f.b === table.e ? nearest(lists, f) : q;
      if (!q.isZero || !inFront.isZero) shared.push({ b: f.b, u: f.u, least: q, nearest: inFront });
    }
  }
  return shared;
}

function least(lists: readonly (readonly Factor[])[], f: Factor): Rational {
  let q: Rational | null = null;
  for (const list of lists) {
    const here = list.find((g) => g.b === f.b && g.u === f.u)?.q ?? ZERO;
    if (q === null || here.compare(q) < 0) q = here;
  }
  return q ?? ZERO;
}

/** The exponent nearest to 0 where all have one sign: e^(−x) stands in front of e^(−x) − e^(−3x). */
function nearest(lists: readonly (readonly Factor[])[], f: Factor): Rational {
  let q: Rational | null = null;
  for (const list of lists) {
    const here = list.find((g) => g.b === f.b && g.u === f.u)?.q ?? ZERO;
    if (here.sign !== f.q.sign) return ZERO;
    if (q === null || here.abs().compare(q.abs()) < 0) q = here;
  }
  return q ?? ZERO;
}

const factorsOf = (table: Table, m: Node): readonly Factor[] =>
  m.op === 'product' ? m.factors : m.op === 'num' ? [] : [{ b: m, u: table.one, q: ONE }];

/** (1 + 1/x)^q is ((x + 1)/x)^q: fractions within a factor go up to the product. */
export const NESTED_FRACTION = law(
  'nested-fraction',
  'Clear the inner fraction',
  'product',
  (n, { table }) => {
    return [...new Set([...clearedWithin(table, n, 'negative'), ...clearedWithin(table, n, 'below')])];
  },
  'sum',
);

/** The sums in the product over their inner denominators, both multiplied out and as they come. */
function clearedWithin(table: Table, n: Node, which: Share): Node[] {
  const forms = n.factors.map((f) => {
    const shared = f.b.op === 'sum' && f.u === table.one ? sharedFactors(table, f.b, which) : null;
    return shared?.some((s) => s.q.sign < 0) ? withExpanded(table, f.b, shared) : null;
  });
  const most = Math.max(...forms.map((f) => f?.length ?? 0));
  return Array.from({ length: most }, (_, k) =>
    table.product(
      n.factors.map((f, i) => {
        const b = forms[i]?.[k] ?? forms[i]?.[0];
        return b ? { b, u: f.u, q: f.q } : f;
      }),
      n.q,
    ),
  );
}

/** (a/b)^(−1/2) = (a/b)^(1/2)·b/a: −a/(x²√(a/x)) is −√(a/x)/x. */
export const ROOT_OF_FRACTION = law(
  'root-above',
  'Rationalise the denominator',
  'product',
  (n, { table }) => {
    const root = n.factors.find(
      (f) => f.b.op === 'product' && f.u === table.one && f.q.sign < 0 && !f.q.isInteger,
    );
    if (!root?.b.factors.some((f) => f.q.sign < 0)) return [];
    const rest = n.factors.filter((f) => f !== root);
    return [
      table.product([...rest, { ...root, q: root.q.add(ONE) }, { ...root, q: Rational.MINUS_ONE }], n.q),
    ];
  },
  'product',
);

const unchanged = (n: Node, factors: readonly Factor[]): boolean =>
  factors.every((f, i) => f === n.factors[i]);

/** A common factor inside a factor goes up: x(2x + x²)… is x²(2 + x). */
export const FACTOR_WITHIN = law(
  'factor-out',
  'Factor out the common factor',
  'product',
  (n, { table }) => {
    const factors = n.factors.map((f): Factor => {
      const shared =
        f.b.op === 'sum' && f.u === table.one && f.q.isInteger ? sharedFactors(table, f.b, 'positive') : null;
      if (!shared) return f;
      return { b: withExpanded(table, f.b, shared)[0] as Node, u: f.u, q: f.q };
    });
    return unchanged(n, factors) ? [] : [table.product(factors, n.q)];
  },
  'sum',
);

/** ax·cos u + b·cos u + c = (ax + b)·cos u + c: terms that share a function value, which others lack, as one. */
export const COLLECT = law('collect', 'Group terms with the same function', 'sum', (n, { table }) => {
  const found: Node[] = [];
  for (const f of sharedCalls(table, n)) {
    const holds = (t: Term): boolean =>
      factorsOf(table, t.m).some((g) => g.b === f.b && g.u === f.u && g.q.equals(f.q));
    const with_ = n.terms.filter(holds);
    if (with_.length < 2 || (with_.length === n.terms.length && n.q.isZero)) continue;
    const inverse = { ...f, q: f.q.neg() };
    const cofactor = table.sum(
      with_.map((t) => ({ m: table.product([{ b: t.m, u: table.one, q: ONE }, inverse]), q: t.q })),
    );
    // A cofactor with functions of its own would hide the symmetry of sin x sin 2x sin 3x.
    if (cofactor.op === 'sum' && cofactor.terms.some((t) => factorsOf(table, t.m).some(isFunction))) continue;
    const opened = cofactor.op === 'sum' ? (expandTerms(table, cofactor) ?? cofactor) : cofactor;
    found.push(
      table.sum([
        ...n.terms.filter((t) => !with_.includes(t)),
        { m: table.product([f, { b: opened, u: table.one, q: ONE }]), q: ONE },
        { m: table.num(n.q), q: ONE },
      ]),
    );
  }
  return found;
});

/** Function values and exponentials that stand in some terms, but not in all. */
function sharedCalls(table: Table, n: Node): Factor[] {
  const seen: Factor[] = [];
  const shared = new Set<Factor>();
  for (const t of n.terms) {
    for (const f of factorsOf(table, t.m)) {
      if (!isFunction(f) && f.b !== table.e) continue;
      const known = seen.find((g) => g.b === f.b && g.u === f.u && g.q.equals(f.q));
      if (known) shared.add(known);
      else seen.push(f);
    }
  }
  return [...shared].slice(0, MOST_COLLECTED);
}
const MOST_COLLECTED = 3;
const isFunction = (f: Factor): boolean => f.b.op === 'call';

export const ALGEBRA = [
  COLLECT,
  EXPAND_SUM,
  EXPAND_PRODUCT,
  DIVIDE_TERMS,
  FACTOR_OUT,
  FACTOR_OUT_EXPONENTIAL,
  FACTOR_WITHIN,
  COMMON_DENOMINATOR,
  NESTED_FRACTION,
  ROOT_OF_FRACTION,
];

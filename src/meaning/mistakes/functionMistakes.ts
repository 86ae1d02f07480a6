/** Mistakes with the table of derivatives: trigonometric, hyperbolic, inverse functions, logarithms, absolute values. */
import { same } from '../../core/equality.js';
import { add, call, div, MINUS_ONE, mul, num, ONE, pow, sub, TWO, type Expr } from '../../core/expr.js';
import { fill } from '../../core/fold.js';
import { functionRow } from '../../core/functions/index.js';
import type { Site, WrongRule } from './site.js';

const negative = (e: Expr): Expr => mul(MINUS_ONE, e);
const TRIG = ['sin', 'cos', 'tan', 'cot', 'sec', 'csc'];
const INVERSE_TRIG = ['asin', 'acos', 'atan', 'acot', 'asec', 'acsc'];
const HYPERBOLIC = ['sinh', 'cosh', 'tanh', 'coth', 'sech', 'csch'];
const INVERSE_HYPERBOLIC = ['asinh', 'acosh', 'atanh', 'acoth', 'asech', 'acsch'];
const FAMILIES = [TRIG, INVERSE_TRIG, HYPERBOLIC, INVERSE_HYPERBOLIC];

type CallSite = Extract<Site, { kind: 'call' }>;
const onCalls =
  (names: readonly string[], wrong: (s: CallSite) => readonly Expr[]) =>
  (site: Site): readonly Expr[] =>
    site.kind === 'call' && names.includes(site.fn) ? wrong(site) : [];

/** The table's entry for a function, at u. */
function entryOf(fn: string, u: Expr): Expr | null {
  const row = functionRow(fn);
  const [entry] = row?.derivatives ?? [];
  const [param] = row?.params ?? [];
  if (!entry || !param) return null;
  return fill(entry, (x) => (x.kind === 'sym' && x.id === param.id ? u : null));
}

const TRIG_SIGN: WrongRule = {
  code: 'trig-sign',
  explanation:
    'The sign of a table entry is wrong: (cos x)′ = −sin x, (cot x)′ = −csc² x, (csc x)′ = −csc x cot x.',
  wrong: onCalls([...TRIG, ...INVERSE_TRIG], ({ entry, du }) => [negative(mul(entry, du))]),
};

/** The counterpart of cosh is cos, of artanh is arctan. */
const COUNTERPARTS: ReadonlyMap<string, string> = new Map([
  ...HYPERBOLIC.map((h, i): [string, string] => [h, TRIG[i] ?? '']),
  ...INVERSE_HYPERBOLIC.map((h, i): [string, string] => [h, INVERSE_TRIG[i] ?? '']),
  ...TRIG.map((t, i): [string, string] => [t, HYPERBOLIC[i] ?? '']),
  ...INVERSE_TRIG.map((t, i): [string, string] => [t, INVERSE_HYPERBOLIC[i] ?? '']),
]);
/** Every function of an entry by its counterpart: sec²u becomes sech²u. */
function translated(e: Expr): Expr {
  const go = (x: Expr): Expr =>
    fill(x, (y) => (y.kind === 'call' ? call(COUNTERPARTS.get(y.fn) ?? y.fn, ...y.args.map(go)) : null));
  return go(e);
}
/** tan′ as 1 + tan², tanh′ as 1 − tanh², and likewise for cot and coth. */
const SQUARES: Readonly<Record<string, (u: Expr) => Expr>> = {
  tan: (u) => add(ONE, pow(call('tan', u), TWO)),
  tanh: (u) => sub(ONE, pow(call('tanh', u), TWO)),
  cot: (u) => negative(add(ONE, pow(call('cot', u), TWO))),
  coth: (u) => sub(ONE, pow(call('coth', u), TWO)),
};
const HYPERBOLIC_CONFUSION: WrongRule = {
  code: 'hyperbolic-trig-confusion',
  explanation:
    'Here a rule for trigonometric functions is used for hyperbolic ones or the reverse: (cosh x)′ = sinh x, (cos x)′ = −sin x.',
  wrong: onCalls([...HYPERBOLIC, ...INVERSE_HYPERBOLIC, ...TRIG], ({ fn, u, du }) => {
    const other = COUNTERPARTS.get(fn) ?? '';
    const entry = entryOf(other, u);
    const square = SQUARES[other]?.(u);
    const forms = [
      ...(entry ? [entry, translated(entry)] : []),
      ...(square ? [square, translated(square)] : []),
    ];
    return forms.map((e) => mul(e, du));
  }),
};

const WRONG_TRIG: WrongRule = {
  code: 'wrong-trig-derivative',
  explanation:
    'This is the derivative of another function: look the entry up in the table, as (tan x)′ = sec² x.',
  wrong: (site) => {
    if (site.kind !== 'call') return [];
    const family = FAMILIES.find((f) => f.includes(site.fn));
    if (!family) return [];
    const entries = family.flatMap((f) => (f === site.fn ? [] : (entryOf(f, site.u) ?? [])));
    const direct = family === TRIG || family === HYPERBOLIC;
    const plain = direct ? family.filter((f) => f !== site.fn).map((f) => call(f, site.u)) : [];
    const squares = direct ? family.map((f) => pow(call(f, site.u), TWO)) : [];
    const all = [...entries, ...plain, ...squares];
    const itself = call(site.fn, site.u);
    const own = [site.entry, negative(site.entry), itself];
    const others = [...all, ...all.map(negative)].filter((e) => !own.some((o) => same(o, e)));
    return others.map((e) => mul(e, site.du));
  },
};

const RECIPROCALS: Readonly<Record<string, string>> = {
  asin: 'sin', acos: 'cos', atan: 'tan', acot: 'cot', asec: 'sec', acsc: 'csc',
  asinh: 'sinh', acosh: 'cosh', atanh: 'tanh', acoth: 'coth', asech: 'sech', acsch: 'csch',
}; // prettier-ignore
const INVERSE_AS_RECIPROCAL: WrongRule = {
  code: 'inverse-as-reciprocal',
  explanation: 'The inverse function f⁻¹ is taken for 1/f here: sin⁻¹ x is the arcsine, not 1/sin x.',
  wrong: (site) => {
    const of = site.kind === 'call' ? RECIPROCALS[site.fn] : undefined;
    if (site.kind !== 'call' || of === undefined) return [];
    const entry = entryOf(of, site.u);
    if (!entry) return [];
    return [
      negative(div(mul(entry, site.du), pow(call(of, site.u), TWO))),
      div(site.du, entry),
      div(site.du, call(of, site.u)),
    ];
  },
};

/** The base of a logarithm, or of its shorthand. */
const baseOf = (site: CallSite): Expr | null =>
  site.fn === 'log' ? (site.args[1] ?? null) : site.fn === 'log2' ? TWO : num(10);
const isLog = (site: Site): site is CallSite =>
  site.kind === 'call' && ['log', 'log2', 'log10'].includes(site.fn);
const LOG_BASE_FORGOTTEN: WrongRule = {
  code: 'log-base-forgotten',
  explanation: 'The factor of the base is missing: (log_a x)′ = 1/(x ln a) and (a^x)′ = a^x ln a.',
  wrong: (site) => {
    if (isLog(site)) return [div(site.du, site.u)];
    return site.kind === 'exponential' && site.a ? [mul(pow(site.a, site.u), site.du)] : [];
  },
};
const LOG_BASE_INVERTED: WrongRule = {
  code: 'log-base-inverted',
  explanation:
    'The factor ln a stands on the wrong side of the fraction: (log_a x)′ = 1/(x ln a) and (a^x)′ = a^x ln a.',
  wrong: (site) => {
    if (isLog(site)) {
      const base = baseOf(site);
      return base ? [div(mul(call('ln', base), site.du), site.u)] : [];
    }
    return site.kind === 'exponential' && site.a
      ? [div(mul(pow(site.a, site.u), site.du), call('ln', site.a))]
      : [];
  },
};

const ABS_LOST: WrongRule = {
  code: 'abs-value-lost',
  explanation: 'The absolute value, or its sign, is lost: |x|′ = x/|x|.',
  wrong: onCalls(['abs'], ({ du }) => [du]),
};

const POWER_RULE_MISUSE: WrongRule = {
  code: 'power-rule-misuse',
  explanation:
    'The power rule holds for a constant exponent: (a^x)′ = a^x ln a, and x^x needs the logarithm.',
  wrong: (site) => {
    if (site.kind === 'exponential') {
      const { u, du } = site;
      const base = site.a ?? call('exp', ONE);
      const lowered = mul(u, site.a ? pow(base, sub(u, ONE)) : call('exp', sub(u, ONE)));
      return [lowered, mul(lowered, du)];
    }
    if (site.kind !== 'general-power') return [];
    const lowered = mul(site.v, pow(site.u, sub(site.v, ONE)));
    return [mul(lowered, site.du), mul(lowered, site.du, site.dv)];
  },
};

/** The most specific first. */
export const FUNCTION_MISTAKES: readonly WrongRule[] = [
  TRIG_SIGN,
  INVERSE_AS_RECIPROCAL,
  HYPERBOLIC_CONFUSION,
  WRONG_TRIG,
  LOG_BASE_FORGOTTEN,
  LOG_BASE_INVERTED,
  POWER_RULE_MISUSE,
  ABS_LOST,
];

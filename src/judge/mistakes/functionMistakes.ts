/** Mistakes with the table of derivatives: trigonometric, hyperbolic, inverse functions, logarithms, absolute values. */
import {
  bottomUp,
  call,
  div,
  familyNames,
  functionRow,
  neg,
  ONE,
  pow,
  read,
  TWO,
  type Expr,
} from '../../core/index.js';
import { withEntry } from './here.js';
import { entryOf, isSameFunction, wrong, wrongEntries, X, type WrongRule } from './wrongRule.js';

const TRIG = familyNames('trigonometric');
const INVERSE_TRIG = familyNames('inverse trigonometric');
const HYPERBOLIC = familyNames('hyperbolic');
const INVERSE_HYPERBOLIC = familyNames('inverse hyperbolic');
const FAMILIES = [TRIG, INVERSE_TRIG, HYPERBOLIC, INVERSE_HYPERBOLIC];

/** The table's entries of functions, those that it has. */
const entriesOf = (names: readonly string[]): readonly Expr[] => names.flatMap((f) => entryOf(f) ?? []);

const TRIG_SIGN: WrongRule = {
  code: 'trig-sign',
  explanation:
    'The sign of a table entry is wrong: (cos x)′ = −sin x, (cot x)′ = −csc² x, (csc x)′ = −csc x cot x.',
  here: withEntry('The sign of a table entry is wrong'),
  forms: [wrongEntries([...TRIG, ...INVERSE_TRIG], (fn) => entriesOf([fn]).map(neg))],
};

/** The counterpart of cosh is cos, of artanh is arctan. */
const COUNTERPARTS: ReadonlyMap<string, string> = new Map([
  ...paired(HYPERBOLIC, TRIG),
  ...paired(INVERSE_HYPERBOLIC, INVERSE_TRIG),
  ...paired(TRIG, HYPERBOLIC),
  ...paired(INVERSE_TRIG, INVERSE_HYPERBOLIC),
]);
function paired(names: readonly string[], others: readonly string[]): (readonly [string, string])[] {
  return names.map((name, i) => [name, others[i] ?? '']);
}
/** Every function of an entry by its counterpart: sec²u becomes sech²u. */
const translated = (formula: Expr): Expr =>
  bottomUp((e) => (e.kind === 'call' ? call(COUNTERPARTS.get(e.fn) ?? e.fn, ...e.args) : e))(formula);
/** Entries in their other form. */
const SQUARES: Readonly<Record<string, string>> = {
  tan: '1 + tan(x)^2',
  tanh: '1 - tanh(x)^2',
  cot: '-(1 + cot(x)^2)',
  coth: '1 - coth(x)^2',
};
const HYPERBOLIC_CONFUSION: WrongRule = {
  code: 'hyperbolic-trig-confusion',
  explanation:
    'Here a rule for trigonometric functions is used for hyperbolic ones or the reverse: (cosh x)′ = sinh x, (cos x)′ = −sin x.',
  here: withEntry('Here a rule for trigonometric functions is used for hyperbolic ones or the reverse'),
  forms: [
    wrongEntries([...HYPERBOLIC, ...INVERSE_HYPERBOLIC, ...TRIG], (fn) => {
      const other = COUNTERPARTS.get(fn) ?? '';
      const square = SQUARES[other];
      const entries = [...entriesOf([other]), ...(square === undefined ? [] : [read(square)])];
      return entries.flatMap((e) => [e, translated(e)]);
    }),
  ],
};

const WRONG_TRIG: WrongRule = {
  code: 'wrong-trig-derivative',
  explanation:
    'This is the derivative of another function: look the entry up in the table, as (tan x)′ = sec² x.',
  here: withEntry('This is the derivative of another function'),
  forms: [
    ...FAMILIES.map((family) => wrongEntries(family, (fn) => othersOf(fn, family))),
    // arctan and arsinh are neighbours in every table.
    wrongEntries([...INVERSE_TRIG, ...INVERSE_HYPERBOLIC], (fn) =>
      entriesOf(INVERSE_TRIG.includes(fn) ? INVERSE_HYPERBOLIC : INVERSE_TRIG).flatMap((e) => [e, neg(e)]),
    ),
  ],
};

/** What else of its family is taken for a function's derivative: others' entries, the others, squares; with either sign. */
function othersOf(fn: string, family: readonly string[]): readonly Expr[] {
  const others = family.filter((f) => f !== fn);
  const isDirect = family === TRIG || family === HYPERBOLIC;
  const plain = isDirect ? others.map((f) => call(f, X)) : [];
  const squares = isDirect ? family.map((f) => pow(call(f, X), TWO)) : [];
  const all = [...entriesOf(others), ...plain, ...squares];
  const own = [...entriesOf([fn]).map(neg), call(fn, X)];
  return [...all, ...all.map(neg)].filter((e) => !own.some((o) => isSameFunction(o, e)));
}

const INVERSE_AS_RECIPROCAL: WrongRule = {
  code: 'inverse-as-reciprocal',
  explanation: 'The inverse function f⁻¹ is taken for 1/f here: sin⁻¹ x is the arcsine, not 1/sin x.',
  forms: [
    wrongEntries([...INVERSE_TRIG, ...INVERSE_HYPERBOLIC], (fn) => {
      const of = call(functionRow(fn)?.inverse ?? '', X);
      return entriesOf([of.fn]).flatMap((e) => [neg(div(e, pow(of, TWO))), div(ONE, e), div(ONE, of)]);
    }),
  ],
};

const LOG_BASE_FORGOTTEN: WrongRule = {
  code: 'log-base-forgotten',
  explanation: 'The factor of the base is missing: (log_a x)′ = 1/(x ln a).',
  forms: [
    wrong('table', 'D(log(x, a), x) => 1/x'),
    wrong('table', 'D(log2(x), x) => 1/x'),
    wrong('table', 'D(log10(x), x) => 1/x'),
  ],
};
const EXPONENTIAL_BASE_FORGOTTEN: WrongRule = {
  code: 'log-base-forgotten',
  explanation: 'The factor of the base is missing: (a^x)′ = a^x ln a.',
  forms: [wrong('exponential', 'D(a^x, x) => a^x')],
};
const LOG_BASE_INVERTED: WrongRule = {
  code: 'log-base-inverted',
  explanation: 'The factor ln a stands on the wrong side of the fraction: (log_a x)′ = 1/(x ln a).',
  forms: [
    wrong('table', 'D(log(x, a), x) => ln(a)/x'),
    wrong('table', 'D(log2(x), x) => ln(2)/x'),
    wrong('table', 'D(log10(x), x) => ln(10)/x'),
  ],
};
const EXPONENTIAL_BASE_INVERTED: WrongRule = {
  code: 'log-base-inverted',
  explanation: 'The factor ln a stands on the wrong side of the fraction: (a^x)′ = a^x ln a.',
  forms: [wrong('exponential', 'D(a^x, x) => a^x/ln(a)')],
};
/** The slope of 1/x for that of ln x: the two stand in neighbouring lines of the table. */
const LOGARITHM_AS_RECIPROCAL: WrongRule = {
  code: 'wrong-logarithm-derivative',
  explanation: 'This is the derivative of 1/x, but for its sign: (ln x)′ = 1/x, and (1/x)′ = −1/x².',
  forms: [wrong('table', 'D(ln(x), x) => 1/x^2'), wrong('table', 'D(ln(x), x) => -1/x^2')],
};

const ABS_LOST: WrongRule = {
  code: 'abs-value-lost',
  explanation: 'The absolute value, or its sign, is lost: |x|′ = x/|x|.',
  forms: [wrong('table', 'D(abs(x), x) => 1')],
};

const POWER_RULE_MISUSE: WrongRule = {
  code: 'power-rule-misuse',
  explanation: 'The power rule holds for a constant exponent; here it varies: (a^x)′ = a^x ln a.',
  forms: [wrong('exponential', 'D(a^u, x) => u*a^(u - 1)'), wrong('exponential', 'D(a^x, x) => x*a^(x - 1)')],
};
const POWER_RULE_OF_E: WrongRule = {
  code: 'power-rule-misuse',
  explanation: 'The power rule holds for a constant exponent; here it varies: (e^x)′ = e^x.',
  forms: [wrong('table', 'D(exp(u), x) => u*exp(u - 1)'), wrong('table', 'D(exp(x), x) => x*exp(x - 1)')],
};
const POWER_RULE_OF_POWERS: WrongRule = {
  code: 'power-rule-misuse',
  explanation:
    'The power rule holds for a constant exponent; here base and exponent vary: write u^v as e^(v ln u) first.',
  forms: [
    wrong('general-power', 'D(u^v, x) => v*u^(v - 1)*D(u, x)'),
    wrong('general-power', 'D(u^v, x) => v*u^(v - 1)*D(u, x)*D(v, x)'),
  ],
};

/** The most specific first. */
export const FUNCTION_MISTAKES: readonly WrongRule[] = [
  TRIG_SIGN,
  INVERSE_AS_RECIPROCAL,
  HYPERBOLIC_CONFUSION,
  WRONG_TRIG,
  LOGARITHM_AS_RECIPROCAL,
  LOG_BASE_FORGOTTEN,
  EXPONENTIAL_BASE_FORGOTTEN,
  LOG_BASE_INVERTED,
  EXPONENTIAL_BASE_INVERTED,
  POWER_RULE_MISUSE,
  POWER_RULE_OF_E,
  POWER_RULE_OF_POWERS,
  ABS_LOST,
];

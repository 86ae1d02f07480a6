/** Other methods for the same question, each with its own steps. */
import { isOne } from './fold.js';
import { done, ready, type Steps } from '../steps.js';
import type { Alternative, Budget, Question, Stage, Step } from './derivation.js';
import { deriveOnceInSteps, type Tidy } from './derive.js';
import { same } from './equality.js';
import { call, diff, div, mul, num, ONE, relation, sum, sym, ZERO, type Expr } from './expr.js';
import { binder, substitute } from './walk.js';
import { match } from './pattern.js';
import { read } from './ruleText.js';
import { expanded, tidyInSteps } from './tidy/index.js';

/** One other way is enough: the first that earns its place. */
const MOST = 1;

/** The methods that a reader may expect instead of the one shown. Only for first derivatives by a letter. */
export const alternatives = (question: Question, tidy: Tidy, budget: Budget): Alternative[] =>
  done(alternativesInSteps(question, tidy, budget));

/** The same in steps. */
export function* alternativesInSteps(question: Question, tidy: Tidy, budget: Budget): Steps<Alternative[]> {
  const { order, target } = question;
  if (question.equation || target.kind !== 'sym' || !isOne(order)) return [];
  const found: Alternative[] = [];
  for (const method of METHODS) {
    if (found.length >= MOST || budget.shouldStop()) break;
    const root = yield* method.derive(question, budget);
    yield null;
    if (!root) continue;
    const { result, steps, also = null } = yield* tidy(root.result, budget);
    const stage: Stage = { root, tidying: steps, result, also };
    found.push({ name: method.name, title: method.title, stages: [stage], result });
  }
  return found;
}

interface Method {
  readonly name: string;
  readonly title: string;
  /** The derivation's root step by this method, in steps; null where it does not fit. */
  readonly derive: (question: Question, budget: Budget) => Steps<Step | null>;
}

const varies = (e: Expr, q: Question): boolean =>
  [...e.free].some((n) => q.target.free.has(n) || q.dependent.has(n) || q.definitions.has(n));

/** The body written in another way, and the derivative of that. */
function rewritten(
  name: string,
  title: string,
  write: (body: Expr, q: Question, budget: Budget) => Steps<Expr | null>,
): Method {
  return {
    name,
    title,
    *derive(q, budget) {
      const body = yield* write(q.body, q, budget);
      const inner = body && (yield* deriveOnceInSteps({ ...q, body }, budget));
      if (!inner) return null;
      const before = diff(q.body, q.target, ONE, q.partial);
      return {
        rule: name,
        title,
        before,
        after: inner.before,
        result: inner.result,
        parts: [],
        substitution: null,
        conditions: [],
        substeps: [inner],
      };
    },
  };
}

/** A body that is much shorter once it is simplified: (x² − 1)/(x − 1) is x + 1. */
const SIMPLIFY_FIRST = rewritten('simplify-first', 'Simplify first', function* (e, q, budget) {
  if (e.free.size === 0 || e.size > MOST_SIMPLIFIED) return null;
  const { result } = yield* tidyInSteps(e, budget, { question: e, target: q.target });
  return result.size <= MUCH_SHORTER * e.size ? result : null;
});
const MOST_SIMPLIFIED = 200;
const MUCH_SHORTER = 0.6;

/** A product or power of sums multiplied out: the sum rule instead of the product rule. */
const EXPAND_FIRST = rewritten('expand-first', 'Expand first', (e, q, budget) =>
  ready(multipliedOut(e, q, budget)),
);
function multipliedOut(e: Expr, q: Question, budget: Budget): Expr | null {
  const factors = e.kind === 'mul' ? e.factors : e.kind === 'pow' ? [e] : [];
  const sums = factors.filter(
    (f) =>
      varies(f, q) &&
      (f.kind === 'add' || (f.kind === 'pow' && f.base.kind === 'add' && isSmall(f.exponent))),
  );
  const rest = factors.filter((f) => varies(f, q) && !sums.includes(f));
  if (sums.length === 0 || (e.kind === 'mul' && factors.filter((f) => varies(f, q)).length < 2)) return null;
  if (!rest.every(isMonomial) || !sums.every((s) => isPolynomial(s.kind === 'pow' ? s.base : s))) return null;
  const opened = expanded(e, budget);
  return opened.kind === 'add' && opened.terms.length <= 8 && !same(opened, e) ? opened : null;
}
const isSmall = (e: Expr): boolean =>
  e.kind === 'num' && e.value.isInteger && e.value.sign > 0 && Number(e.value.n) <= 3;
const isMonomial = (e: Expr): boolean =>
  e.kind === 'sym' ||
  e.kind === 'num' ||
  (e.kind === 'pow' && e.base.kind === 'sym' && e.exponent.kind === 'num');
const isPolynomial = (e: Expr): boolean =>
  isMonomial(e) ||
  ((e.kind === 'add' || e.kind === 'mul') && (e.kind === 'add' ? e.terms : e.factors).every(isPolynomial));

/** y′ = y·(ln y)′ for three factors or more, two of them powers or divisors: x eˣ sin x needs no logarithm. */
const LOGARITHMIC: Method = {
  name: 'logarithmic',
  title: 'Logarithmic differentiation',
  *derive(q, budget) {
    const factors = powersOf(q.body).filter((f) => varies(f.base, q));
    if (factors.length < 3 || factors.filter((f) => f.power !== 1).length < 2) return null;
    const inner = yield* sumOfLogarithms(factors, q, budget);
    if (!inner) return null;
    const nonzero: Expr[] = factors.map((f) => relationNotZero(f.base));
    return {
      rule: 'logarithmic',
      title: 'Logarithmic differentiation',
      before: diff(q.body, q.target, ONE, q.partial),
      after: mul(q.body, inner.before),
      result: mul(q.body, inner.result),
      parts: [{ name: sym('y'), value: q.body }],
      substitution: null,
      conditions: nonzero,
      substeps: [inner],
    };
  },
};

/** (Σ kᵢ ln|fᵢ|)′ = Σ kᵢ fᵢ′/fᵢ, wherever no factor is 0. */
function* sumOfLogarithms(factors: readonly PowerOf[], q: Question, budget: Budget): Steps<Step | null> {
  const steps: Step[] = [];
  for (const { base } of factors) {
    const inner = yield* deriveOnceInSteps({ ...q, body: base }, budget);
    if (!inner) return null;
    steps.push(logarithmOf(base, inner, q));
  }
  const weighted = (pick: (i: number) => Expr): Expr =>
    sum(factors.map(({ power }, i) => (power === 1 ? pick(i) : mul(num(power), pick(i)))));
  const at = (pick: (s: Step) => Expr) => weighted((i) => pick(steps[i] as Step));
  return plainStep('sum', 'Sum rule', {
    before: diff(
      weighted((i) => logarithm((factors[i] as PowerOf).base)),
      q.target,
      ONE,
      q.partial,
    ),
    after: at((s) => s.before),
    result: at((s) => s.result),
    substeps: steps,
  });
}
const logarithm = (f: Expr): Expr => call('ln', call('abs', f));

/** (ln|f|)′ = f′/f. */
function logarithmOf(f: Expr, inner: Step, q: Question): Step {
  return plainStep('logarithmic-part', 'Derivative of the logarithm', {
    before: diff(logarithm(f), q.target, ONE, q.partial),
    after: div(inner.before, f),
    result: div(inner.result, f),
    substeps: [inner],
  });
}

const plainStep = (
  rule: string,
  title: string,
  step: Pick<Step, 'before' | 'after' | 'result' | 'substeps'>,
): Step => ({ rule, title, parts: [], substitution: null, conditions: [], ...step });

interface PowerOf {
  readonly base: Expr;
  readonly power: number;
}
function powersOf(e: Expr, sign = 1): PowerOf[] {
  if (e.kind === 'mul') return e.factors.flatMap((f) => powersOf(f, sign));
  if (e.kind === 'div') return [...powersOf(e.numer, sign), ...powersOf(e.denom, -sign)];
  if (e.kind === 'pow' && e.exponent.kind === 'num' && e.exponent.value.isInteger)
    return powersOf(e.base, sign * Number(e.exponent.value.n));
  return [{ base: e, power: sign }];
}

/** The limit of the difference quotient, line by line, for a few classic functions. */
const DEFINITION_LINES: readonly (readonly [pattern: string, ...lines: string[]])[] = [
  ['x^2', '((x + h)^2 - x^2)/h', '(2*x*h + h^2)/h', '2*x + h', '2*x'],
  ['x^3', '((x + h)^3 - x^3)/h', '(3*x^2*h + 3*x*h^2 + h^3)/h', '3*x^2 + 3*x*h + h^2', '3*x^2'],
  ['1/x', '(1/(x + h) - 1/x)/h', '(-h)/(h*x*(x + h))', '-1/(x*(x + h))', '-1/x^2'],
  [
    'sqrt(x)',
    '(sqrt(x + h) - sqrt(x))/h',
    '((x + h) - x)/(h*(sqrt(x + h) + sqrt(x)))',
    '1/(sqrt(x + h) + sqrt(x))',
    '1/(2*sqrt(x))',
  ],
  ['exp(x)', '(exp(x + h) - exp(x))/h', 'exp(x)*((exp(h) - 1)/h)', 'exp(x)'],
  ['ln(x)', '(ln(x + h) - ln(x))/h', 'ln(1 + h/x)/h', '(1/x)*(ln(1 + h/x)/(h/x))', '1/x'],
  ['sin(x)', '(sin(x + h) - sin(x))/h', 'sin(x)*((cos(h) - 1)/h) + cos(x)*(sin(h)/h)', 'cos(x)'],
  ['cos(x)', '(cos(x + h) - cos(x))/h', 'cos(x)*((cos(h) - 1)/h) - sin(x)*(sin(h)/h)', '-sin(x)'],
];

const BY_DEFINITION: Method = {
  name: 'definition',
  title: 'From the definition',
  derive: (q) => ready(byDefinition(q)),
};

function byDefinition({ body, target, partial }: Question): Step | null {
  const lines = DEFINITION_LINES.find(([pattern]) => {
    const bound = match(read(pattern), body);
    return bound !== null && [...bound.values()].every((v) => same(v, target));
  });
  if (!lines || target.kind !== 'sym') return null;
  const letter = target.id === 'h' ? sym('k') : sym('h');
  const at = (text: string): Expr =>
    fillLetters(
      read(text),
      new Map<string, Expr>([
        ['x', target],
        ['h', letter],
      ]),
    );
  const quotients = lines.slice(1, -1).map(at);
  const limit = (e: Expr): Expr => binder('limit', letter, { lower: ZERO }, e);
  const result = at(lines[lines.length - 1] as string);
  const chain = [...quotients.map(limit), result];
  const substeps = chain.slice(1).map((after, i): Step => ({
    rule: i === chain.length - 2 ? 'take-limit' : 'rewrite-quotient',
    title: i === chain.length - 2 ? 'Take the limit' : 'Rewrite the quotient',
    before: chain[i] as Expr,
    after,
    result: after,
    parts: [],
    substitution: null,
    conditions: [],
    substeps: [],
  }));
  return {
    rule: 'definition-limit',
    title: 'Definition of the derivative',
    before: diff(body, target, ONE, partial),
    after: chain[0] as Expr,
    result,
    parts: [],
    substitution: null,
    conditions: [],
    substeps,
  };
}

const fillLetters = (e: Expr, letters: ReadonlyMap<string, Expr>): Expr => substitute(e, letters);
const relationNotZero = (e: Expr): Expr => relation(['!='], [e, ZERO]);

const METHODS: readonly Method[] = [SIMPLIFY_FIRST, EXPAND_FIRST, LOGARITHMIC, BY_DEFINITION];

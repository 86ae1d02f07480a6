import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNLIMITED, type Derivation, type Refusal, type Step } from '../../../src/core/derivation.js';
import { derive } from '../../../src/core/derive.js';
import { compile } from '../../../src/core/evaluate.js';
import { same } from '../../../src/core/equality.js';
import { ONE, type Expr } from '../../../src/core/expr.js';
import { read } from '../../../src/core/ruleText.js';
import { tidy, tidyInSteps } from '../../../src/core/tidy/index.js';
import { verify } from '../../../src/core/verify.js';
import { expression, PARAMETER, POINTS, X } from './arbitrary.js';
import { show } from './show.js';

const RUNS = { seed: 20260101, numRuns: 1500 };

function derived(body: Expr): Derivation | Refusal {
  return derive(
    { body, target: X, order: ONE, partial: false, definitions: new Map(), dependent: new Set() },
    (e, budget) => tidyInSteps(e, budget, { question: body, target: X }),
    UNLIMITED,
  );
}

/** Where the first is defined the second is too, with the same value to rounding. */
function keepsValues(before: Expr, after: Expr): void {
  const [f, g] = [compile(before, ['x', 'a']), compile(after, ['x', 'a'])];
  for (const x of POINTS) {
    const [a, b] = [f(x, PARAMETER), g(x, PARAMETER)];
    if (!Number.isFinite(a) || Math.abs(a) > 1e12) continue;
    // A form may lose digits to cancellation where values around are far larger: judged beside the slope.
    const spread = Math.abs(f(x * (1 + 1e-9), PARAMETER) - a);
    if (!(spread < 1e-3 * Math.max(1, Math.abs(a)))) continue;
    if (Math.abs(a - b) > 1e-6 * Math.max(1, Math.abs(a)) + 1e3 * spread) {
      throw new Error(
        `at x = ${String(x)}: ${String(a)} became ${String(b)}\n${show(before)}\n${show(after)}`,
      );
    }
  }
}

describe('tidying random expressions', () => {
  test('keeps values on the whole domain', () => {
    fc.assert(
      fc.property(expression, (e) => {
        keepsValues(e, tidy(e, UNLIMITED, { question: e, target: X }).result);
      }),
      RUNS,
    );
  });

  test('is idempotent', () => {
    fc.assert(
      fc.property(expression, (e) => {
        const once = tidy(e, UNLIMITED, { question: e, target: X }).result;
        const twice = tidy(once, UNLIMITED, { question: e, target: X }).result;
        expect(same(twice, once), `${show(once)} became ${show(twice)}`).toBe(true);
      }),
      { ...RUNS, numRuns: 500 },
    );
  });

  test('every step keeps values', () => {
    fc.assert(
      fc.property(expression, (e) => {
        for (const step of tidy(e, UNLIMITED, { question: e, target: X }).steps)
          keepsValues(step.before, step.after);
      }),
      { ...RUNS, numRuns: 500 },
    );
  });
});

describe('deriving random expressions', () => {
  test('agrees with differences and never throws', () => {
    fc.assert(
      fc.property(expression, (e) => {
        const d = derived(e);
        if (!('result' in d)) return;
        const check = verify(e, X, d.result);
        expect(check.verdict, `${show(e)} gave ${show(d.result)}: ${String(check.reason)}`).not.toBe(
          'contradicts',
        );
      }),
      { ...RUNS, numRuns: 6000 },
    );
  });

  test('every step of deriving is right by itself', () => {
    fc.assert(
      fc.property(expression, (e) => {
        const d = derived(e);
        if (!('result' in d)) return;
        const visit = (s: Step): void => {
          if (s.before.kind === 'diff') {
            const check = verify(s.before.body, s.before.target, s.result);
            expect(
              check.verdict,
              `${s.rule}: ${show(s.before)} = ${show(s.result)}: ${String(check.reason)}`,
            ).not.toBe('contradicts');
          }
          s.substeps.forEach(visit);
        };
        d.stages.forEach((stage) => {
          visit(stage.root);
        });
      }),
      { ...RUNS, numRuns: 500 },
    );
  });
});

/** Classic answers, as a textbook prints them. */
const FORMS: readonly [question: string, answer: string][] = [
  ['x^2 - 6*x + 8', '((2·x) + -6)'],
  ['(2*x - 3)^2*(x + 1)^3', '(5·((2·x) + -3)·(x + 1)^2·((2·x) + -1))'],
  ['exp(x)*cos(x)*(x^2 + 1)', '(exp(x)·(((x + 1)^2·cos(x)) + (-1·(x^2 + 1)·sin(x))))'],
  ['x*tanh(x)', '((x·(1 + (-1·tanh(x)^2))) + tanh(x))'],
  ['x^n*exp(-x)', '(x^(n + -1)·exp((-1·x))·(n + (-1·x)))'],
  ['1/(1 + exp(-(a*x + b)))', '((a·exp((-1·((a·x) + b))))/(1 + exp((-1·((a·x) + b))))^2)'],
  ['(a*x)^n', '(a·n·(a·x)^(n + -1))'],
  ['1/sqrt(1 - 4*x^2)', '((4·x)/(1 + (-4·x^2))^(3/2))'],
  ['sin(2*x)*cos(3*x)', '((2·cos((2·x))·cos((3·x))) + (-3·sin((2·x))·sin((3·x))))'],
  ['x^3*exp(x)', '(x^2·exp(x)·(x + 3))'],
  ['x/(x^2 + 1)', '((1 + (-1·x^2))/(x^2 + 1)^2)'],
  ['(x^2 - 1)/(x^2 + 1)', '((4·x)/(x^2 + 1)^2)'],
  ['sin(x)/x', '(((x·cos(x)) + (-1·sin(x)))/x^2)'],
  ['tanh(x)', '(1 + (-1·tanh(x)^2))'],
  ['sigmoid(x)', '(sigmoid(x)·(1 + (-1·sigmoid(x))))'],
  ['exp(x)*ln(x)', '(exp(x)·(ln(x) + (1/x)))'],
  ['x^x', '(x^x·(ln(x) + 1))'],
  ['sqrt(1 - x^2)', '(-1·(x/√((1 + (-1·x^2)))))'],
  ['ln(cos(x))', '(-1·tan(x))'],
  ['x^2*sin(x)', '(x·((x·cos(x)) + (2·sin(x))))'],
  ['sqrt(x^2)', '(x/abs(x))'],
  ['x^n', '(n·x^(n + -1))'],
  ['(3 - 2*x)/(3 + 2*x)', '(-1·(12/(3 + (2·x))^2))'],
  ['(x + 1)^2*(x - 1)^3', '((x + 1)·(x + -1)^2·((5·x) + 1))'],
  ['exp(x)/(1 + exp(2*x))', '((exp(x)·(1 + (-1·exp((2·x)))))/(1 + exp((2·x)))^2)'],
  ['atan((x - a)/b)', '(b/((x + (-1·a))^2 + b^2))'],
  ['ln(tan(x/2))', '(1/sin(x))'],
  ['ln(sinh(x))', 'coth(x)'],
  ['asin(tanh(x))', 'sech(x)'],
  ['exp(x)*sinh(x)', 'exp((2·x))'],
  ['sin(2*x)/cos(x)', '(2·cos(x))'],
  ['sin(x)^n*cos(n*x)', '(n·sin(x)^(n + -1)·cos(((n + 1)·x)))'],
  ['ln(tan(x/2 + pi/4))', 'sec(x)'],
  ['cos(asin(x))', '(-1·(x/√((1 + (-1·x^2)))))'],
  ['2^x*3^x', '(6^x·ln(6))'],
  ['sqrt(x)^x', '((√(x)^x·(ln(x) + 1))/2)'],
  ['log(x, 10)/x', '((1 + (-1·ln(x)))/(x^2·ln(10)))'],
  ['ln(abs((x - 1)/(x + 1)))', '(2/(x^2 + -1))'],
  ['acos(1/x)', '(1/(abs(x)·√((x^2 + -1))))'],
  ['sign(x)*sqrt(abs(x))', '(1/(2·√(abs(x))))'],
  ['sqrt(a/x)', '(-1·(√((a/x))/(2·x)))'],
  ['sqrt(1 + (x/a)^2)', '(x/(a^2·√((1 + (x/a)^2))))'],
  ['exp(exp(exp(x)))', '(exp(x)·exp(exp(x))·exp(exp(exp(x))))'],
  ['exp(-x - exp(-x))', '(exp(((-1·x) + (-1·exp((-1·x)))))·(exp((-1·x)) + -1))'],
  ['a^(x^2)', '(2·x·a^x^2·ln(a))'],
  ['x^(a - 1)*exp(-b*x)', '(x^(a + -2)·exp((-1·b·x))·(a + (-1·b·x) + -1))'],
  ['exp(-a*x)*(a - x)^2', '(-1·exp((-1·a·x))·(a + (-1·x))·((a·(a + (-1·x))) + 2))'],
  ['x^3/(exp(x) - 1)', '((x^2·((3·exp(x)) + (-1·x·exp(x)) + -3))/(exp(x) + -1)^2)'],
  ['ln(x + sqrt(x^2 + 1))', '(1/√((x^2 + 1)))'],
];
test.each(FORMS)('(%s)′', (question, answer) => {
  const d = derived(read(question));
  if (!('result' in d)) throw new Error(d.message);
  expect(show(d.result)).toBe(answer);
});

/** Laws that would change a value somewhere must not fire. */
const TRAPS: readonly [expression: string, x: number][] = [
  ['sqrt(x^2)', -3],
  ['(x^2)^(1/2)', -3],
  ['(x^4)^(1/4)', -2],
  ['ln(x^2)', -2],
  ['sqrt(a*x^2)', -2],
  ['(x^2)^(1/3)', -8],
  ['root(x, 3)^3', -2],
  ['root(x^3, 3)', -2],
  ['exp(ln(x))', 2],
  ['abs(-x)*sign(x)', -2],
  ['sqrt(x)*sqrt(x)', 3],
  ['(x^3)^(1/3)', 2],
  ['ln(exp(-x))', 3],
  ['atan(tan(x))', 2],
  ['asin(sin(x))', 2],
  ['abs(x)^3', -2],
  ['x/abs(x)', -2],
  ['abs(x)^5*sign(x)', 0],
  ['sign(x)^2*abs(x)', 0],
  ['(exp(x)/(-3*x))^x', -0.6],
  ['(x*max(0, x))^(4/3)', -0.6],
  ['1/((1 - 4*x^2)*sqrt(1 - 4*x^2))', 0.3],
  ['(2*x - 3)^a/(3 - 2*x)', 2],
  ['(a*x)^n/x', 2],
  ['sqrt((1 + x)/(1 - x))', 0.5],
  ['sqrt((1 + x)/(x + 2))', -3],
  ['sqrt(x*(x - 1))', -2],
  ['sqrt(1/x)', 2],
  ['sqrt(-x)', -2],
  ['sqrt(x/(1 - x))', 0.3],
  ['sqrt(x^3*(x - 1))', -2],
  ['((x - 1)*(x - 2))^(-3/2)', -1],
  ['(a/x)^(1/2)', 2],
];
test.each(TRAPS)('%s keeps its value at %d', (text, x) => {
  const e = read(text);
  const value = (f: Expr): number => compile(f, ['x', 'a', 'n'])(x, PARAMETER, 2.6);
  const before = value(e);
  const after = value(tidy(e, UNLIMITED, { question: e, target: X }).result);
  expect(after).toBeCloseTo(before, 12);
});

test('like forms meet', () => {
  const forms = ['2*x + x', '3*x', 'x*3', '6*x/2'].map(
    (t) => tidy(read(t), UNLIMITED, { question: read(t), target: X }).result,
  );
  expect(forms.every((f) => same(f, forms[1] as Expr))).toBe(true);
});

/** Forms with one meaning and one normal form, whatever brackets and ones they are written with. */
const ALIKE: readonly [written: string, plainly: string][] = [
  ['tan((a - x)^1)', 'tan(a - x)'],
  ['4^(2 - (x - 1/2))', '4^(5/2 - x)'],
  ['x^(x - (3/4 + x))', '1/x^(3/4)'],
  ['x*exp(a/0)', '1/0'],
];
test.each(ALIKE)('%s is %s', (written, plainly) => {
  const options = { question: read(plainly), target: X };
  const [a, b] = [written, plainly].map((t) => tidy(read(t), UNLIMITED, options).result) as [Expr, Expr];
  expect(show(a)).toBe(show(b));
});

test('steps leave alone what is repeated as the author wrote it', () => {
  const d = derived(read('cos(cos(atan(sqrt(x)))^2)'));
  if (!('result' in d)) throw new Error(d.message);
  expect(d.stages[0]?.tidying.map((s) => s.rule)).not.toContain('simplify');
});

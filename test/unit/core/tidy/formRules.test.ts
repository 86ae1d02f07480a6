/** The form of an answer: for each rule a question whose answer it keeps, and one of the other side where it has nothing to say. */
import { describe, expect, test } from 'vitest';
import { UNLIMITED } from '../../../../src/core/derivation.js';
import { derive } from '../../../../src/core/derive.js';
import { ONE, sym } from '../../../../src/core/expr.js';
import { read } from '../../../../src/core/ruleText.js';
import { FORM_RULES } from '../../../../src/core/tidy/formRules.js';
import { tidyInSteps } from '../../../../src/core/tidy/index.js';
import { PLAIN } from '../../../../src/notation/index.js';

const X = sym('x');

function answer(text: string): string {
  const body = read(text);
  const found = derive(
    { body, target: X, order: ONE, partial: false, definitions: new Map(), dependent: new Set() },
    (e, budget) => tidyInSteps(e, budget, { question: body, target: X }),
    UNLIMITED,
  );
  if ('code' in found) throw new Error(found.message);
  return PLAIN.print(found.result) ?? '';
}

/** Which rule, the question, its answer. */
const KEPT: readonly (readonly [rule: string, question: string, answer: string])[] = [
  ['unlike-fractions', 'sqrt(x) + 1/x', '1/(2*sqrt(x)) - 1/x^2'],
  ['unlike-fractions', 'ln(x^2 + 1) + ln(x + 3)', '2*x/(x^2 + 1) + 1/(x + 3)'],
  ['strange-hyperbolic', 'x*tanh(x)', 'x*(1 - tanh(x)^2) + tanh(x)'],
  ['turned-exponential', 'ln(1 + exp(-x))', '-exp(-x)/(1 + exp(-x))'],
  ['parameters-in-a-block', 'c/(1 + a/b*exp(-x))', 'c*a*exp(-x)/(b*(1 + a/b*exp(-x))^2)'],
  ['power-split', '(1 - x)^n*ln(x)', '(1 - x)^n/x - n*(1 - x)^(n - 1)*log(x)'],
  ['identity-without-gain', 'sec(x)*tan(x)', '(tan(x)^2 + sec(x)^2)*sec(x)'],
  ['root-upside-down', 'sqrt((1 - x)/(1 + x))', '-1/(sqrt((1 - x)/(1 + x))*(1 + x)^2)'],
  ['collect-within', 'x*exp(x)*sin(x)', 'exp(x)*(x*sin(x) + x*cos(x) + sin(x))'],
  ['bars-asked', 'abs(x^2 - 4)', '2*x*((x^2 - 4)/abs(x^2 - 4))'],
  ['bars-asked', 'sqrt(x^2)', 'x/abs(x)'],
  ['number-alone', '2/x^3 - 3/x', '3/x^2 - 6/x^4'],
];
/** Where the rule's reason is missing. */
const OTHERWISE: readonly (readonly [rule: string, question: string, answer: string])[] = [
  ['unlike-fractions', 'sqrt(x)*(x^2 - 3)', '(5*x^2 - 3)/(2*sqrt(x))'],
  ['unlike-fractions', '(x + 1)/x^2', '-(x + 2)/x^3'],
  ['strange-hyperbolic', 'sinh(x)/cosh(x)', 'sech(x)^2'],
  ['turned-exponential', 'exp(x)/exp(3*x)', '-2*exp(-2*x)'],
  ['parameters-in-a-block', '(1 + 1/x)^(-1)', '1/(x + 1)^2'],
  ['power-split', 'x^n*exp(-x)', 'x^(n - 1)*exp(-x)*(n - x)'],
  ['identity-without-gain', 'x - sin(x)*cos(x)', '2*sin(x)^2'],
  ['root-upside-down', 'sqrt(a/x)', '-sqrt(a/x)/(2*x)'],
  ['collect-within', 'exp(x)*cos(x)*(x^2 + 1)', 'exp(x)*((x + 1)^2*cos(x) - (x^2 + 1)*sin(x))'],
  ['bars-asked', 'abs(x) + x^2', '2*x + sign(x)'],
  ['number-alone', '3*sin(x) + 3*x^2', '3*(2*x + cos(x))'],
];

describe('the form of an answer', () => {
  test.each(KEPT)('%s: (%s)′', (_rule, question, expected) => {
    expect(answer(question)).toBe(expected);
  });
  test.each(OTHERWISE)('not %s: (%s)′', (_rule, question, expected) => {
    expect(answer(question)).toBe(expected);
  });
  test.each(FORM_RULES.map((r) => r.name))('%s has a case on either side', (name) => {
    for (const side of [KEPT, OTHERWISE]) expect(side.map(([rule]) => rule)).toContain(name);
  });
});

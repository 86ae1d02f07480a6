/** Each law on either side of what it asks for: where it is at work, and what is like that and stays. */
import { describe, expect, test } from 'vitest';
import { UNLIMITED } from '../../../../src/core/derivation.js';
import { sym } from '../../../../src/core/expr.js';
import { read } from '../../../../src/core/ruleText.js';
import { tidyInSteps } from '../../../../src/core/tidy/index.js';
import { done } from '../../../../src/steps.js';
import { show } from '../show.js';

/** The form that is reached, and the laws on the way. */
function tidied(text: string): { readonly form: string; readonly laws: readonly string[] } {
  const e = read(text);
  const { result, steps } = done(tidyInSteps(e, UNLIMITED, { question: e, target: sym('x') }));
  return { form: show(result), laws: steps.map((s) => s.rule) };
}

describe('a law is at work', () => {
  test.each([
    ['sum-of-logs', 'ln(2) + ln(3) + x', '(x + ln(6))'],
    ['sum-of-logs', '2*ln(3) - ln(2) + x', '(x + ln((9/2)))'],
    ['sum-of-logs', 'ln(5000) + ln(2) + x', '(x + ln(10000))'],
    ['log-to-base', 'log(x, 2)*ln(2)', 'ln(x)'],
    ['log-of-power', 'ln(sqrt(x))', '(ln(x)/2)'],
    ['pythagoras', 'sin(x)^2 + cos(x)^2', '1'],
    ['pythagoras', '1 - sin(x)^2', 'cos(x)^2'],
    ['pythagoras', '1 - cos(x)^2', 'sin(x)^2'],
    ['pythagoras', '1 + tan(x)^2', 'sec(x)^2'],
    ['pythagoras', 'sec(x)^2 - 1', 'tan(x)^2'],
    ['pythagoras', 'tan(x)^2 - sec(x)^2', '-1'],
    ['pythagoras', '1 + cot(x)^2', 'csc(x)^2'],
    ['pythagoras', 'csc(x)^2 - 1', 'cot(x)^2'],
    ['pythagoras', 'cot(x)^2 - csc(x)^2', '-1'],
    ['pythagoras', '1 + sinh(x)^2', 'cosh(x)^2'],
    ['pythagoras', 'cosh(x)^2 - 1', 'sinh(x)^2'],
    ['pythagoras', 'sinh(x)^2 - cosh(x)^2', '-1'],
    ['pythagoras', '1 - sech(x)^2', 'tanh(x)^2'],
    ['pythagoras', 'sech(x)^2 + tanh(x)^2', '1'],
    ['double-angle', 'cos(x)^2 - sin(x)^2', 'cos((2·x))'],
    ['double-angle', '4*sin(x)*cos(x)', '(2·sin((2·x)))'],
    ['angle-sum', 'sin(x)*cos(y) + cos(x)*sin(y)', 'sin((x + y))'],
    ['quarter-turns', 'cos(x + pi)', '(-1·cos(x))'],
    ['quarter-turns', 'sin(x + pi/2)', 'cos(x)'],
    ['quotient-identities', 'tan(x)*cos(x)', 'sin(x)'],
    ['quotient-identities', 'cos(x)/sin(x)', 'cot(x)'],
    ['factorial', '(x + 1)*factorial(x)', 'factorial((x + 1))'],
    ['root-above', 'a/(x^2*sqrt(a/x))', '(√((a/x))/x)'],
    ['factor-out', 'x*exp(-x) + exp(-x)', '(exp((-1·x))·(x + 1))'],
    ['factor-polynomial', 'x^3 + 3*x^2 + 3*x + 1', '(x + 1)^3'],
    ['recognise-sigmoid', 'sigmoid(x) + exp(x)/(1 + exp(x))', '(2·sigmoid(x))'],
    ['recognise-sigmoid', 'sigmoid(x) + exp(-2*x)/(1 + exp(-x))^2', '(sigmoid((-1·x))^2 + sigmoid(x))'],
    [
      'recognise-sigmoid',
      'exp(y)*exp(-x)/(1 + exp(-x)) + sigmoid(x)',
      '((exp(y)·sigmoid((-1·x))) + sigmoid(x))',
    ],
    ['recognise-sigmoid', 'sigmoid(x) + y^x*exp(-x)/(1 + exp(-x))', '((y^x·sigmoid((-1·x))) + sigmoid(x))'],
  ])('%s: %s is %s', (law, written, expected) => {
    const { form, laws } = tidied(written);
    expect(form).toBe(expected);
    expect(laws).toContain(law);
  });
});

describe('no law is at work', () => {
  test.each([
    ['ln(x) + ln(y)', '(ln(x) + ln(y))'],
    ['ln(x) + ln(2)', '(ln(x) + ln(2))'],
    ['ln(2)*ln(3) + x', '((ln(2)·ln(3)) + x)'],
    // The number would be long.
    ['ln(5001) + ln(2) + x', '(ln(5001) + ln(2) + x)'],
    ['log(x, 2)*ln(3)', '(log(x, 2)·ln(3))'],
    ['ln(x)/ln(2)', '(ln(x)/ln(2))'],
    ['ln(x^2)', 'ln(x^2)'],
    ['1 + sin(x)^2', '(1 + sin(x)^2)'],
    ['1 - tan(x)^2', '(1 + (-1·tan(x)^2))'],
    ['sin(x)^2 + cos(y)^2', '(sin(x)^2 + cos(y)^2)'],
    ['2*sin(x)*cos(x)', '(2·sin(x)·cos(x))'],
    ['(x + 2)*factorial(x)', '((x + 2)·factorial(x))'],
    // Nobody has written σ.
    ['1/(1 + exp(-x))', '(1/(1 + exp((-1·x))))'],
    ['sigmoid(x) + 1/(2 + exp(-x))', '(sigmoid(x) + (1/(2 + exp((-1·x)))))'],
  ])('%s', (written, expected) => {
    const { form, laws } = tidied(written);
    expect(form).toBe(expected);
    expect(laws).toEqual([]);
  });
});

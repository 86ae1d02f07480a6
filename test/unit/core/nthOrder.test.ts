import { describe, expect, test } from 'vitest';
import { UNLIMITED, type Question } from '../../../src/core/derivation.js';
import { derive } from '../../../src/core/derive.js';
import { compile } from '../../../src/core/evaluate.js';
import { num, sym, type Expr } from '../../../src/core/expr.js';
import { read } from '../../../src/core/ruleText.js';
import { atOrder } from '../../../src/core/rules/nthOrder.js';
import { tidyInSteps } from '../../../src/core/tidy/index.js';
import { show } from './show.js';

const X = sym('x');
const N = sym('n');

function derivative(text: string, order: Expr): Expr {
  const body = read(text);
  const question: Question = {
    body,
    target: X,
    order,
    partial: false,
    definitions: new Map(),
    dependent: new Set(),
  };
  const d = derive(question, (e, budget) => tidyInSteps(e, budget, { question: body, target: X }), UNLIMITED);
  if (!('result' in d)) throw new Error(d.message);
  return d.result;
}

const FAMILIES = [
  'exp(3*x)',
  'exp(-x)',
  '2^x',
  '2^(3*x + 1)',
  'sin(x)',
  'cos(2*x)',
  'ln(x)',
  'ln(2*x + 1)',
  '1/x',
  '1/(3*x + 2)',
  '5/(x + 1)^3',
  'sqrt(x)',
  'x^(5/2)',
  'x*exp(x)',
  '(2*x + 1)*sin(x)',
  'exp(x) + 4*cos(x)',
  'sin(x)/7',
  'x^a',
  '1/(1 - x)',
  '3/(5 - 2*x)^2',
  'x/(3 - x)',
  'x^2*exp(3*x)',
  'x^3*sin(x)',
  '(x^2 + 1)*exp(-x)',
  'x^2/exp(x)',
  'x^2*2^x',
  'exp(x)*sin(x)',
  'exp(-2*x)*cos(3*x + 1)',
  'exp(a*x)*sin(2*x)',
  'sin(x)^2',
  'cos(3*x)^2',
  'sin(x)*cos(x)',
  'cosh(2*x)',
  'sinh(x + 1)',
];

describe('the formula for order n at n = 1 to 5 is the derivative taken so often', () => {
  test.each(FAMILIES)('%s', (text) => {
    const formula = derivative(text, N);
    for (let n = 1; n <= 5; n++) {
      const [f, g] = [
        compile(atOrder(formula, N, n), ['x', 'a']),
        compile(derivative(text, num(n)), ['x', 'a']),
      ];
      for (const x of [0.37, 1.9]) expect(f(x, 1.3) / g(x, 1.3)).toBeCloseTo(1, 9);
    }
  });
});

describe('a polynomial at orders up to and beyond its degree', () => {
  const POLYNOMIALS = [
    'x',
    'x^3',
    '5*x^4',
    '(2*x + 1)^4',
    'x^2 + 3*x + 1',
    '(x + 1)*(x^2 + 2)',
    'a*x^2/3',
    'x^12 + x',
  ];
  const WITH_OTHERS = ['x^2 + 3*x + exp(2*x)', 'x^3 + sin(x)'];
  test.each([...POLYNOMIALS, ...WITH_OTHERS])('%s', (text) => {
    const formula = derivative(text, N);
    for (let n = 1; n <= 6; n++) {
      const [f, g] = [atOrder(formula, N, n), derivative(text, num(n))].map((e) => compile(e, ['x', 'a']));
      for (const x of [-1.2, 0.37, 1.9]) expect(f?.(x, 1.3)).toBeCloseTo(g?.(x, 1.3) ?? NaN, 6);
    }
  });
  test.each(['x^3', '7*x^3', '(2*x + 1)^3'])('%s has one formula up to n = 3, and 0 beyond', (text) => {
    const formula = derivative(text, N);
    if (formula.kind !== 'piecewise') throw new Error('It has no pieces.');
    const conditions = formula.branches.map((b) => show(b.condition));
    expect(conditions).toEqual(['n <= 3', 'n > 3']);
  });
  test('the power of a name is no polynomial', () => {
    expect(derivative('x^a', N).kind).not.toBe('piecewise');
  });
});

test('the formula for x·ln x begins with the second derivative', () => {
  expect(show(derivative('x*ln(x)', N))).toBe('(x^(1 + (-1·n))·-1^n·factorial((n + -2)))');
});

test('the sine turns by a right angle at each order', () => {
  expect(show(derivative('sin(x)', N))).toBe('sin((x + (n·(pi/2))))');
});

test('what is of no family is refused', () => {
  expect(() => derivative('sin(x^2)', N)).toThrow(/no formula is known/);
});

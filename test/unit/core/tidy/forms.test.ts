/** Single laws at work: what is written, and the form that it is brought into. */
import { describe, expect, test } from 'vitest';
import { UNLIMITED } from '../../../../src/core/derivation.js';
import { compile } from '../../../../src/core/evaluate.js';
import { num, sym, type Expr } from '../../../../src/core/expr.js';
import { Rational } from '../../../../src/core/rational.js';
import { read } from '../../../../src/core/ruleText.js';
import { substitute } from '../../../../src/core/walk.js';
import { tidyInSteps } from '../../../../src/core/tidy/index.js';
import { done } from '../../../../src/steps.js';
import { show } from '../show.js';

const tidy = (e: Expr): Expr => done(tidyInSteps(e, UNLIMITED, { question: e, target: sym('x') })).result;
const tidied = (text: string): string => show(tidy(read(text)));

describe('a sign', () => {
  test.each([
    ['abs(x)*sign(x)', 'x'],
    ['sign(x)/abs(x)', '(1/x)'],
    ['x*sign(x)', 'abs(x)'],
    // Nothing there to cancel: x = 0 would be lost, or come in.
    ['sqrt(abs(x))*sign(x)', '(√(abs(x))·sign(x))'],
    ['sign(x)*y', '(sign(x)·y)'],
  ])('%s is %s', (written, expected) => {
    expect(tidied(written)).toBe(expected);
  });
});

describe('a number under a root of a sum', () => {
  test.each([
    // √[3]4 is irrational: it goes into the bracket.
    ['root(4*(x + 2)^2, 3)', '√[3](((2·x) + 4)^2)'],
    ['root(4*(x + 2)^2, 5)', '√[5](((2·x) + 4)^2)'],
    // √[3]8 is 2: it goes out.
    ['root(8*(x + 2)^2, 3)', '(2·√[3]((x + 2)^2))'],
    ['root(8*(x + 2), 3)', '(2·√[3]((x + 2)))'],
    ['root(2*(x + 2), 3)', '√[3](((2·x) + 4))'],
  ])('%s is %s', (written, expected) => {
    expect(tidied(written)).toBe(expected);
  });
});

describe('a function of an inverse function', () => {
  const CIRCULAR = ['sin', 'cos', 'tan', 'cot', 'sec', 'csc'];
  const HYPERBOLIC = ['sinh', 'cosh', 'tanh', 'coth', 'sech', 'csch'];
  const pairs = [CIRCULAR, HYPERBOLIC].flatMap((family) =>
    family.flatMap((outer) => family.map((inner) => [outer, inner] as const)),
  );
  test.each(pairs)('%s(a%s(x)) keeps its values where it is made algebraic', (outer, inner) => {
    const e = read(`${outer}(a${inner}(x))`);
    const [before, after] = [compile(e, ['x']), compile(tidy(e), ['x'])];
    for (const x of [-3.1, -1.7, -0.6, -0.2, 0.3, 0.8, 1.4, 2.9]) {
      const value = before(x);
      if (Number.isFinite(value)) expect(after(x), `at ${String(x)}`).toBeCloseTo(value, 9);
    }
  });
  test.each([
    ['sin(acos(x))', '√((1 + (-1·x^2)))'],
    ['tan(atan(x))', 'x'],
    ['cosh(asinh(x))', '√((x^2 + 1))'],
  ])('%s is %s', (written, expected) => {
    expect(tidied(written)).toBe(expected);
  });
});

describe('a power of e', () => {
  test.each([
    ['exp(x*ln(2))', '2^x'],
    ['exp(2*x*ln(a))', 'a^(2·x)'],
    ['exp(ln(x)*sin(x))', 'x^sin(x)'],
    ['exp(x*ln(2) + x)', '(2^x·exp(x))'],
    // No logarithm stands there as a factor.
    ['exp(x*ln(2)^2)', 'exp((x·ln(2)^2))'],
  ])('%s is %s', (written, expected) => {
    expect(tidied(written)).toBe(expected);
  });
  test.each([
    ['exp(x)*x + exp(2*x)', '(exp(x)·(x + exp(x)))'],
    ['exp(x)*(x*exp(x) + exp(2*x))', '(exp((2·x))·(x + exp(x)))'],
    ['x^a*(x + 1) + x^(a + 1)', '(x^a·((2·x) + 1))'],
  ])('is shared by terms: %s is %s', (written, expected) => {
    expect(tidied(written)).toBe(expected);
  });
});

describe('a polynomial below the line', () => {
  test.each([
    ['1/(x^2 - 3*x + 2)', '(1/((x + -1)·(x + -2)))'],
    ['1/(x^2 - 3*x + 1)', '(1/(x^2 + (-3·x) + 1))'],
    // A difference of squares reads better as a whole.
    ['1/((1 + x)*(1 - x))', '(1/(1 + (-1·x^2)))'],
    ['1/((sqrt(x) + 1)*(sqrt(x) - 1))', '(1/(x + -1))'],
    ['1/((1 + cos(x))*(1 - cos(x)))', '(1/sin(x)^2)'],
    ['1/((1 - tanh(x))*(1 + tanh(x)))', 'cosh(x)^2'],
  ])('%s is %s', (written, expected) => {
    expect(tidied(written)).toBe(expected);
  });
});

describe('a power of a product', () => {
  test.each([
    ['(x*y)^(1/2)*(x*y)^(3/2)', '(x^2·y^2)'],
    ['y/(x^(1/3)*(y/x)^(1/3))', '(x^(2/3)·(y/x)^(2/3))'],
    ['sqrt(a*b)*sqrt(a*b)', '(a·b)'],
    ['root(x, 3)^3', 'x'],
  ])('%s is %s', (written, expected) => {
    expect(tidied(written)).toBe(expected);
  });
});

describe('a power of a number', () => {
  test.each([
    ['sqrt(2)*sqrt(x)', '√((2·x))'],
    ['2^x*3^x', '6^x'],
    ['2^x*y^x', '(2·y)^x'],
    // e keeps its own.
    ['sqrt(2)*exp(x/2)', '(√(2)·exp((x/2)))'],
    ['2^x*exp(x)', '(2^x·exp(x))'],
    ['sqrt(2)*x', '(√(2)·x)'],
  ])('joins another one: %s is %s', (written, expected) => {
    expect(tidied(written)).toBe(expected);
  });
});

describe('a minus in front', () => {
  test.each([
    ['-(x + y)^3/(z - x)', '(-1·((x + y)^3/(z + (-1·x))))'],
    // As the author has it: a difference that was written is not turned round.
    ['-(x - y)^3/(z - x)', '(-1·((x + (-1·y))^3/(z + (-1·x))))'],
    ['(x - 1)*(sigmoid(x) - 1)', '((x + -1)·(sigmoid(x) + -1))'],
    ['(x - 1)*(sigmoid(x) + 1)', '((x + -1)·(sigmoid(x) + 1))'],
  ])('goes where the author would have it: %s is %s', (written, expected) => {
    expect(tidied(written)).toBe(expected);
  });
});

describe('factors that come in an order', () => {
  test.each([
    // An exponential stands before a sum, a sum of constants before what varies.
    ['x*exp(x) + y*exp(x) + z*exp(x)', '(exp(x)·(x + y + z))'],
    ['exp(-x)*x - exp(-x)', '(exp((-1·x))·(x + -1))'],
    ['a*x + b*x + c*x + d*x', '((a + b + c + d)·x)'],
    ['x*(1/2 + y/3)', '((((2·y) + 3)·x)/6)'],
  ])('%s is %s', (written, expected) => {
    expect(tidied(written)).toBe(expected);
  });
});

describe('what its author wrote', () => {
  test.each([
    // Little is won, so it stays.
    ['sqrt(50)', '√(50)'],
    ['sqrt(12)*x', '(√(12)·x)'],
    ['root(54, 3)', '√[3](54)'],
    ['1/10^12*x', '((1/10^12)·x)'],
    // Much is.
    ['sqrt(49)', '7'],
    ['sqrt(12)*sqrt(3)*x', '(6·x)'],
    ['ln(sqrt(x))', '(ln(x)/2)'],
  ])('%s is %s', (written, expected) => {
    expect(tidied(written)).toBe(expected);
  });
});

describe('a power of a number among decimals', () => {
  /** Rule text knows no decimals: these letters stand for them. */
  const DECIMALS = { q: '0.25', r: '0.75', k: '0.3', d: '1.255', h: '125.5' };
  const inDecimals = (text: string): Expr =>
    substitute(
      read(text),
      new Map(
        Object.entries(DECIMALS).map(([name, t]) => [name, num(Rational.parse(t) ?? Rational.ZERO, t)]),
      ),
    );
  test.each([
    ['d^q', '1.255^0.25'],
    ['(h/100)^q', '1.255^0.25'],
    ['k*(16*x)^q', '(0.6·x^0.25)'],
    ['k*8^(1/2)', '(0.6·√(2))'],
    ['k*(x/70)^r', '(0.3·(x/70)^0.75)'],
    // Powers of one letter meet.
    ['(x/70)^r*x^q', '((70^0.25·x)/70)'],
  ])('%s is %s', (written, expected) => {
    expect(show(tidy(inDecimals(written)))).toBe(expected);
  });
});

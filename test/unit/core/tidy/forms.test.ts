/** Single laws at work: what is written, and the form that it is brought into. */
import { describe, expect, test } from 'vitest';
import { UNLIMITED } from '../../../../src/core/derivation.js';
import { compile } from '../../../../src/core/evaluate.js';
import { sym, type Expr } from '../../../../src/core/expr.js';
import { read } from '../../../../src/core/ruleText.js';
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

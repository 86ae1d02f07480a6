import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/notation/latex/parse.js';
import { saysValue } from '../../../src/meaning/valueAtPoint.js';

const r = String.raw;
const says = (tex: string): boolean => {
  const e = parse(tex).statements[0]?.expr;
  return e?.kind === 'relation' && saysValue(e);
};

describe('an equation gives the value of a function at a point', () => {
  it.each([
    r`f(x_*) = x_*`,
    r`R(r_h) = -\frac{r_h}{\delta}`,
    r`f(x_0) = x_0^2`,
    r`f(x_M) = 0`,
    r`h(a) = f(b)g(a) - g(b)f(a) = h(b)`,
    r`F(a) = -3S(a) < 0`,
    r`g(T) = f(T^2) = g(0)`,
  ])('%s', (tex) => {
    expect(says(tex)).toBe(true);
  });
});

describe('and these give the function', () => {
  it.each([
    r`f(x) = x^2`,
    r`C(k) = k^2`,
    r`u(x, t_1) = x t_1`,
    r`f(x) = f_0(x) = x^2`,
    r`F(x) = x^2 > 0`,
    r`p(x_i) = x_i^2`,
    r`f(a) = f(a - 1) + 1`,
    r`f'(x_0) = 2x_0`,
    r`y = x^2`,
  ])('%s', (tex) => {
    expect(says(tex)).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../../src/core/evaluate.js';
import { evaluateWide, hasValueWide } from '../../../../src/core/wide/evaluate.js';
import { Work } from '../../../../src/core/work.js';
import { read } from '../../../../src/core/ruleText.js';
import { expression } from '../../fuzz/random.js';
import { show } from '../show.js';

const at = (text: string, x: number): number => evaluateWide(read(text), { x }, new Map(), new Work(100_000));

describe('values where doubles over- or underflow', () => {
  test.each([
    ['exp(x)/(1 + exp(x))', 800, 1],
    ['exp(x)/(1 + exp(x))', -800, 0],
    ['exp(-x)*(exp(-x) - 1)/(1 + exp(-x))^3', -800, 0],
    ['ln(1 + exp(x))', 800, 800],
    ['ln(1 + exp(x))/exp(x)', -800, 1],
    ['exp(x^6)/(1 + exp(x^6))', 4, 1],
    ['exp(-x)*exp(x/2)', 1000, Math.exp(-500)],
    ['tanh(exp(x))', 1000, 1],
    ['x/sqrt(x^2 + 1)', -1e200, -1],
    ['cosh(x)/sinh(x)', -2000, -1],
    ['sech(x)*exp(x)', 2000, 2],
    ['(exp(x) - 1)/exp(x)', 5000, 1],
    ['gamma(x + 1)/gamma(x)', 1000, 1000],
    ['exp(x)', 1000, Infinity],
    ['max(exp(x), exp(2*x))/exp(2*x)', 1000, 1],
    ['root(exp(x), 3)/exp(x/3)', 3000, 1],
  ])('%s at %d', (text, x, value) => {
    const found = at(text, x);
    if (Number.isFinite(value)) expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
    else expect(found).toBe(value);
  });

  test.each([
    ['digits that cancel', '1 + exp(x) - exp(x)', 800],
    ['an argument beyond all digits', 'sin(exp(x))', 800],
    ['a sign that rounding decides', 'sign(1 + exp(x) - exp(x))', 800],
    ['no value', 'ln(-exp(x))', 800],
    ['a division by 0', '1/(x - 800)', 800],
    ['an exponent that is itself an exponential', 'exp(exp(x))/exp(exp(x))', 800],
  ])('%s are no value', (_, text, x) => {
    expect(at(text, x)).toBeNaN();
  });

  test('what has a value of unknown digits is told from what has none', () => {
    const has = (text: string): boolean => hasValueWide(read(text), { x: 800 }, new Map(), new Work(10_000));
    expect(has('x - ln(1 + exp(x))')).toBe(true);
    expect(has('ln(-exp(x))')).toBe(false);
  });

  test('where doubles do, both give the same', () => {
    let compared = 0;
    for (let seed = 1; seed < 3000; seed++) {
      const e = expression(seed);
      for (const x of [0.37, -1.43, 2.2]) {
        const point = { x, a: 1.7, n: 2.3 };
        const [plain, wide] = [evaluate(e, point), evaluateWide(e, point, new Map(), new Work(100_000))];
        if (!Number.isFinite(plain) || !Number.isFinite(wide)) continue;
        compared++;
        const off = Math.abs(plain - wide);
        // Doubles lose digits of which the wider numbers keep count.
        if (off > 1e-5 * Math.max(Math.abs(wide), 1e-300))
          expect(`${show(e)} at ${x}: ${plain}`).toBe(String(wide));
      }
    }
    expect(compared).toBeGreaterThan(4000);
  });
});

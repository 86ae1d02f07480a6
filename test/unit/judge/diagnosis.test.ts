import { describe, expect, test } from 'vitest';
import { apart } from '../../../src/judge/figures.js';
import { check, verdicts } from './check.js';

const r = String.raw;

describe('what is said of a mistake is true of the whole difference', () => {
  const CASES: readonly (readonly [name: string, text: string, expected: string])[] = [
    ['a number too large is no factor lost', r`$\frac{d}{dx}x^2 = 4x$`, 'false arithmetic-slip'],
    ['an exponent is a factor lost', r`$\frac{d}{dx}x^2 = x$`, 'false missing-factor'],
    [
      'a number below the line is one',
      r`$\frac{d}{dx}\frac{1}{3x} = -\frac{1}{x^2}$`,
      'false missing-factor',
    ],
    [
      'the same number above it is not',
      r`$\frac{d}{dx}\frac{x^2}{3} = \frac{2x}{9}$`,
      'false arithmetic-slip',
    ],
    [
      'branches the wrong way round',
      r`$f(x) = \begin{cases} 3x & x > 0 \\ e^x & x \le 0\end{cases}$, $f'(x) = \begin{cases} 3 & x < 0 \\ e^x & x \ge 0\end{cases}$`,
      'false branches-swapped',
    ],
    [
      'another condition is no wrong number',
      r`$f(x) = \begin{cases} 3x & x > 0 \\ e^x & x \le 0\end{cases}$, $f'(x) = \begin{cases} 4 & x < 0 \\ e^x & x \ge 0\end{cases}$`,
      'false',
    ],
    ['letters exchanged', r`$\frac{\partial}{\partial y}(y - x^2)^2 = 2(x - y^2)$`, 'false letters-swapped'],
    ['an exponent and a number wrong', r`$\frac{d}{dx}(x^5 + 2x) = 5x^3 + 2$`, 'false arithmetic-slip'],
  ];
  test.each(CASES)('%s', (_, text, expected) => expect(verdicts(text)).toEqual([expected]));

  test('a wrong sign besides is called one', () => {
    const [claim] = check(r`$(x^2 \sin x)' = -2x \cos x$`);
    expect(claim?.mistake).toBe('product-rule-as-product-of-derivatives');
    expect(claim?.message).toContain('A sign is wrong, too.');
  });

  test('values that differ look different', () => {
    const [claim] = check(r`$\frac{d}{dx}(x^2 + 0.0000001x) = 2x$`);
    expect(claim?.message).toMatch(/At x = 1 it is 2\.0000001, not 2\./);
  });
});

describe('two numbers told apart', () => {
  test.each([
    [1, 2, '1', '2'],
    [1 / 3, 2 / 3, '0.333333', '0.666667'],
    [2, 2.0000001, '2', '2.0000001'],
    [1, 1 + Number.EPSILON, '1', '1.0000000000000002'],
    [NaN, 1, 'NaN', '1'],
    [Infinity, -0.5, 'Infinity', '-0.5'],
  ])('%d and %d', (a, b, x, y) => expect(apart(a, b)).toEqual([x, y]));
});

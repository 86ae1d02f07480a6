import { describe, expect, test } from 'vitest';
import { check, verdicts } from './check.js';

const r = String.raw;

describe('what may be meant in another way is not called false', () => {
  test.each([
    [r`Differentiate: $\frac{d}{dx}[x^3 - y^3] = \frac{d}{dx}[6xy]$.`, 'Both sides'],
    [r`$(A^{1/2})' = A^{1/2}$`, 'transpose'],
  ])('%s', (text, why) => {
    const [first] = check(text);
    expect(first?.verdict).toBe('undecided');
    expect(first?.message).toContain(why);
  });

  test('and its neighbours are', () => {
    expect(verdicts(r`$\frac{d}{dx}[x^3 - 1] = 3x^3$`)).toEqual(['false power-exponent-not-reduced']);
    expect(verdicts(r`$(FG)' = F'G'$`)).toEqual(['false product-rule-as-product-of-derivatives']);
  });

  test('both sides of an identity that holds where one of them exists', () => {
    expect(verdicts(r`$\frac{d}{dx}[x] = \frac{d}{dx}[e^{\ln x}]$`)).toEqual(['true']);
  });

  test('a gradient is no derivative by one variable', () => {
    const said = r`Let $f(x, y) = x^4 + y^4 + 4xy$.`;
    expect(verdicts(`${said} There $\\nabla f = 0$.`)).not.toContain('true');
    expect(verdicts(`${said} Then $\\nabla f = (4x^3 + 4y, 4y^3 + 4x)$.`)).toEqual(['true']);
  });
});

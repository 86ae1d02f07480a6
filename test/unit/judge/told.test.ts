/** What is said of wrong claims: first what is right, then the mistake in the claim's own functions, then the result. */
import { describe, expect, test } from 'vitest';
import { check } from './check.js';

const r = String.raw;

describe('a wrong claim is told of', () => {
  const CASES: readonly (readonly [text: string, start: string, ...parts: string[]])[] = [
    [
      r`$\frac{d}{dx}\sin(x^2) = \cos(x^2)$`,
      'Nearly right.',
      'with u = x^2 and u′ = 2*x.',
      'The derivative is 2*x*cos(x^2).',
    ],
    [r`$\frac{d}{dx}\sin^3(2x) = 3\sin^2(2x)\cos(2x)$`, 'Nearly right.', 'with u = 2*x and u′ = 2.'],
    [r`$\frac{d}{dx}e^{-x} = e^{-x}$`, 'Nearly right.', 'with u = -x and u′ = -1.'],
    [r`$\frac{d}{dx}\cos x = \sin x$`, 'Nearly right.', '(cos(x))′ = -sin(x).'],
    [r`$\frac{d}{dx}e^x = xe^{x-1}$`, 'Not yet right.', '(e^x)′ = e^x.'],
    [r`$\frac{d}{dx}2^x = x2^{x-1}$`, 'Not yet right.', '(a^x)′ = a^x ln a.'],
    [r`$\frac{d}{dx}x^x = x \cdot x^{x-1}$`, 'Not yet right.', 'base and exponent vary'],
    [r`$\frac{d}{dx}3^x = 3^x$`, 'Nearly right.', 'is missing: (a^x)′ = a^x ln a.'],
    [r`$\frac{d}{dx}\ln x = \frac{1}{x^2}$`, 'Not yet right.', '(ln x)′ = 1/x'],
    [r`$\frac{d}{dx}\sqrt x = \frac{1}{\sqrt x}$`, 'Nearly right.', '(sqrt(x))′ = 1/(2*sqrt(x)).'],
    [r`$\frac{d}{dx}\arctan x = \frac{1}{\sqrt{1+x^2}}$`, 'Not yet right.', '(atan(x))′ = 1/(1 + x^2).'],
    [r`$\frac{d}{dx}\tanh x = 1+\tanh^2 x$`, 'Not yet right.', '(tanh(x))′ = 1 - tanh(x)^2.'],
    [r`$\frac{d}{dx}\pi^2 = 2\pi$`, 'Nearly right.', 'pi^2 is a number'],
    [r`$\frac{d}{dx}e^{-x^2/2} = -x^2e^{-x^2/2}$`, 'Nearly right.', 'here (x^2)′ = 2*x.'],
    [r`$\frac{d}{dx}(\sin x)^2 = \cos^2 x$`, 'Not yet right.', '(uⁿ)′ = n uⁿ⁻¹·u′.'],
    [
      r`$\frac{\partial}{\partial x}(x^2y^3) = 3x^2y^2$`,
      'Not yet right.',
      'the one with respect to x was asked',
    ],
    [
      r`$$\frac{d}{dx}(x^2e^x) = 2xe^x + x^2e^x = x(2+x^2)e^x$$`,
      'Nearly right in step 2 of 2.',
      'All steps before',
    ],
    // Of what no known mistake gives, nothing is said to be right.
    [r`$\frac{d}{dx}x^2\sin x = \tan(x) + 7x^3$`, 'Wrong.'],
    // Nor of two mistakes at once.
    [r`$(x^2 \sin x)' = -2x \cos x$`, 'Not yet right.', 'A sign is wrong, too.'],
    // Pieces in LaTeX, since plain notation has question marks for them.
    [r`$\frac{d}{dx}\max(0, x) = x$`, '', r`\begin{cases}`],
  ];
  test.each(CASES)('%s', (text, start, ...parts) => {
    const claim = check(text).find((c) => c.verdict !== 'true');
    expect(claim?.message.startsWith(start)).toBe(true);
    for (const part of parts) expect(claim?.message).toContain(part);
  });
});

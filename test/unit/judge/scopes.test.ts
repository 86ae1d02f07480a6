import { describe, expect, test } from 'vitest';
import { check } from './check.js';

const verdicts = (text: string): readonly string[] => check(text).map((c) => c.verdict);

describe('a claim is judged by the definitions in force where it stands', () => {
  test.each([
    ['in its exercise', "**Problem 1.** $f(x) = x^2$. $f'(x) = x$", ['false']],
    ['of another exercise', "**Problem 1.** $f(x) = x^2$.\n\n**Problem 2.** $f'(x) = x$", []],
    ['of another section, where it fits', "# A\n\n$f(x) = x^2$\n\n# B\n\n$f'(x) = 2x$", ['true']],
    ['of another section, where it does not', "# A\n\n$f(x) = x^2$\n\n# B\n\n$f'(x) = x$", ['undecided']],
    ['of the section above', "# A\n\n$f(x) = x^2$\n\n## B\n\n$f'(x) = x$", ['false']],
    ['brought anew', "$f(x) = x^2$. Now let $f$ be any function. $f'(x) = x$", []],
    ['a hypothesis is none', "$f(a) = b$. Then $f'(a) = 1$", []],
    ['chosen for another integral', "$v = x$. Find $\\int x e^x dx$.\n\n$$v' = e^x$$", []],
    ['chosen for this one', "$v = x$. $$v' = 2$$", ['false']],
  ])('%s', (_, text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

describe('values that the text gives to letters', () => {
  test.each([
    ['are put in', '$x_k = 2$ and $d_k = -1$', '-2(2 - \\alpha)', 'true'],
    ['the last ones', '$x_k = 5$, then $x_k = 2$ and $d_k = -1$', '-2(2 - \\alpha)', 'true'],
    ['and make nothing right', '$x_k = 2$ and $d_k = -1$', '-3(2 - \\alpha)', 'false'],
  ])('%s', (_, values, right, expected) => {
    const text = `$f(x) = x^2$, ${values}.\n\n$$\\frac{\\partial f(x_k + \\alpha d_k)}{\\partial \\alpha} = ${right}$$`;
    expect(verdicts(text)).toEqual([expected]);
  });
});

describe('a prime that names another quantity claims nothing', () => {
  test.each([
    ['of a frame', "$$x = r\\cos(b + c)$$\nIn the rotated frame $Ox'y'$:\n$$x' = r\\cos b$$", []],
    ['of a map', "$P: A \\to A'$ where $A = \\mathbb{Z}^n$ and $A' = \\mathbb{Z}^{n+1}$", []],
    ['but one of a function does', "$y = x^2$ and $y' = 3x$", ['false']],
  ])('%s', (_, text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

describe('how far an operator reaches', () => {
  test('is not clear where the right side derives the same product again', () => {
    expect(verdicts('$\\frac{d}{dx}(x z) = \\frac{d}{dx}x*z + \\frac{d}{dx}z*x$')).toEqual(['undecided']);
  });
  test('is clear of another product', () => {
    expect(verdicts('$\\frac{d}{dx}(x^2 e^x) = 2x e^x$')).toEqual(['false']);
  });
});

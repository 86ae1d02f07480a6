/** Identities that hold of any functions, with a number or a sign too many; and what may be laid down. */
import { describe, expect, test } from 'vitest';
import { check } from './check.js';

const r = String.raw;
const told = (text: string): string =>
  check(text)
    .map((c) => c.verdict + (c.underlined ? '!' : ''))
    .join(' ');

describe('a number or a sign before an identity', () => {
  test.each([
    [r`$\frac{dz}{dx} = \frac{dz}{dy}\frac{dy}{dx}$`, 'true'],
    [r`$\frac{dz}{dx} = 2\frac{dz}{dy}\frac{dy}{dx}$`, 'false!'],
    [r`$\frac{dz}{dx} = -\frac{dz}{dy}\frac{dy}{dx}$`, 'false!'],
    [r`$y = 3u$ and $u = x^2$, so $\frac{dy}{dx} = 2\frac{dy}{du}\frac{du}{dx}$`, 'false!'],
    [
      r`$\frac{\partial L}{\partial w} = 3\frac{\partial L}{\partial a}\frac{\partial a}{\partial w}$`,
      'false!',
    ],
    [r`$h'(x) = 2\lim_{k\to0}\frac{h(x+k)-h(x)}{k}$`, 'false!'],
    [r`$\frac{dp(x)}{dx} = 2p'(x)$`, 'false!'],
    // A derivative that holds another quantity, and an implicit function, have a minus.
    [r`$\frac{\partial p}{\partial T} = -\frac{\partial p}{\partial V}\frac{\partial V}{\partial T}$`, ''],
    [r`$\frac{dy}{dx} = -\frac{dz/dx}{dz/dy}$`, ''],
    // Laws, in which a number is what is said.
    [r`$y' = 2y$`, ''],
    [r`$y'' = -4y'$`, ''],
    [r`$\frac{dV}{dt} = 2\frac{dA}{dt}$`, ''],
  ])('%s: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('what is laid down is no claim', () => {
  test.each([
    [r`$\dot x = -u$`, ''],
    [r`With $r = 3$ and $\dot r = 0$`, ''],
    [r`$\frac{\partial L}{\partial u} = -f$`, ''],
    [r`$r = \frac{1}{1 + e}$ and $\dot r = r^2$`, ''],
    [r`$\dot x_1 = v$`, ''],
    // Of what an equation gives there is something to say.
    [r`$x(t) = t^2$, so $\dot x = 2t$`, 'true'],
    [r`$x(t) = t^2$, so $\dot x = 3t$`, 'false!'],
  ])('%s: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('the gradient of a law', () => {
  test.each([
    [r`$\nabla(fg) = f\nabla g + g\nabla f$`, 'true'],
    [r`$\nabla\frac{f}{g} = \frac{g\nabla f - f\nabla g}{g^2}$`, 'true'],
    [r`$\nabla(fg) = 2f\nabla g + g\nabla f$`, 'false!'],
    [r`$\nabla(x^2 + y^2) = (2x, 2y)$`, 'true'],
  ])('%s: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('a name beside the variable is a number or a function, and false of both', () => {
  test.each([
    [r`$\frac{d}{dx}\frac{x^{r+1}}{r+1} = 2x^r$`, 'false!'],
    [r`$\frac{d}{dx} y^2 = -2y\frac{dy}{dx}$`, 'false!'],
    [r`$\frac{d}{dx}\int_a^x f(t)\,dt = 2f(x)$`, 'false!'],
    // What usually depends on the variable may do so as the text has said in words.
    [r`$\frac{d}{dx}(ux^2) = ux$`, 'false'],
  ])('%s: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('rates whose quantities are all on the right side', () => {
  test.each([
    [r`$A = 6s^2$, so $\frac{dA}{dt} = 12s\frac{ds}{dt}$`, 'true'],
    [r`$A = 6s^2$, so $\frac{dA}{dt} = 6s\frac{ds}{dt}$`, 'false!'],
    [r`$V = r^2h$ and $h = \frac{r}{2}$, so $\frac{dV}{dt} = r^2\frac{dh}{dt} + 2rh\frac{dr}{dt}$`, 'true'],
    // Whether k changes with the time as well nothing says.
    [r`$A = ks^2$, so $\frac{dA}{dt} = ks\frac{ds}{dt}$`, ''],
  ])('%s: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('a function in an operand is the one that is defined there', () => {
  test.each([
    [r`$f(x) = x^{a-1}(1-x)^{b-1}$; $\frac{d\ln f}{dx} = \frac{a-1}{x} - \frac{b-1}{1-x}$`, 'true'],
    [r`$f(x) = x^3$; $\frac{d\ln f}{dx} = \frac{f'(x)}{f(x)}$`, 'true'],
  ])('%s: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('a definition of the letter elsewhere is none of what stands for itself', () => {
  test.each([
    ["# A\n\nLet $x = a + h$.\n\n# B\n\n$(x^2)' = 3x$", 'false!'],
    ["# A\n\nLet $f(x) = x^2$.\n\n# B\n\n$(fg)' = f'g - fg'$", 'false!'],
    ["# A\n\nLet $f(x) = x^2$.\n\n# B\n\n$f'(x) = x$", 'undecided'],
  ])('%s: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('numbers in a chain', () => {
  test.each([
    [r`$f'(4) = \frac{1}{2\sqrt4} = \frac15$`, 'false!'],
    [r`$f'(4) = \frac{1}{2\sqrt4} = \frac14$`, 'true'],
    // Rounded, and a mixed number.
    [r`$f'(4) = \frac{1}{3} = 0.33$`, ''],
    [r`$f'(4) = \frac{5}{2} = 2\frac{1}{2}$`, ''],
  ])('%s: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('a partial derivative holds what is given through its variable, too', () => {
  const given = r`$f(x, y) = x^2 + y^2$, $y = 1 - x$, $h(x) = f(x, 1 - x)$. `;
  test.each([
    [
      given +
        r`$h'(x) = \frac{\partial f}{\partial x} + \frac{\partial f}{\partial y} \cdot \frac{d(1-x)}{dx} = 4x - 2$`,
      'true true',
    ],
    [r`$f(x, y) = x^2 y$, $y = 3x$. $\frac{\partial f}{\partial x} = 2xy$`, 'true'],
  ])('%s: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('mistakes that a text names', () => {
  test.each([
    [r`The most common chain-rule error is $\frac{d}{dx}\sin(g(x)) = \cos(g(x))$ here`, 'false'],
    [r`We find $(x^2)' = x$ instead of $2x$`, 'false'],
    [r`The most common rule is $(x^2)' = x$ here`, 'false!'],
  ])('%s: %s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

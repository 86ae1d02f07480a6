import { describe, expect, test } from 'vitest';
import { verdicts } from './check.js';

const r = String.raw;

describe('a derivative along given dynamics', () => {
  test.each([
    [r`For $\dot{x} = -x + x^3$ take $V(x) = \frac12 x^2$. Then $\dot{V}(x) = -x^2 + x^4$.`, ['true']],
    [r`For $\dot{x} = -x$ take $V = \frac12 x^2$. Then $\dot V = x \dot x = -x^2$.`, ['true', 'true']],
    [
      r`Let $\dot x = y$ and $\dot y = -x - y$. With $V(x, y) = x^2 + y^2$ we have $\dot V = -2y^2$.`,
      ['true'],
    ],
  ])('%s', (text, expected) => {
    expect(verdicts(text).filter((v) => v !== 'undecided')).toEqual(expected);
  });

  test('one that is not so is not confirmed', () => {
    const text = r`For $\dot{x} = -x + x^3$ take $V(x) = \frac12 x^2$. Then $\dot{V}(x) = -x^2 - x^4$.`;
    expect(verdicts(text)).not.toContain('true');
  });
});

describe('a curve that is solved for the variable', () => {
  test.each([
    [r`Let $x = \tan y$. Then $\frac{dy}{dx} = \frac{1}{1 + x^2}$.`, ['true']],
    [r`Let $x = y^3 + y$. Then $\frac{dy}{dx} = \frac{1}{3y^2 + 1}$.`, ['true']],
  ])('%s', (text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

describe('a quantity that is said by one that changes with the time', () => {
  const said = r`With $x = R\cos \omega t + R\cos(\omega t + \theta)$ we have`;
  test.each([
    [r`$\dot x = -R\omega\sin\omega t - R(\omega + \dot\theta)\sin(\omega t + \theta)$`, 'true'],
    [r`$\dot x = -R\omega\sin\omega t - R(\omega - \dot\theta)\sin(\omega t + \theta)$`, 'undecided'],
  ])('%s', (claim, expected) => {
    expect(verdicts(`${said} ${claim}.`)).toEqual([expected]);
  });
});

import { describe, expect, test } from 'vitest';
import { check, verdicts } from './check.js';

const r = String.raw;

describe('an equation between differentials is a claim', () => {
  test.each([
    [r`Let $u = x^2 + 1$, so $du = 2x\,dx$.`, ['true']],
    [r`Let $x = \sin t$. Then $dx = \cos t\,dt$.`, ['true']],
    [r`Let $u = x^2 + 1$, so $du = x\,dx$.`, ['false missing-factor']],
    [r`With $A = \pi r^2$ we have $dA = 2\pi r\,dr$.`, ['true']],
    [r`We take $u = x$ and $dv = e^x\,dx$.`, []],
    [r`The first law says $dU = T\,dS$.`, []],
  ])('%s', (text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });

  test('with all of its sides', () => {
    expect(check(r`Let $u = x^2 + 1$, so $du = 2x\,dx$.`)[0]?.tex).toBe(r`du = 2x\,dx`);
  });
});

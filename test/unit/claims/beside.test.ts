import { describe, expect, it } from 'vitest';
import { verdicts } from './check.js';

const r = String.raw;

/** Claims that only hold with what the text says beside them. */
describe('what stands beside a claim', () => {
  const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    [
      'a point',
      r`$g(u,v) = u^3 v$ at $(2, 5)$: $\frac{\partial g}{\partial u} = 3u^2v = 60$`,
      ['true', 'true'],
    ],
    ['another point', r`$g(u,v) = u^3 v$ at $(2, 4)$: $\frac{\partial g}{\partial u} = 60$`, ['undecided']],
    ['a value', r`At $q = 10$: $C(q) = 3q^2$, $\frac{dC}{dq} = 60$`, ['true']],
    ['the nearest value', r`First $q = 10$, then $q = 2$: $C(q) = 3q^2$, $C'(q) = 12$`, ['true']],
    ['a value worked out', r`$a = b + 1 = 7.0$, $L = a^2$, $\frac{dL}{da} = 2a = 14.0$`, ['true', 'true']],
    ['a rounded value', r`$q = 3$, $C(q) = \ln q$, $C'(q) = \frac1q = 0.333$`, ['true', 'true']],
    ['an entry', r`$x_1 = 7$. $\frac{\partial}{\partial w_1}(w_1x_1) = x_1 = 7$`, ['true', 'true']],
    ['no value', r`$m = kx$, $\frac{\partial m}{\partial k} = x = 7$`, ['true', 'undecided']],
    ['a solution', r`$h(x) = x^2 - 4x$, $h'(x) = 2x - 4 = 0$ at $x = 2$`, ['true', 'true']],
    ['a curve', r`$x = 3\cos t$, $y = 5\sin t$, so $\frac{dy}{dx} = -\frac53\cot t$`, ['true']],
    ['its second derivative', r`$x = s^2$, $y = s^3$. $\frac{d^2y}{dx^2} = \frac{3}{4s}$`, ['true']],
    ['an equation', r`$x^2 + 4y^2 = 16$, therefore $\frac{dy}{dx} = -\frac{x}{4y}$`, ['true']],
    ['an equation that gives another', r`$x^2 + 4y^2 = 16$: $\frac{dy}{dx} = -\frac{x}{y}$`, ['undecided']],
    ['no equation', r`$\frac{dy}{dx} = -\frac{x}{4y}$`, ['undecided']],
    ['a letter for a function', r`$\sigma'(z) = \sigma(1-\sigma)$`, ['true']],
    ['a constant', r`$(k)' = 0$`, ['true']],
    ['a composition', r`$(f(g))' = f'(g)g'$`, ['true']],
    ['sums', r`$E(a) = \sum_{i=1}^n (t_i - ax_i)^2$, $E'(a) = -2\sum_i x_i(t_i - ax_i)$`, ['true']],
    [
      'a wrong sum',
      r`$E(a) = \sum_{i=1}^n (t_i - ax_i)^2$, $E'(a) = 2\sum_i x_i(t_i - ax_i)$`,
      ['false sign-lost'],
    ],
    ['sums over other ranges', r`$E(a) = \sum_{i=1}^n ax_i$, $E'(a) = \sum_{i=1}^m x_i$`, ['undecided']],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

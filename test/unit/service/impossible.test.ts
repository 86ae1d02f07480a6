import { describe, expect, test } from 'vitest';
import { UNLIMITED } from '../../../src/core/derivation.js';
import { Headless } from '../../../src/headless/headless.js';

const headless = new Headless();
const asked = (text: string) => headless.reply({ notation: 'plain', text }, UNLIMITED);

test.each(['x/(x - x)', 'log(4, x - x)', 'x*asin(x/x)', 'acosh(x/x)', '(x - x)^x'])(
  'there is no derivative of %s',
  (text) => expect(asked(text)).toMatchObject({ ok: false, error: { code: 'not-differentiable' } }),
);

test.each([
  ['max(x, x)', '1'],
  ['x^2/x', '1'],
  ['asin(x)', '1/sqrt(1 - x^2)'],
])('there is one of %s', (text, plain) => expect(asked(text)).toMatchObject({ ok: true, result: { plain } }));

/** Functions that have a value at 1 and no slope there. */
const AT_THEIR_END = ['asin', 'acos', 'acsc', 'asec', 'acosh', 'asech'];
const BESIDE = ['x', 'sin(x)', 'acot(x)', 'exp(-x)'];
describe.each(AT_THEIR_END)('%s(x/x), to which the rules give no slope,', (fn) => {
  const bodies = BESIDE.flatMap((g) => [`${fn}(x/x) * ${g}`, `${fn}(x/x) + ${g}`, `${fn}(x^2/x^2)`]);
  test.each(bodies)('has none of a higher order either in %s', (text) => {
    for (const order of [1, 2, 3])
      expect(headless.reply({ notation: 'plain', text, order }, UNLIMITED)).toMatchObject({
        ok: false,
        error: { code: 'not-differentiable' },
      });
  });
});

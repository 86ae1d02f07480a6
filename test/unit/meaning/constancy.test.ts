/** When a derivative of what does not hold its variable is 0, and when nothing says that it is. */
import { expect, test } from 'vitest';
import { ask } from './note.js';

const r = String.raw;
const CONE = r`The volume is $V = \frac{4\pi h^3}{75}$.`;

test.each<[string, string, string, string]>([
  [
    'a quantity at one moment',
    `${CONE} When $h = 5$:`,
    r`\frac{dV}{dt}`,
    'Nothing here says how h depends on t.',
  ],
  ['the same as a result', `${CONE} So $h = 5$.`, r`\frac{dV}{dt}`, 'Nothing here says how h depends on t.'],
  ['a constant', r`${CONE} Here $h$ is a constant.`, r`\frac{dV}{dt}`, 'asked'],
  ['a number, not in time', r`Let $A = k^2$ with $k = 5$.`, r`\frac{dA}{dx}`, 'asked'],
  ['a factor beside what changes', r`Let $m = 2$ and $p = m v$.`, r`\frac{d}{dt}(m v(t))`, 'asked'],
])('%s', (_, note, tex, expected) => {
  const asked = ask(tex, { note });
  expect(asked.ok ? 'asked' : asked.message).toBe(expected);
});

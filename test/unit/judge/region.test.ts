/** Where a claim that holds on a part of the domain holds, in words. */
import { expect, test } from 'vitest';
import { checkFile } from '../../../src/headless/checkFile.js';

const r = String.raw;

test.each([
  [r`|x - 3|`, 'x > 3'],
  [r`|2x - 5|`, 'x > 2.5'],
  [r`|x|`, 'x > 0'],
  [r`|x - \pi|`, 'x > π'],
  [r`|x + \pi|`, 'x > -π'],
  [r`|x - 2\pi|`, 'x > 2π'],
  [r`|2x - \pi|`, 'x > π/2'],
  [r`|2x - 3\pi|`, 'x > 3π/2'],
  [r`|2x + 3\pi|`, 'x > -3π/2'],
  [r`|x - \sqrt{2}|`, 'x > 1.414'],
  // Close to a half and to π is not there.
  [r`|x - 1.501|`, 'x > 1.501'],
  [r`|x - 3.142|`, 'x > 3.142'],
])('the derivative of %s without its sign is right for %s', (body, where) => {
  const slope = body.startsWith('|2') ? '2' : '1';
  const [claim] = checkFile('note.md', `$\\frac{d}{dx} ${body} = ${slope}$`);
  expect(claim?.message).toContain(`Right only for ${where}.`);
});

/** By a parameter, too, it is right on one side of a number. */
test.each([
  ['|a|', 'a', 'only for a > 0'],
  ['|a|', '-a', 'only for a < 0'],
  ['|a - 1|', '(a - 1)', 'only for a > 1'],
  ['|a - 1|', '(1 - a)', 'only for a < 1'],
  ['|a + 1|', '(a + 1)', 'only for a > -1'],
  ['|a + 1|', '(-a - 1)', 'only for a < -1'],
  [r`\sqrt{a^2} + b`, '(a + b)', 'only for a > 0'],
  // Of two names that hang together neither tells.
  ['|a - b|', '(a - b)', 'only on a part of the domain'],
])('the derivative of x² (%s) as 2x %s is right %s', (factor, said, where) => {
  const [claim] = checkFile(
    'note.md',
    `$\\frac{d}{dx} x^2(${factor}) = ${said.startsWith('-') ? `-2x${said.slice(1)}` : `2x${said}`}$`,
  );
  expect(claim?.message).toContain(`Right ${where}.`);
});

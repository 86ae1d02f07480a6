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

test.each([
  ['a sigmoid that has come to 1', r`x + \sigma(x)`, '1'],
  ['a term that is too small far out', r`x + e^{-x^2}`, '1'],
  ['a square of what vanishes far out', r`|x| + \tanh x`, r`\operatorname{sgn}(x)`],
  ['a factor of what vanishes', r`e^{\sigma(x)}`, r`3e^{\sigma(x)}\sigma(x)(1 - \sigma(x))`],
  ['powers beside a constant', r`\operatorname{arctan}(x^{-2})`, r`-\frac{2x}{x^4}`],
])('where no edge bounds it, agreeing to the last digit is none: %s', (_, body, claimed) => {
  const [claim] = checkFile('note.md', `$\\frac{d}{dx}\\left(${body}\\right) = ${claimed}$`);
  expect(claim?.verdict).toBe('false');
});

test.each([
  [r`x^{-2}`, r`-2x^{4\cdot(-3)/4}`],
  [r`\frac{1}{xx}`, r`-\frac{2}{x^{4 \cdot 3/4}}`],
  // (x⁴ + x) − x is not below 0 where rounding puts it there.
  [r`x^5 + 1`, r`5\sqrt{((x^4 + x) - x)^2}`],
])('what is true everywhere is not right in part: %s', (body, claimed) => {
  const [claim] = checkFile('note.md', `$\\frac{d}{dx}\\left(${body}\\right) = ${claimed}$`);
  expect(claim?.verdict).toBe('true');
});

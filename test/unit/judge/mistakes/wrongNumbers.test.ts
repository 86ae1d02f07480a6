/** What is said where no rule went wrong and the numbers did, and where that is no explanation. */
import { expect, test } from 'vitest';
import { verdicts } from '../check.js';

const r = String.raw;

test.each([
  ['a sign', r`\frac{d}{dx} (x^2 + \sin x) = -2x - \cos x`, 'false sign-lost'],
  [
    'a factor that stands in the formula',
    r`\frac{d}{dx} 7 \sin x \cos x = \cos^2 x - \sin^2 x`,
    'false missing-factor',
  ],
  ['a divisor that stands in the formula', r`\frac{d}{dx} 5^{-1}x^2 = 2x`, 'false missing-factor'],
  ['a number whose power is 1', r`\frac{d}{dx} 5^0 x^2 = 10x`, 'false arithmetic-slip'],
  ['a factor from nowhere', r`\frac{d}{dx} (x^2 + x) = 22x + 11`, 'false arithmetic-slip'],
  ['a coefficient', r`\frac{d}{dx} (3x^2 + 5x) = 7x + 5`, 'false arithmetic-slip'],
  ['a letter that lost its power', r`\frac{d}{dx} (x^5 + x^3) = 5x^4 + 3x`, 'false arithmetic-slip'],
  ['a number for a number', r`\frac{d}{dx} 3x = 4`, 'false arithmetic-slip'],
  ['another function', r`\frac{d}{dx} (3x^2 + 5x) = 6x + 5\cos x`, 'false'],
  ['two letters that lost their powers', r`\frac{d}{dx} (x^5 + x^4 + x^3) = 5x + 4x + 3x^2`, 'false'],
])('%s', (_, claim, expected) => {
  expect(verdicts(`$${claim}$`)).toEqual([expected]);
});

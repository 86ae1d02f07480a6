/** Which mistake is found where a rule goes wrong once, everywhere, or each time that a derivative is taken. */
import { expect, test } from 'vitest';
import { verdicts } from '../check.js';

const r = String.raw;

test.each([
  ['once', r`\frac{d}{dx} \sin 3x = \cos 3x`, 'false chain-forgotten'],
  ['at one of two places', r`\frac{d}{dx} (\sin 3x + \cos 5x) = \cos 3x - 5\sin 5x`, 'false chain-forgotten'],
  ['at both', r`\frac{d}{dx} (\sin 3x + \cos 5x) = \cos 3x - \sin 5x`, 'false chain-forgotten'],
  ['both times', r`\frac{d^2}{dx^2} \sin 3x = -\sin 3x`, 'false chain-forgotten'],
  ['all three times', r`\frac{d^3}{dx^3} \sin 3x = -\cos 3x`, 'false chain-forgotten'],
  ['the second time', r`\frac{d^2}{dx^2} \sin 3x = -3\sin 3x`, 'false chain-forgotten'],
  [
    'in the last term of each of two products, of which one is shorter',
    r`\frac{d}{dx} (x e^x \sin x + x \ln x) = e^x \sin x + x e^x \sin x - x e^x \cos x + \ln x - 1`,
    'false sign-lost',
  ],
  ['nowhere', r`\frac{d^2}{dx^2} \sin 3x = -9\sin 3x`, 'true'],
])('%s', (_, claim, expected) => {
  expect(verdicts(`$${claim}$`)).toEqual([expected]);
});

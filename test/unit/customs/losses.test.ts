import { expect, test } from 'vitest';
import { isLossWord, LOSS_WORDS } from '../../../src/customs/losses.js';

test('every word of a loss has one row, with its reason', () => {
  expect(new Set(LOSS_WORDS.map((r) => r.word)).size).toBe(LOSS_WORDS.length);
  for (const { word, reason } of LOSS_WORDS) {
    expect(word).toMatch(/^[a-z]+$/);
    expect(reason, word).toMatch(/^[^.;:]{4,40}$/);
  }
});

test.each(['CE', 'Loss', 'Cross-Entropy', 'cross entropy loss', 'MSE', 'loss', 'L_cost'.slice(2)])(
  '%s is one',
  (name) => {
    expect(isLossWord(name)).toBe(true);
  },
);
test.each(['GELU', 'Attention', 'acc', 'closs', 'gloss', 'constructor', ''])('%s is none', (name) => {
  expect(isLossWord(name)).toBe(false);
});

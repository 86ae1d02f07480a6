import { expect, test } from 'vitest';
import { nameInUse } from '../../../src/editor/gradientName.js';

test.each([
  ['fGradient', null],
  ['fGradient2', 'fGradient'],
  ['log_loss_gradient12', 'log_loss_gradient'],
  ['layer2Gradient', null],
])('%s means that %s is in use', (fresh, used) => {
  expect(nameInUse(fresh)).toBe(used);
});

import { describe, expect, test } from 'vitest';
import type { Step } from '../../../src/core/derivation.js';
import { add, sym } from '../../../src/core/expr.js';
import { isAtSight } from '../../../src/explain/sight.js';

/** A step of a rule whose result has so many nodes. */
const step = (rule: string, size: number, substeps: readonly Step[] = []): Step => {
  const result = add(...Array.from({ length: size - 1 }, () => sym('x')));
  expect(result.size).toBe(size);
  return { rule, result, substeps } as unknown as Step;
};
const identity = step('identity', 3);

describe('what a reader takes at sight has two sides', () => {
  test.each([
    ['a short entry of the table', step('table', 14), true],
    ['one node more', step('table', 15), false],
    ['a short multiple', step('constant-multiple', 14, [identity]), true],
    ['one node more', step('constant-multiple', 15, [identity]), false],
    ['a sum of three', step('sum', 9, [identity, identity, identity]), true],
    ['a sum of four', step('sum', 9, [identity, identity, identity, identity]), false],
  ])('%s', (_, taken, expected) => {
    expect(isAtSight(taken)).toBe(expected);
  });
});

import { describe, expect, test } from 'vitest';
import {
  countBegunBefore,
  countBegunBy,
  countBelow,
  countUpTo,
  countWhile,
} from '../../../src/text/ascending.js';

const LISTS: readonly (readonly number[])[] = [[], [3], [3, 3], [0, 3, 3, 7], [1, 2, 4, 8, 16, 32]];
const BOUNDS = [-1, 0, 1, 2, 3, 4, 6, 7, 8, 33];

describe.each(LISTS.map((list) => ({ list })))('of $list', ({ list }) => {
  const begun = list.map((from) => ({ from }));

  test.each(BOUNDS)('those at most and those below %d are counted', (bound) => {
    const upTo = list.filter((n) => n <= bound).length;
    const below = list.filter((n) => n < bound).length;
    expect([countUpTo(list, bound), countBegunBy(begun, bound)]).toEqual([upTo, upTo]);
    expect([countBelow(list, bound), countBegunBefore(begun, bound)]).toEqual([below, below]);
  });
});

test('a million indices are not all looked at', () => {
  const asked: number[] = [];
  const found = countWhile(1_000_000, (i) => {
    asked.push(i);
    return i < 271_828;
  });
  expect(found).toBe(271_828);
  expect(asked.length).toBeLessThanOrEqual(20);
});

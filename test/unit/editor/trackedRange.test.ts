import { expect, test } from 'vitest';
import { moveRange, type DocumentChange } from '../../../src/editor/trackedRange.js';

const change = (rangeOffset: number, rangeLength: number, text: string): DocumentChange => ({
  rangeOffset,
  rangeLength,
  text,
});

// The range is 10..20.
test.each<readonly [string, readonly DocumentChange[], readonly [number, number, boolean?]]>([
  ['nothing', [], [10, 20]],
  ['text before it', [change(3, 0, 'abc')], [13, 23]],
  ['a deletion before it', [change(3, 4, '')], [6, 16]],
  ['text right before it', [change(10, 0, 'ab')], [12, 22]],
  ['text right behind it', [change(20, 0, 'ab')], [10, 20]],
  ['text far behind it', [change(90, 5, '')], [10, 20]],
  ['text in it', [change(15, 0, 'a')], [10, 21, true]],
  ['a replacement that reaches into it', [change(8, 3, 'a')], [8, 18, true]],
  ['a replacement of all', [change(0, 100, '')], [0, 0, true]],
  ['several changes', [change(30, 1, ''), change(4, 2, 'xyz'), change(0, 0, '-')], [12, 22]],
  ['changes in it and before it', [change(12, 2, 'abc'), change(2, 1, '')], [9, 20, true]],
])('%s', (_, changes, [from, to, touched = false]) => {
  expect(moveRange({ from: 10, to: 20 }, changes)).toEqual({ from, to, touched });
});

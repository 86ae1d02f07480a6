import { describe, expect, test } from 'vitest';
import { missedIn, noted, type Missed } from '../../../src/practice/missed.js';

const a = { tex: '\\sin(x^2)', variable: 'x' };
const b = { tex: 'x^2', variable: 'x' };

describe('what was missed', () => {
  test('comes again until it has gone well twice', () => {
    let list: readonly Missed[] = noted([], a, false);
    expect(list).toEqual([{ ...a, left: 2 }]);
    list = noted(list, a, true);
    expect(list).toEqual([{ ...a, left: 1 }]);
    expect(noted(list, a, true)).toEqual([]);
    expect(noted(list, a, false)).toEqual([{ ...a, left: 2 }]);
  });
  test('what went well at once is not kept', () => expect(noted([], a, true)).toEqual([]));
  test('stands last once it was asked', () => {
    const list = noted(noted(noted([], a, false), b, false), a, false);
    expect(list.map((m) => m.tex)).toEqual([b.tex, a.tex]);
  });
  test('is by another variable another question', () => {
    expect(noted(noted([], a, false), { ...a, variable: 'y' }, false)).toHaveLength(2);
  });
  test('is no more than a list can hold', () => {
    let list: readonly Missed[] = [];
    for (let i = 0; i < 300; i++) list = noted(list, { tex: `x^${String(i)}`, variable: 'x' }, false);
    expect(list).toHaveLength(100);
    expect(list.at(-1)?.tex).toBe('x^299');
  });
  test.each([
    undefined,
    null,
    'x',
    {},
    [null, 3, {}, { tex: 'x', variable: 'x' }, { tex: 1, variable: 'x', left: 2 }],
  ])('is nothing in %j', (kept) => expect(missedIn(kept)).toEqual([]));
  test('comes back from what was kept', () => {
    const list = noted([], a, false);
    expect(missedIn(JSON.parse(JSON.stringify(list)))).toEqual(list);
  });
});

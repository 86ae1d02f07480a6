import { describe, expect, test } from 'vitest';
import { compareValues, type ComparedValues } from '../../../../src/core/compare/agree.js';
import { isWithin, relativeGap, standing, type Closeness } from '../../../../src/core/compare/closeness.js';
import { areSame } from '../../../../src/core/compare/functions.js';

const row: Closeness = {
  agree: { relative: 0.01, floor: 1, noise: 2 },
  differ: { relative: 0.1, floor: 1, noise: 4 },
};

describe('two numbers', () => {
  test.each([
    ['relative to the larger side', 100, 99.1, {}, 'agree'],
    ['between the bounds', 100, 98, {}, 'unclear'],
    ['beyond the second', 100, 80, {}, 'differ'],
    ['of small ones the floor counts', 0.001, 0.009, {}, 'agree'],
    ['a floor of the moment counts besides', 0, 0.9, { floor: 100 }, 'agree'],
    ['noise makes room', 100, 80, { noise: 10 }, 'agree'],
    ['noise keeps them from differing', 100, 80, { noise: 5 }, 'unclear'],
    ['no number', NaN, 1, {}, 'unclear'],
    ['opposite signs', 1, -1, {}, 'differ'],
  ] as const)('%s', (_, a, b, besides, expected) => {
    expect(standing(a, b, row, besides)).toBe(expected);
    expect(standing(b, a, row, besides)).toBe(expected);
  });
  test('no number is within anything', () => {
    expect(isWithin(NaN, 1, row.agree)).toBe(false);
  });
  test('a gap is told in terms of the larger side, or the floor', () => {
    expect(relativeGap(2, 4, 1)).toBe(0.5);
    expect(relativeGap(0.1, 0.2, 1)).toBeCloseTo(0.1);
  });
});

describe('lists of values', () => {
  const values: ComparedValues = { ...row, missing: 'nothing', enough: 2, against: 1 };
  test.each([
    [
      'two that agree',
      [
        [1, 1],
        [2, 2],
      ],
      'agrees',
    ],
    ['one is too few', [[1, 1]], 'undecided'],
    [
      'one that differs',
      [
        [1, 1],
        [2, 2],
        [3, 4],
      ],
      'contradicts',
    ],
    [
      'what has a value on one side alone says nothing',
      [
        [1, 1],
        [2, 2],
        [NaN, 3],
      ],
      'agrees',
    ],
  ] as const)('%s', (_, pairs, expected) => {
    expect(compareValues(pairs, values)).toBe(expected);
  });
  test('or says that they differ', () => {
    expect(compareValues([[NaN, 3]], { ...values, missing: 'differ' })).toBe('contradicts');
    expect(
      compareValues(
        [
          [NaN, NaN],
          [1, 1],
          [2, 2],
        ],
        { ...values, missing: 'differ' },
      ),
    ).toBe('agrees');
  });
  test('ends at the first that decides', () => {
    const asked: number[] = [];
    const pairs = function* (): Generator<readonly [number, number]> {
      for (let k = 0; k < 9; k++) {
        asked.push(k);
        yield [k, k + 5];
      }
    };
    compareValues(pairs(), values);
    expect(asked).toEqual([0]);
  });
});

describe('functions of one argument', () => {
  test.each([
    [
      'the same in other words',
      (x: number) => 1 / Math.cosh(x) ** 2,
      (x: number) => 1 - Math.tanh(x) ** 2,
      true,
    ],
    ['the same on a part', Math.log, (x: number) => Math.log(Math.abs(x)), false],
    ['nearly the same', Math.sin, (x: number) => Math.sin(x) + 1e-7, false],
    ['without any value', () => NaN, () => NaN, false],
  ] as const)('%s', (_, f, g, expected) => {
    expect(areSame(f, g)).toBe(expected);
  });
});

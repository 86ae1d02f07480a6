import { describe, expect, test } from 'vitest';
import { isModerate, LINE, parameterSets, positiveValues } from '../../../../src/core/compare/points.js';

describe('values for the variable', () => {
  test('are of both signs from the first few on, and none twice', () => {
    expect(new Set(LINE).size).toBe(LINE.length);
    expect(LINE.slice(0, 5).some((x) => x < 0)).toBe(true);
  });
  test('far ones and those near 0 are not moderate', () => {
    expect([0.02, -11.9].every(isModerate)).toBe(true);
    expect([0.003, -12.1].some(isModerate)).toBe(false);
  });
});

describe('values for the other names', () => {
  test('are distinct and positive, and others in each set', () => {
    const all = [0, 1, 2, 3].flatMap((s) => positiveValues(s, 4));
    expect(new Set(all).size).toBe(16);
    expect(all.every((v) => v > 0.5 && v < 4)).toBe(true);
  });
  test('in the sets said to be positive are so, and in the others some are not', () => {
    for (const { values, positive } of parameterSets(['a', 'b']))
      expect(values.every((v) => v > 0)).toBe(positive);
  });
  test('are whole for names that count', () => {
    for (const { values } of parameterSets(['a', 'N'], new Set(['N'])))
      expect(Number.isInteger(values[1]) && Number(values[1]) > 1).toBe(true);
  });
  test('are whole once for names that mostly count', () => {
    const whole = parameterSets(['a', 'n'], undefined, (id) => id === 'n').filter(({ values }) =>
      Number.isInteger(values[1]),
    );
    expect(whole.length).toBe(2);
  });
  test('without names there is one set without any', () => {
    expect(parameterSets([])).toEqual([{ values: [], positive: true }]);
  });
});

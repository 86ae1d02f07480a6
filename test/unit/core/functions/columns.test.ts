import { describe, expect, test } from 'vitest';
import { familyNames, FUNCTIONS, valueAtZero } from '../../../../src/core/functions/index.js';
import { row } from '../../../../src/core/functions/row.js';
import { missing } from './missing.js';

describe('every row of the table of functions', () => {
  test.each(FUNCTIONS.map((r) => [r.name, r] as const))('%s lacks nothing', (_, r) => {
    expect(missing(r)).toEqual([]);
  });
  test('families stand in one order, so that sinh is at the place of sin', () => {
    const direct = familyNames('trigonometric');
    expect(familyNames('hyperbolic')).toEqual(direct.map((f) => `${f}h`));
    expect(familyNames('inverse trigonometric')).toEqual(direct.map((f) => `a${f}`));
    expect(familyNames('inverse hyperbolic')).toEqual(direct.map((f) => `a${f}h`));
  });
  test('the value at 0: of the sine, the cosine and the logarithm', () => {
    const at = (name: string): 0 | 1 | null =>
      valueAtZero(FUNCTIONS.find((f) => f.name === name) ?? fail(name));
    expect(['sin', 'cos', 'ln', 'hypot', 'sigmoid'].map(at)).toEqual([0, 1, null, null, null]);
  });
});
const fail = (name: string): never => {
  throw new Error(`no row ${name}`);
};

describe('a new function is told what it lacks', () => {
  test('its spellings', () => {
    expect(missing(row('toy', 'toy', '2*u', (x) => x * x + x))).toEqual([
      'notation/latex/functions.ts reads no toy',
      'notation/latex/spellings.ts prints no toy',
      'notation/plain/spellings.ts reads no toy',
      'notation/plain/spellings.ts prints no toy, nor does expansions.ts spell it out',
      'notation/typescript/spellings.ts has no toy, nor spells it out',
    ]);
  });
  test.each<readonly [Parameters<typeof row>[4], (x: number) => number, string]>([
    [{}, (x) => x * x * x, 'the parity of sin is odd'],
    [{}, (x) => x * x - 1, 'the parity of sin is even'],
    [{ parity: 'even' }, (x) => x + 1, 'the parity of sin is null'],
    [{ sign: 'positive' }, (x) => x + 1, 'sin is not positive'],
    [{ sign: 'nonnegative' }, (x) => x + 1, 'sin is not nonnegative'],
    [{}, (x) => Math.exp(x), 'sin is positive'],
    [{ inverse: 'cos' }, (x) => x + 1, 'sin and its inverse do not name each other'],
    [{ inverse: 'asin' }, (x) => x + 1, 'asin does not undo sin'],
    [{ base: 3 }, (x) => x + 1, 'the base of sin is another'],
    [{}, (x) => Math.max(x, 0), 'sin is 0 on an interval'],
    [{ vanishes: true }, (x) => x + 1, 'sin is not 0 on an interval'],
    [{ rounding: 'none' }, (x) => x + 0.5, 'the values of sin are rounded'],
    [{ partners: ['toy'] }, (x) => x + 1, 'a partner of sin has no row'],
  ])('%o', (options, f, sentence) => {
    expect(missing(row('sin', 'sine', 'cos(u)', f, options))).toContain(sentence);
  });
});

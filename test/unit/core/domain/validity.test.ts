import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validityOf } from '../../../../src/core/domain/validity.js';
import { read } from '../../../../src/core/ruleText.js';
import { printPlain } from '../../../../src/notation/plain/print.js';
import { derivationOf, disagreement } from '../../fuzz/where.js';
import { kinked } from '../arbitrary.js';

const said = (text: string, order = 1): [where: string | null, told: string] => {
  const d = derivationOf(read(text), order);
  if (!d) return ['refused', ''];
  const { where, said: told } = validityOf(d);
  return [where && printPlain(where), told.map((c) => printPlain(c)).join(', ')];
};

describe('where a derivative is the one shown', () => {
  test.each<[string, string | null, string]>([
    ['x^2', null, ''],
    ['1/x', 'x != 0', ''],
    ['ln(x)', 'x > 0', 'x > 0'],
    ['ln(abs(x))', 'x != 0', 'x != 0'],
    ['sqrt(x)', 'x > 0', 'x > 0'],
    ['sqrt(1 - x^2)', '-1 < x < 1', '-1 < x < 1'],
    ['sqrt(x^2 - 2*x - 3)', 'x < -1 or x > 3', 'x < -1 or x > 3'],
    ['sqrt(x^2)', 'x != 0', 'x != 0'],
    ['sqrt(x^4)', null, ''],
    // The slope at 0 is 0, where what is shown, 2x cos x² sin x²/|sin x²|, has no value.
    ['abs(sin(x^2))', 'sin(x^2) != 0', 'sin(x^2) != 0'],
    ['floor(abs(x))', 'floor(abs(x)) != abs(x) or x == 0', 'floor(abs(x)) != abs(x) or x == 0'],
    ['max(x, asin(x))', '-1 < x < 1', '-1 < x < 1'],
    ['abs(x)^(5/2)', null, ''],
    [
      'sqrt(x - 1 + floor(x))',
      'x + floor(x) - 1 > 0 and floor(x) != x',
      'x + floor(x) - 1 > 0, floor(x) != x',
    ],
    ['exp(exp(x^2)) + 1/x', 'x != 0', ''],
    ['sqrt(x)^2', 'x > 0', 'x > 0'],
    ['x*sqrt(x)', 'x > 0', 'x > 0'],
    ['root(x, 3)', 'x != 0', 'x != 0'],
    ['root(x, 3)*sin(x)', 'x != 0', 'x != 0'],
    ['root(x^4, 3)', null, ''],
    ['asin(2*x/(1 + x^2))', 'x != -1 and x != 1', 'x != -1, x != 1'],
    ['ln(sqrt((1 + x)/(1 - x)))', '-1 < x < 1', '-1 < x < 1'],
    ['ln(ln(ln(x)))', 'x > e', 'x > e'],
    ['1/ln(x)', 'x > 0 and x != 1', 'x > 0'],
    ['(x^2 - 1)/(x - 1)', 'x != 1', 'x != 1'],
    ['atan(1/x)', 'x != 0', 'x != 0'],
    ['exp(1/x)', 'x != 0', ''],
    // Kinks, those that are none, and those that cancel.
    ['abs(x)', 'x != 0', 'x != 0'],
    ['x*abs(x)', null, ''],
    ['x/(1 + abs(x))', null, ''],
    ['abs(x^3)', null, ''],
    ['max(0, x)', 'x != 0', 'x != 0'],
    ['max(x, x)', null, ''],
    ['max(x, 2*x, x - 1)', 'x != 0', 'x != 0'],
    ['max(x, x - 1, 3 - x)', 'x != 3/2', 'x != 3/2'],
    ['abs(x) - max(x, 0) - max(-x, 0)', null, ''],
    ['sign(x)', 'x != 0', 'x != 0'],
    ['floor(x)', 'floor(x) != x', 'floor(x) != x'],
    ['clamp(x, 0, 1)', 'x != 0 and x != 1', 'x != 0, x != 1'],
    ['atan2(x, x - 1)', 'x != 0', 'x != 0'],
    ['atan2(sin(x), x)', 'sin(x) != 0 or x > 0', 'sin(x) != 0 or x > 0'],
    // Pieces: a jump, a kink, a smooth meeting, a filled hole, a gap.
    ['piecewise(x^2, x < 1, 2*x, x >= 1)', 'x != 1', 'x != 1'],
    ['piecewise(x^2, x < 1, 1, x >= 1)', 'x != 1', 'x != 1'],
    ['piecewise(x^2, x < 1, 2*x - 1, x >= 1)', null, ''],
    ['piecewise(x, x < 0, x^2, x > 1)', 'x < 0 or x > 1', 'x < 0 or x > 1'],
    ['piecewise(x^2/2, abs(x) <= d, d*(abs(x) - d/2))', null, ''],
    // For one value of a parameter only.
    ['piecewise(x, x > 0, a*(exp(x) - 1), x <= 0)', 'x != 0 or a == 1', 'x != 0 or a == 1'],
    ['leakyrelu(x, a)', 'x != 0 or a == 1', 'x != 0 or a == 1'],
    ['max(x, a)', 'x != a', 'x != a'],
    ['abs(x - a) + abs(x - b)', 'x != a and x != b', 'x != a, x != b'],
    ['sqrt(a^2 - x^2)', '-a < x < a', '-a < x < a'],
    // What repeats without end stays a condition.
    ['tan(x)', 'cos(x) != 0', ''],
    ['ln(sin(x))', 'sin(x) > 0', 'sin(x) > 0'],
    ['ln(tan(x))', 'tan(x) > 0', 'tan(x) > 0'],
    ['abs(sin(x))', 'sin(x) != 0', 'sin(x) != 0'],
    // Between the integers as the power rule has it, and exactly.
    ['x^n', 'x > 0', ''],
    ['x^x', 'x > 0', 'x > 0'],
    ['sqrt(-1 - x^2)', 'false', ''],
    ['sqrt(x)*sqrt(-x)', 'false', ''],
  ])('(%s)′ where %s', (text, where, told) => {
    expect(said(text)).toEqual([where, told]);
  });

  test.each<[string, number, string | null]>([
    ['abs(x)^3', 2, null],
    ['abs(x)^3', 3, 'x != 0'],
    ['x*abs(x)', 2, 'x != 0'],
    ['x^2*sqrt(x)', 2, 'x > 0'],
  ])('(%s) of order %i', (text, order, where) => {
    expect(said(text, order)[0]).toBe(where);
  });
});

test('the set is what difference quotients say, on the kinks too', () => {
  let asked = 0;
  fc.assert(
    fc.property(kinked, (body) => {
      const found = disagreement(body);
      asked += found.asked;
      expect(found.message).toBe(null);
    }),
    { seed: 20, numRuns: 400 },
  );
  expect(asked).toBeGreaterThan(1000);
});

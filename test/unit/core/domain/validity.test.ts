import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validityOf } from '../../../../src/core/domain/validity.js';
import { UNLIMITED, type Derivation } from '../../../../src/core/derivation.js';
import { derive } from '../../../../src/core/derive.js';
import { compile } from '../../../../src/core/evaluate.js';
import { num, sym, type Expr } from '../../../../src/core/expr.js';
import { read } from '../../../../src/core/ruleText.js';
import { tidyInSteps } from '../../../../src/core/tidy/index.js';
import { printPlain } from '../../../../src/notation/plain/print.js';
import { kinked, POINTS } from '../arbitrary.js';

const x = sym('x');

function derivationOf(body: Expr, order = 1): Derivation | null {
  const d = derive(
    { body, target: x, order: num(order), partial: false, definitions: new Map(), dependent: new Set() },
    (e, budget) => tidyInSteps(e, budget, { question: body, target: x }),
    UNLIMITED,
  );
  return 'code' in d ? null : d;
}
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

/** What difference quotients say of f at p: smooth with a slope, not smooth, or nothing certain. */
function slopeByQuotients(f: (t: number) => number, p: number): number | 'none' | null {
  const y = f(p);
  if (Number.isNaN(y)) return 'none';
  const sides = [1e-4, 1e-6].map((h) => [(y - f(p - h)) / h, (f(p + h) - y) / h] as const);
  const [wide, narrow] = sides as [readonly [number, number], readonly [number, number]];
  if (![...wide, ...narrow].every(Number.isFinite)) return narrow.some(Number.isNaN) ? 'none' : null;
  const [gap, finer] = [Math.abs(wide[0] - wide[1]), Math.abs(narrow[0] - narrow[1])];
  const size = Math.max(1, Math.abs(narrow[0]), Math.abs(narrow[1]));
  if (size > 1e4 || Math.abs(y) > 1e4) return null;
  if (finer < 1e-3 * size) return (narrow[0] + narrow[1]) / 2;
  return finer > 0.5 * gap && finer > 0.05 * size ? 'none' : null;
}

/** The first place at which the set and the quotients tell different things, and at how many they could be asked. */
export function disagreement(body: Expr): { readonly asked: number; readonly message: string | null } {
  const d = derivationOf(body);
  if (!d) return { asked: 0, message: null };
  const { where } = validityOf(d);
  const [f, g] = [compile(body, ['x']), compile(d.result, ['x'])];
  const w = where ? compile(where, ['x']) : () => 1;
  let asked = 0;
  for (const p of [...PLACES, ...POINTS]) {
    const slope = slopeByQuotients(f, p);
    if (slope === null) continue;
    const gap = slope === 'none' ? NaN : Math.abs(slope - g(p)) / Math.max(1, Math.abs(slope));
    // Too near to tell apart, and too far to be the same.
    if (gap > 1e-2 && gap < 0.05) continue;
    asked++;
    if ((w(p) === 1) !== gap <= 1e-2) {
      const told = [printPlain(body), where && printPlain(where)].map(String);
      const message = `${told.join(' where ')}; at ${String(p)} the slope is ${String(slope)}, shown ${String(g(p))}`;
      return { asked, message };
    }
  }
  return { asked, message: null };
}
/** Where the generator's pieces and kinks lie. */
const PLACES = [-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3];

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

/** How far numbers are followed: each limit from both sides. */
import { describe, expect, test } from 'vitest';
import { roundingMayExplain } from '../../../../src/core/compare/cancellation.js';
import { centralDifference } from '../../../../src/core/compare/difference.js';
import { withoutIdleLimits } from '../../../../src/core/compare/limit.js';
import { measure } from '../../../../src/core/compare/measure.js';
import type { Binding } from '../../../../src/core/derivation.js';
import { add, call, mul, num, ONE, sym, type Expr } from '../../../../src/core/expr.js';
import { read } from '../../../../src/core/ruleText.js';
import { binder } from '../../../../src/core/walk.js';
import { Work } from '../../../../src/core/work.js';
import { done } from '../../../../src/steps.js';

const [x, k] = [sym('x'), sym('k')];

describe('a value is measured', () => {
  const valueOf = (e: Expr, definitions: readonly Binding[] = []): number =>
    measure(e, new Map([['x', 1]]), new Map(definitions.map((d) => [d.name.id, d]))).value;

  test.each([
    ['of as many terms as may be', 2_000, 2_000],
    ['of one more', 2_001, NaN],
  ])('%s', (_, terms, expected) => {
    expect(valueOf(binder('sum', k, { lower: ONE, upper: num(terms) }, ONE))).toBe(expected);
  });

  const chain = (length: number): readonly Binding[] =>
    Array.from({ length }, (_, i) => {
      const [name, next] = [i, i + 1].map((n) => sym(`a${String(n)}`)) as [Expr & Binding['name'], Expr];
      return { name, params: [], value: i === length - 1 ? x : next };
    });
  test.each([
    ['through as many definitions as may be', 61, 1],
    ['through one more', 62, NaN],
  ])('%s', (_, length, expected) => {
    expect(valueOf(sym('a0'), chain(length))).toBe(expected);
  });

  // A sum of n − 1 sines of different multiples: a node each for the sine, the product and the number.
  test.each([
    ['with as much work as may be', 13_332, true],
    ['with a little more', 13_334, false],
  ])('%s', (_, terms, isNumber) => {
    const long = add(...Array.from({ length: terms }, (_, i) => call('sin', mul(num(i + 2), x))));
    expect(Number.isFinite(valueOf(long))).toBe(isNumber);
  });
});

describe('differences', () => {
  const stepsOf = (f: (t: number) => number): readonly number[] => {
    const tried: number[] = [];
    centralDifference((t) => (tried.push(t - 1), f(t)), 1);
    return tried.filter((h) => h > 0);
  };
  test('that do not settle are taken at nine steps, each smaller by the same part', () => {
    const steps = stepsOf((t) => Math.sin(1e9 * t * t));
    expect(steps.length).toBeLessThanOrEqual(9);
    steps.slice(1).forEach((h, i) => {
      expect((steps[i] ?? 0) / h).toBeCloseTo(1.6, 6);
    });
  });
  test('that get better go on to the ninth', () => {
    expect(stepsOf((t) => Math.sign(t - 1) * Math.abs(t - 1) ** 1.5)).toHaveLength(9);
  });
  // Defined within 0.05/3ⁿ of 1 only.
  test.each([
    ['after as many thirds as may be', 12, true],
    ['after one more', 13, false],
  ])('of a function on a small domain are found %s', (_, thirds, found) => {
    const reach = (0.05 / 3 ** thirds) * 1.001;
    expect(centralDifference((t) => (Math.abs(t - 1) < reach ? t : NaN), 1) !== null).toBe(found);
  });
});

describe('sums whose rounding may explain a gap', () => {
  // (x + 1e9) − (1e9 − i) for some i cancels; those before it do not.
  const cancelling = add(x, num(1e9), num(-1e9));
  test.each([
    ['are looked at, as many as may be', 48, true],
    ['are left alone beyond', 49, false],
  ])('%s', (_, others, explained) => {
    const harmless = Array.from({ length: others }, (_, i) => call('sin', add(x, num(i + 2))));
    const e = add(...harmless, call('sin', cancelling));
    const found = roundingMayExplain(e, 1e-8, ['x'], [1e-3], new Map(), new Work(1e9));
    expect(done(found)).toBe(explained);
  });
});

describe('a limit of what does not change on the way is that', () => {
  const h = sym('h');
  const limit = (body: Expr): Expr => binder('limit', h, { lower: num(0) }, body);
  test.each([
    ['(c − c)/h', limit(read('(c - c)/h')), '0'],
    ['c·h/h', limit(read('c*h/h')), 'c'],
    ['within another limit', limit(limit(read('c*h/h'))), 'c'],
  ])('%s', (_, e, expected) => {
    expect(withoutIdleLimits(e)).toEqual(read(expected));
  });
  test('and is left where it changes', () => {
    const e = limit(read('c + h'));
    expect(withoutIdleLimits(e)).toBe(e);
  });
  test('limits within each other keep their names apart', () => {
    const k = sym('k');
    const inner = binder('limit', k, { lower: num(0) }, read('(h + k)*x + h'));
    expect(measure(limit(add(inner, h)), new Map([['x', 3]]), new Map()).value).toBeCloseTo(0, 9);
    expect(measure(limit(add(inner, read('cos(h)*x'))), new Map([['x', 3]]), new Map()).value).toBeCloseTo(
      3,
      9,
    );
  });
});

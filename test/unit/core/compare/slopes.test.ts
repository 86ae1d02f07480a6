import { describe, expect, test } from 'vitest';
import { compareSlopes } from '../../../../src/core/compare/slopes.js';
import { ROWS } from '../../../../src/core/compare/table.js';
import { UNLIMITED } from '../../../../src/core/derivation.js';
import { done, ready } from '../../../../src/steps.js';
import { TurnBudget, Work } from '../../../../src/core/work.js';

type F = (x: number) => number;
const check = (f: F, g: F, row = ROWS.answer, isNoise = false) =>
  done(compareSlopes({ f: () => f, g, isNoise: () => ready(isNoise) }, 0, row, new TurnBudget(UNLIMITED)));

describe('a slope and differences of its function', () => {
  test.each<[string, F, F, string]>([
    ['right', (x) => x ** 3, (x) => 3 * x * x, 'agrees'],
    ['right within the first bound', Math.sin, (x) => Math.cos(x) * (1 + 0.9e-6), 'agrees'],
    ['beyond it', Math.sin, (x) => Math.cos(x) * (1 + 1.2e-6), 'undecided'],
    ['within the second', Math.sin, (x) => Math.cos(x) * (1 + 0.9e-3), 'undecided'],
    ['beyond it', Math.sin, (x) => Math.cos(x) * (1 + 1.2e-3), 'contradicts'],
    ['a wrong sign', Math.cos, Math.sin, 'contradicts'],
    ['a function without values', () => NaN, () => 1, 'undecided'],
    ['a slope without values', (x) => x, () => NaN, 'undecided'],
    ['rounding of a constant', () => 1, () => 1e-10, 'undecided'],
    ['off at one point alone', (x) => x, (x) => (Math.abs(x - 2.71) < 0.01 ? 2 : 1), 'undecided'],
  ])('%s', (_, f, g, verdict) => {
    expect(check(f, g).verdict).toBe(verdict);
  });
  test('what rounding explains is no contradiction', () => {
    expect(check(Math.sin, () => 2, ROWS.answer, true).verdict).toBe('undecided');
  });
  test('a long program is held to a digit less', () => {
    const slope: F = (x) => Math.cos(x) * (1 + 5e-6);
    expect(check(Math.sin, slope, ROWS.program).verdict).toBe('agrees');
    expect(check(Math.sin, slope).verdict).toBe('undecided');
  });
  test('ends once enough points agree, and where the budget does', () => {
    expect(check(Math.sin, Math.cos).points).toBe(ROWS.answer.wanted);
    const turns = new TurnBudget(new Work(1));
    const sides = { f: () => Math.sin, g: Math.cos, isNoise: () => ready(false) };
    expect(done(compareSlopes(sides, 0, ROWS.answer, turns)).points).toBe(1);
  });
});

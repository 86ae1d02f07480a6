import { describe, expect, test } from 'vitest';
import {
  PHRASES,
  SO_FAR_BEFORE,
  SO_FAR_BEHIND,
  speaksOfTotals,
  totalSaid,
} from '../../../src/customs/phrases.js';

test('every phrase has its reason', () => {
  for (const { reason } of PHRASES) expect(reason).toMatch(/^[^.;:]{4,50}$/);
});

describe('what the entries come to, by the words beside the name', () => {
  test.each([
    ['a one-hot vector ', '', 1],
    ['the true class ', ' (one-hot)', 1],
    ['der One-Hot-Vektor ', '', 1],
    ['the 1-hot label ', '', 1],
    ['the phone hotline ', '', null],
    ['a cone-hot vector ', '', null],
    ['a vector ', ' of ones', null],
  ])('%s«y»%s: %s', (before, behind, total) => {
    expect(totalSaid(before, behind)).toBe(total);
    expect(speaksOfTotals(before + behind)).toBe(total !== null);
  });

  const words = 'one-hot';
  test.each([
    [`${words}${' '.repeat(SO_FAR_BEFORE - words.length)}`, '', 1],
    [`${words}${' '.repeat(SO_FAR_BEFORE - words.length + 1)}`, '', null],
    ['', `${' '.repeat(SO_FAR_BEHIND - words.length)}${words}`, 1],
    ['', `${' '.repeat(SO_FAR_BEHIND - words.length + 1)}${words}`, null],
  ])('near: "%s", "%s": %s', (before, behind, total) => {
    expect(totalSaid(before, behind)).toBe(total);
  });
});

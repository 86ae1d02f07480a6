/** How far words and definitions reach: each distance from both sides. */
import { describe, expect, test } from 'vitest';
import { checkFile } from '../../../src/headless/checkFile.js';
import { noteOf } from '../meaning/note.js';

const r = String.raw;
/** Words that say nothing, so many characters in all. */
const idle = (characters: number): string => 'and '.repeat(characters).slice(0, characters - 1) + ' ';

describe('what an arrow means is said at most 250 characters before it', () => {
  const claims = (between: number): number =>
    checkFile('a.md', `Derivatives ${idle(between)}${r`$x^2 \to 2x$`}`).length;
  test('so near', () => {
    expect(claims(238)).toBe(1);
  });
  test('further off', () => {
    expect(claims(239)).toBe(0);
  });
});

describe('a definition is shown with the derivative that follows it within 200 characters', () => {
  const column = (between: number): number | undefined =>
    checkFile('a.md', `$f(x) = x^2$${idle(between)}$f'(x) = 3x$`)[0]?.column;
  test('so near', () => {
    expect(column(198)).toBe(1);
  });
  test('further off', () => {
    expect(column(199)).toBe(12 + 199 + 1);
  });
});

describe('a “where” within 120 characters is said in the same breath', () => {
  const defined = (between: number): number | undefined => {
    const before = '$y = 5x$ ';
    return noteOf(`${before}${idle(between)}where $y = x$`)
      .situationAt(before.length)
      .definitions.get('y')?.from;
  };
  // “where ”, and the dollar sign before the formula.
  const rest = 7;
  test('so near', () => {
    expect(defined(119 - rest)).toBeGreaterThan(100);
  });
  test('further off', () => {
    expect(defined(120 - rest)).toBeLessThan(10);
  });
});

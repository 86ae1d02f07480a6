import { describe, expect, test } from 'vitest';
import { COORDINATES, FRAMES, withDot, withoutDot } from '../../../src/customs/frames.js';

describe('frames of unit vectors', () => {
  test('have three letters each, with a reason in one phrase', () => {
    for (const { letters, reason } of FRAMES) {
      expect(new Set(letters).size, reason).toBe(3);
      expect(reason).toMatch(/^[^.:]{4,70}$/);
    }
    expect(FRAMES.map((f) => f.letters)).toContainEqual(COORDINATES);
  });

  test.each([
    ['imath', 'i'],
    ['jmath', 'j'],
    ['k', 'k'],
  ])('%s is %s without its dot, where it has one', (without, letter) => {
    expect(withDot(without)).toBe(letter);
    expect(withoutDot(letter)).toBe(without);
  });
});

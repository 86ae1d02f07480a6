/** What a note says is constant. */
import { describe, expect, test } from 'vitest';
import { noteOf } from './note.js';

const constants = (text: string): string => [...noteOf(text).constants.keys()].sort().join();

describe('names that a note says are constant', () => {
  test.each([
    ['where $c$ is a constant', 'c'],
    ['with constants $a, b$ of the material', 'a,b'],
    ['for some fixed $T$, where $T$ is held constant', 'T'],
    ['Let $k \\in \\mathbb{R}$ be a real constant.', 'k'],
    ['wobei $c$ eine Konstante ist', 'c'],
    ['die Konstante $c$', 'c'],
    ['où $k$ est une constante', 'k'],
    ['其中 $c$ 是常数', 'c'],
    // A parameter is given by a number, a point is not.
    ['Take $\\alpha = 0.01$.', 'alpha'],
    ['At $x = 3$ we find', ''],
    // A constant of something else.
    ['the constant term of $p(x)$', ''],
    ['$T$ is not known to be anything', ''],
    ['The constant of integration, and then $T$', ''],
  ])('%s: %s', (text, expected) => {
    expect(constants(text)).toBe(expected);
  });
});

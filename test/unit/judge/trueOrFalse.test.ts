import { describe, expect, test } from 'vitest';
import { verdicts } from './check.js';

describe('a question whether a formula is so claims nothing', () => {
  test.each([
    'T/F: $\\frac{d}{dx} \\ln(x^2) = \\frac{1}{x^2}$.',
    'True/False: $\\frac{d}{dx} \\ln(x^2) = \\frac{1}{x^2}$.',
    'Richtig oder falsch: $\\frac{d}{dx} \\ln(x^2) = \\frac{1}{x^2}$.',
  ])('%s', (text) => {
    expect(verdicts(text).filter((v) => v.startsWith('false') && !v.endsWith('quoted'))).toEqual([]);
  });

  test('and one that is only said does', () => {
    expect(verdicts('We get $\\frac{d}{dx} \\ln(x^2) = \\frac{1}{x^2}$.')).toEqual(['false chain-forgotten']);
  });
});

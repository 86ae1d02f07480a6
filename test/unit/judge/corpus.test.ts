import { describe, expect, it } from 'vitest';
import { RIGHT } from '../../corpus/claims/right.js';
import { WRONG } from '../../corpus/claims/wrong.js';
import { check } from './check.js';

describe('claims that hold', () => {
  it('are at least 150', () => {
    expect(RIGHT.length).toBeGreaterThanOrEqual(150);
  });
  it.each(RIGHT)('no alarm: %s', (text) => {
    expect(check(text).filter((c) => c.verdict === 'false')).toEqual([]);
  });
});

describe('claims with a mistake', () => {
  const found = WRONG.map(([code, text]) => ({
    code,
    text,
    wrong: check(text).find((c) => c.verdict === 'false'),
  }));

  it('are at least 150', () => {
    expect(WRONG.length).toBeGreaterThanOrEqual(150);
  });
  it.each(found.map((f) => [f.code, f.text, f.wrong] as const))('%s: %s', (_, __, wrong) => {
    expect(wrong).toBeDefined();
  });
  it('have their mistakes named', () => {
    const unnamed = found
      .filter((f) => f.wrong?.mistake !== f.code)
      .map((f) => [f.code, f.wrong?.mistake, f.text]);
    expect(unnamed).toEqual([]);
  });
});

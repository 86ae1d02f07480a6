import { describe, expect, test } from 'vitest';
import * as words from '../../../src/customs/words.js';

test('every word has one row, with its reason', () => {
  expect(new Set(words.WORDS.map((w) => w.word)).size).toBe(words.WORDS.length);
  for (const { word, reason, roles } of words.WORDS) {
    expect(reason, word).toMatch(/^[^.;:]{4,50}$/);
    expect(roles.length, word).toBeGreaterThan(0);
  }
});

describe('the queries', () => {
  test.each<readonly [name: string, query: (word: string) => boolean, are: string, areNot: string]>([
    ['predicted', words.isPredicted, 'pred est out model', 'true max in'],
    ['value', words.namesValue, 'max min tot eq', 'pred kin loss'],
    ['no run of indices', words.isNoIndexRun, 'min in kin nm', 'ij kl mnk max'],
    ['count in code', words.isCountInCode, 'len days index df', 'x rate time daily'],
  ])('%s: %s', (_, query, are, areNot) => {
    expect(are.split(' ').filter((w) => !query(w))).toEqual([]);
    expect([...areNot.split(' '), '', 'constructor'].filter(query)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { environmentSort } from '../../../src/documents/blockWords.js';

describe('what the name of an environment says', () => {
  test.each([
    ['example', 'example'],
    ['exercise*', 'example'],
    ['thm', 'statement'],
    ['workedexample', 'example'],
    ['envsolution', 'continues'],
    ['solutionbox', 'continues'],
    ['theorembox', 'statement'],
    ['itemize', null],
    ['figure', null],
    // Short words stand in names by accident.
    ['corners', null],
    ['multitask', null],
    ['footnote', null],
  ])('%s: %s', (name, sort) => {
    expect(environmentSort(name)).toBe(sort);
  });
});

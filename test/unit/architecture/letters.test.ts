import { describe, expect, test } from 'vitest';
import { expectNoneElsewhere, type SomethingElse } from './elsewhere.js';
import { letterLists } from './letterLists.js';

/** Files with lists of letters that are no customs: how many, and what they are. It may only become shorter. */
const SOMETHING_ELSE: SomethingElse = {
  'core/walk.ts': [1, 'new names for bound ones: core imports nothing'],
  'core/arrays/indices.ts': [1, 'new names for bound indices: core imports nothing'],
  'core/rules/basic.ts': [1, 'names of the factors in the rule that is shown'],
  'core/rules/composite.ts': [1, 'names of the arguments in the rule that is shown'],
  'core/tidy/factorOrder.ts': [2, 'the order of printed factors: core imports nothing'],
  'notation/latex/printSymbols.ts': [1, 'spellings of Greek'],
  'notation/latex/symbols.ts': [2, 'spellings of Greek'],
  'notation/plain/names.ts': [1, 'spellings of Greek'],
  'notation/plain/raised.ts': [8, 'signs that Unicode raises and lowers'],
  'notation/plain/severalLetters.ts': [1, 'the Greek alphabet'],
  'notation/plain/tokens.ts': [1, 'prefixes of numbers'],
  'notation/typescript/numbers.ts': [1, 'prefixes of numbers'],
  'notation/latex/letterRuns.ts': [1, 'vowels'],
  'notation/latex/asking.ts': [1, 'a command of TeX'],
  'notation/latex/layout.ts': [1, 'a command of TeX'],
  'notation/latex/parse.ts': [1, 'a command of TeX'],
  'notation/latex/plainWords.ts': [2, 'a command of TeX'],
  'notation/latex/macros/define.ts': [1, 'a command of TeX'],
  'documents/definitions.ts': [2, 'a command of TeX'],
  'documents/marks.ts': [3, 'labels of the parts of an exercise'],
  'meaning/shapes.ts': [1, 'the set of numbers'],
  'meaning/introductions.ts': [3, 'words of languages'],
  'meaning/primes.ts': [2, 'words of languages'],
  'meaning/functionWords.ts': [1, 'words of languages'],
  'editor/notebookCells.ts': [1, 'a command of TeX'],
  'typeset/katexTree.ts': [2, 'a command of TeX, and of paths'],
  'claims/notes/links.ts': [1, 'words of languages'],
  'claims/notes/options.ts': [2, 'labels of answers to choose from'],
  'claims/notes/sentences.ts': [2, 'words of languages'],
  'claims/notes/vocabulary/german.ts': [1, 'endings of words'],
  'claims/notes/vocabulary/italian.ts': [4, 'endings of words'],
  'claims/notes/vocabulary/portuguese.ts': [3, 'endings of words'],
  'claims/notes/vocabulary/spanish.ts': [3, 'endings of words'],
  'claims/notes/headers.ts': [1, 'words of languages'],
  'codegen/testRunner.ts': [1, 'endings of files'],
  'meaning/constants.ts': [2, 'words of languages'],
  'notation/latex/statements.ts': [1, 'labels of items'],
  'files/limits.ts': [1, 'endings of files'],
  'files/visible.ts': [1, 'characters that are not seen'],
};

test('what letters mean by custom stands in customs/ and nowhere else', () => {
  expectNoneElsewhere('customs/', letterLists, SOMETHING_ELSE);
});

describe('the test itself', () => {
  test.each([
    ["const A = ['f', 'g', 'h'];", 1],
    ["const A = new Map([['phi', 1], ['Phi', 2], ['W', 3]]);", 1],
    ["const A = { sigma: 'a', Phi: 'b', phi: 'c' };", 1],
    ['const A = /^[fgh]$/;', 1],
    ['const A = /^[i-n]$/;', 1],
    ['const A = /^(?:n|m|k)$/;', 1],
    ["const A = 'kmn'.includes(x);", 1],
    ["const A = Array.from('xyz');", 1],
    ["const A = 'tuvwxyz';", 1],
    ["const A = ['f', 'sin', 'cos'];", 0],
    ['const A = /[a-zA-Z\\d]+[eE]/;', 0],
    ["const A = marks.includes('bold');", 0],
    ["const A = 'bold';", 0],
  ])('%s', (text, count) => {
    expect(letterLists('a.ts', text)).toHaveLength(count);
  });
});

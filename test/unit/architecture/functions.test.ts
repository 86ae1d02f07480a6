import { describe, expect, test } from 'vitest';
import { expectNoneElsewhere, type SomethingElse } from './elsewhere.js';
import { functionLists } from './functionLists.js';

/** Files with lists of functions that are no columns of their rows: how many, and what they are. */
const SOMETHING_ELSE: SomethingElse = {
  'core/arrays/differentials/entrywise.ts': [1, 'slopes of each entry in a form of their own'],
  'core/tidy/laws/angles.ts': [1, 'a law of products'],
  'core/tidy/laws/compositions.ts': [1, 'a law of functions of inverse functions'],
  'judge/mistakes/functionMistakes.ts': [1, 'formulas of entries in their other form'],
  'notation/expansions.ts': [1, 'expansions by other functions'],
  'notation/latex/application.ts': [1, 'spellings of inverse functions'],
  'notation/latex/commonMacros.ts': [1, 'spellings'],
  'notation/latex/functions.ts': [2, 'spellings'],
  'notation/latex/letterRuns.ts': [1, 'spellings without a backslash'],
  'notation/latex/print.ts': [1, 'functions whose argument is a script in TeX'],
  'notation/latex/spellings.ts': [1, 'spellings'],
  'notation/latex/symbols.ts': [1, 'letters of Greek'],
  'notation/plain/expansions.ts': [1, 'expansions by other functions'],
  'notation/plain/calls.ts': [1, 'spellings without a space'],
  'notation/plain/spellings.ts': [1, 'spellings'],
  'codegen/lines.ts': [1, 'names for the values of calls'],
  'notation/typescript/math.ts': [1, 'members of Math'],
  'claims/code/pairNames.ts': [1, 'names of functions in programs'],
  'notation/typescript/spellings.ts': [2, 'spellings, and expansions by other functions'],
};

test('what is to be said of a function stands in its row and nowhere else', () => {
  expectNoneElsewhere('core/functions/', functionLists, SOMETHING_ELSE);
});

describe('the test itself', () => {
  test.each([
    ["const A = ['sin', 'cos', 'tan'];", 1],
    ["const A = new Map([['sin', 1], ['erf', 2], ['ln', 3]]);", 1],
    ["const A = { sin: 1, cos: 2, 'x': 3, tan: 4 };", 1],
    ['const A = /^(?:sin|cos|tan)$/;', 1],
    ["const A = ['sin', 'cos'];", 0],
    ["const A = ['min', 'max', 'tot'];", 0],
    ['const A = /^\\s(?:sin|cosine)$/;', 0],
  ])('%s', (text, count) => {
    expect(functionLists('a.ts', text)).toHaveLength(count);
  });
});

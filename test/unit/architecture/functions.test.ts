import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { functionLists } from './functionLists.js';
import { sourceFiles } from './imports.js';

const SRC = join(import.meta.dirname, '../../../src');

/** Files with lists of functions that are no columns of their rows: how many, and what they are. */
const SOMETHING_ELSE: Readonly<Record<string, readonly [count: number, reason: string]>> = {
  'core/tidy/laws/angles.ts': [1, 'a law of products'],
  'core/tidy/laws/compositions.ts': [1, 'a law of functions of inverse functions'],
  'judge/mistakes/functionMistakes.ts': [1, 'formulas of entries in their other form'],
  'judge/gap.ts': [1, 'commands of TeX with an argument'],
  'notation/expansions.ts': [1, 'expansions by other functions'],
  'notation/latex/application.ts': [1, 'spellings of inverse functions'],
  'notation/latex/commonMacros.ts': [1, 'spellings'],
  'notation/latex/functions.ts': [2, 'spellings'],
  'notation/latex/letterRuns.ts': [1, 'spellings without a backslash'],
  'notation/latex/print.ts': [1, 'functions whose argument is a script in TeX'],
  'notation/latex/spellings.ts': [1, 'spellings'],
  'notation/latex/symbols.ts': [1, 'letters of Greek'],
  'notation/plain/expansions.ts': [1, 'expansions by other functions'],
  'notation/plain/operands.ts': [1, 'spellings without a space'],
  'notation/plain/spellings.ts': [1, 'spellings'],
  'codegen/lines.ts': [1, 'names for the values of calls'],
  'notation/typescript/math.ts': [1, 'members of Math'],
  'claims/code/pairNames.ts': [1, 'names of functions in programs'],
  'notation/typescript/spellings.ts': [2, 'spellings, and expansions by other functions'],
};

test('what is to be said of a function stands in its row and nowhere else', () => {
  const files = sourceFiles().filter((file) => !file.startsWith('core/functions/'));
  const found = files.flatMap((file) => {
    const lists = functionLists(file, readFileSync(join(SRC, file), 'utf8'));
    const [count] = SOMETHING_ELSE[file] ?? [0];
    return lists.length === count
      ? []
      : [`${file} has ${String(lists.length)}, not ${String(count)}:`, ...lists];
  });
  expect(found).toEqual([]);
  expect(Object.keys(SOMETHING_ELSE).filter((file) => !files.includes(file))).toEqual([]);
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

/** What stands between reading and printing knows no spelling: readers tell it what they saw, as facts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './imports.js';
import { texSpellings } from './texSpellings.js';

const SRC = join(import.meta.dirname, '../../../src');
const ROOMS = ['core', 'customs', 'meaning', 'claims', 'judge', 'answer'];

test('no TeX is spelled or looked for between reading and printing', () => {
  const files = sourceFiles().filter((file) => ROOMS.includes(file.split('/', 1)[0] ?? ''));
  expect(files.length).toBeGreaterThan(ROOMS.length);
  expect(files.flatMap((file) => texSpellings(file, readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
});

test.each([
  [String.raw`const a = '\\frac';`, 1],
  [String.raw`const a = /\\begin\{/;`, 1],
  ['const a = `\\\\sum ${b} \\\\cdot`;', 2],
  [String.raw`const a = /\s+\(/; const b = 'x\n';`, 0],
])('%s', (text, count) => {
  expect(texSpellings('a.ts', text)).toHaveLength(count);
});

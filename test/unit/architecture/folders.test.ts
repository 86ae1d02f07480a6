/** Tests lie where what they test lies. */
import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './imports.js';

const UNIT = join(import.meta.dirname, '..');

/** Folders that are none of src, and what they test. */
const OTHERS: Readonly<Record<string, string>> = {
  architecture: 'all of src, and the manifest',
  bench: 'the notes that are timed',
  fuzz: 'the search for counterexamples',
  growth: 'whatever works on a whole text, by the work of long ones',
  lint: 'our rules of lint',
  survey: 'what the survey of a folder of notes counts and shows',
  regexes: 'every regular expression of src',
};

const folders = readdirSync(UNIT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath }) => relative(UNIT, parentPath).split(sep).join('/'));
const tested = [...new Set(folders)].filter((folder) => folder !== '').sort();
const sources = new Set(sourceFiles().flatMap(foldersOf));

describe('each folder of tests', () => {
  test.each(tested)('%s is one of src, or has a reason', (folder) => {
    expect(sources.has(folder) !== Object.hasOwn(OTHERS, folder)).toBe(true);
  });
});
test('none of the others is gone', () => {
  expect(Object.keys(OTHERS).filter((folder) => !tested.includes(folder))).toEqual([]);
});
test('files are named in one case, of which the first letter is small', () => {
  const names = [...sourceFiles(), ...readdirSync(UNIT, { recursive: true, encoding: 'utf8' })].map((file) =>
    basename(file),
  );
  expect(
    names.filter((name) => !/^[a-z][A-Za-z\d]*(?:\.(?:generated|test|d))?(?:\.[a-z]+)?$/.test(name)),
  ).toEqual([]);
});

/** All the folders around a file. */
function foldersOf(file: string): readonly string[] {
  const folder = dirname(file);
  return folder === '.' ? [] : [...foldersOf(folder), folder];
}

/** What each programming language has beside its row. */
import { describe, expect, test } from 'vitest';
import { WRITERS } from '../../../src/codegen/writers.js';
import { LANGUAGES, editorLanguages } from '../../../src/languages.js';
import { READERS } from '../../../src/notation/programs/readers.js';

const names = LANGUAGES.map(({ name }) => name);

test('every language has a reader, and every reader a language', () => {
  expect(Object.keys(READERS).sort()).toEqual([...names].sort());
});
test('every writer has a language, and tests are written by a writer', () => {
  expect(Object.keys(WRITERS).filter((name) => !names.includes(name))).toEqual([]);
  const tested = LANGUAGES.filter(({ tests }) => tests !== null).map(({ name }) => name);
  expect(tested.filter((name) => WRITERS[name] === undefined)).toEqual([]);
});

describe('no two rows', () => {
  test.each([
    ['have one name', names],
    ['have one ending', LANGUAGES.flatMap(({ files }) => Object.keys(files))],
    ['have one of the editor’s languages', LANGUAGES.flatMap(editorLanguages)],
  ])('%s', (_, all) => {
    expect(new Set(all).size).toBe(all.length);
  });
});

test('endings have a dot and small letters', () => {
  const endings = LANGUAGES.flatMap(({ files }) => Object.keys(files));
  expect(endings.filter((e) => !/^\.[a-z]+$/.test(e))).toEqual([]);
});

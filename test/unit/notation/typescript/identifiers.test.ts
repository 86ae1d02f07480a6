import { expect, test } from 'vitest';
import { isIdentifier } from '../../../../src/notation/typescript/identifiers.js';

/** Words of the language, and values of every program that an author would not hide. */
const RESERVED =
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false
  finally for function if implements import in instanceof interface let new null package private protected public return
  static super switch this throw true try typeof var void while with yield Math NaN Infinity undefined Array Number
  Object`.split(/\s+/);

test.each(RESERVED)('%s is no name for what is written', (word) => {
  expect(isIdentifier(word)).toBe(false);
  expect(isIdentifier(`${word}1`)).toBe(true);
});

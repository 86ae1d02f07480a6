/** The readers of programs by the name of the language's row. */
import { TYPESCRIPT_READER } from '../typescript/programReader.js';
import type { ProgramReader } from './reader.js';

/** A new language is one folder, and one line here. */
export const READERS: Readonly<Record<string, ProgramReader>> = {
  typescript: TYPESCRIPT_READER,
  javascript: TYPESCRIPT_READER,
};

/** The reader of a language that has a row. */
export function readerOf(language: string): ProgramReader {
  const reader = READERS[language];
  if (!reader) throw new Error(`There is no reader of ${language}.`);
  return reader;
}

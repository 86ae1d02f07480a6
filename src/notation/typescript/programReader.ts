/** TypeScript and JavaScript as a language of programs. */
import type { ProgramReader } from '../programs/reader.js';
import { codeText } from './codeText.js';
import { declaredIn } from './declared.js';
import { isDifference } from './differences.js';
import { docCommentOf, docCommentsOf } from './docComments.js';
import { expressionAt, onlyTarget, targetAt, targetIn } from './find.js';
import { functionGroups } from './functionGroups.js';
import { isParserLoaded, loadParser } from './parser.js';
import { readCode, symbolNamed } from './read.js';
import { readResults, returnedNames } from './results.js';
import { readSource } from './source.js';

export const TYPESCRIPT_READER: ProgramReader = {
  load: loadParser,
  isLoaded: isParserLoaded,
  read: (text, language) => readSource(text, language === 'javascript' ? language : 'typescript'),
  targetAt,
  expressionAt,
  targetIn,
  onlyTarget,
  functionGroups,
  codeOf: readCode,
  resultsOf: readResults,
  returnedNames,
  isDifference,
  isNamed: symbolNamed,
  textOf: codeText,
  declaredIn,
  docComments: ({ text }) => docCommentsOf(text),
  docCommentOf: ({ text }, target) => docCommentOf(text, target),
};

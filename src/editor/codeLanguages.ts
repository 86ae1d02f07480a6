/** Which languages are code. */
import type { FileKind } from '../service/index.js';
import { CODE_LANGUAGES } from './contributions.js';

export const isCode = (languageId: string): boolean => CODE_LANGUAGES.includes(languageId);

/** By which limits a file of that language is left out. */
export const fileKindOf = (languageId: string): FileKind =>
  isCode(languageId) ? 'code' : languageId === 'jupyter' ? 'notebook' : 'note';

import { expect, test } from 'vitest';
import { fileKindOf, isCode } from '../../../src/editor/codeLanguages.js';

test('which languages are code', () => {
  expect(['typescript', 'javascriptreact', 'markdown', 'python'].map(isCode)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('by which limits a file of a language is left out', () => {
  expect(['typescript', 'javascriptreact', 'jupyter', 'markdown', 'python', ''].map(fileKindOf)).toEqual([
    'code',
    'code',
    'notebook',
    'note',
    'note',
    'note',
  ]);
});

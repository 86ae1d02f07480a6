import { expect, test } from 'vitest';
import { isCode } from '../../../src/editor/codeLanguages.js';

test('which languages are code', () => {
  expect(['typescript', 'javascriptreact', 'markdown', 'python'].map(isCode)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

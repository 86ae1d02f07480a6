import { expect, test } from 'vitest';
import { mergedMacros } from '../../../src/editor/macros.js';

test.each<[string, unknown, unknown, object]>([
  ['one of each', { '\\a': 'x' }, { '\\b': 'y' }, { '\\a': 'x', '\\b': 'y' }],
  ['ours before the preview’s', { '\\a': 'x' }, { '\\a': 'y' }, { '\\a': 'y' }],
  ['what is no text', { '\\a': 1, '\\b': ['x', 1] }, { '\\c': null }, {}],
  ['what is no object', 'x', null, {}],
  ['nothing', undefined, undefined, {}],
])('%s', (_, preview, own, expected) => expect(mergedMacros(preview, own)).toEqual(expected));

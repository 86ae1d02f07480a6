import { describe, expect, test } from 'vitest';
import { LineStarts } from '../../../src/editor/lineStarts.js';
import { parseLineTarget } from '../../../src/editor/lineTarget.js';
import { noteCommentEdit } from '../../../src/editor/noteComment.js';
import { parseReadingTarget } from '../../../src/editor/readingTarget.js';
import { noteOptions } from '../../../src/documents/noteOptions.js';

function said(text: string, languageId = 'markdown'): string {
  const { from, to, text: addition } = noteCommentEdit(text, languageId, 'log', '10');
  return text.slice(0, from) + addition + text.slice(to);
}

describe('a note says how it is read', () => {
  test.each([
    ['in a new comment', '# A\n', '<!-- leibniz: log = 10 -->\n\n# A\n'],
    ['after its front matter', '---\na: b\n---\n# A', '---\na: b\n---\n<!-- leibniz: log = 10 -->\n\n# A'],
    ['in its comment', 'a\n<!-- leibniz: log = 2 -->', 'a\n<!-- leibniz: log = 10 -->'],
    ['beside other things', '<!-- leibniz: sigma = letter -->', '<!-- leibniz: sigma = letter, log = 10 -->'],
    ['with Windows line ends', '# A\r\n', '<!-- leibniz: log = 10 -->\r\n\r\n# A\r\n'],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toBe(expected);
    expect(noteOptions(said(text)).logBase).toBe('10');
  });
  test('in LaTeX', () => {
    expect(said('\\documentclass{a}', 'latex')).toBe('% leibniz: log = 10\n\\documentclass{a}');
    expect(said('x\n  % leibniz: log = e\ny', 'latex')).toBe('x\n  % leibniz: log = 10\ny');
  });
});

describe('arguments of links are checked', () => {
  test.each([
    null,
    7,
    {},
    { uri: 3, line: 1 },
    { uri: 'a', line: 0 },
    { uri: 'a', line: 1.5 },
    { uri: 'a', line: '1' },
  ])('no line: %j', (value) => expect(parseLineTarget(value)).toBeNull());
  test.each([null, 'log', {}, { uri: 'a', about: 'x' }, { uri: 1, about: 'log' }])(
    'no reading: %j',
    (value) => expect(parseReadingTarget(value)).toBeNull(),
  );
  test('and nothing but what is known is taken from them', () => {
    expect(parseLineTarget({ uri: 'a', line: 3, more: 1 })).toEqual({ uri: 'a', line: 3 });
    expect(parseReadingTarget({ uri: 'a', about: 'log', more: 1 })).toEqual({ uri: 'a', about: 'log' });
  });
});

test('lines and columns of offsets, whatever ends the lines', () => {
  const lines = new LineStarts('ab\r\nc\n\rd');
  const places = [0, 2, 4, 5, 6, 7, 8].map((offset) => lines.at(offset));
  expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual([
    '0:0',
    '0:2',
    '1:0',
    '1:1',
    '2:0',
    '3:0',
    '3:1',
  ]);
});

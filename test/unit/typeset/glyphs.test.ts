import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { MAIN, fontOf, glyphIn } from '../../../src/typeset/face.js';
import { FACE_NAMES, glyph } from '../../../src/typeset/glyphs.js';

const fonts = join(dirname(createRequire(import.meta.url).resolve('katex/package.json')), 'dist/fonts');

describe('glyphs are the fonts’ own', () => {
  test.each(FACE_NAMES)('%s', (face) => {
    const file = join(fonts, `KaTeX_${face}.ttf`);
    expect(existsSync(file)).toBe(true);
    const font = create(readFileSync(file));
    if (!('glyphForCodePoint' in font)) throw new Error('a collection');
    let count = 0;
    for (const code of font.characterSet) {
      const ours = glyph(face, String.fromCodePoint(code));
      if (!ours) continue;
      count++;
      const theirs = font.glyphForCodePoint(code);
      expect(ours.advance).toBe(Math.round(theirs.advanceWidth));
      if (ours.path === '') continue;
      const { minX, minY, maxX, maxY } = theirs.cbox;
      const { left, top, right, bottom } = ours.bounds;
      const off = [left - minX, -bottom - minY, right - maxX, -top - maxY];
      // The fonts' own boxes are a unit off in places.
      expect(Math.max(...off.map(Math.abs)), `${face} U+${code.toString(16)}`).toBeLessThanOrEqual(2);
    }
    expect(count).toBeGreaterThan(15);
  });
});

test('a path is moves, lines and quadratic curves, relative, and ends closed', () => {
  const x = glyph('Math-Italic', 'x');
  expect(x).toMatchObject({ advance: 572, x: 58, y: -278 });
  expect(x?.path).toMatch(/^[qtlhv][-\d.,mqtlhvz]+z$/);
  expect(glyph('Main-Regular', '=')?.path.match(/z/g)).toHaveLength(2);
});

test('private-use signs, spaces and what is not there', () => {
  expect(glyph('Main-Regular', '\ue020')?.path).not.toBe('');
  expect(glyph('Main-Regular', ' ')).toMatchObject({ advance: 250, path: '' });
  expect(glyph('Main-Regular', '本')).toBeNull();
  expect(glyph('No-Face', 'x')).toBeNull();
});

describe('faces', () => {
  const cases: readonly [classes: string, char: string, face: string][] = [
    ['mord mathnormal', 'x', 'Math-Italic'],
    ['mord mathbf', 'w', 'Main-Bold'],
    ['mord boldsymbol', 'x', 'Math-BoldItalic'],
    ['mord amsrm', '□', 'AMS-Regular'],
    ['mord text textbf textit', 'a', 'Main-BoldItalic'],
    ['mord texttt textbf', 'a', 'Typewriter-Regular'],
    ['delimsizing size3', '(', 'Size3-Regular'],
    ['mop large-op', '∑', 'Size2-Regular'],
    ['katex-sizing reset-size6 size3', '(', 'Main-Regular'],
    // Where a face lacks a character, the nearest that has it.
    ['mord mathcal', 'α', 'Math-Italic'],
    ['mord textbf', '□', 'AMS-Regular'],
  ];
  test.each(cases)('%s %s', (classes, char, face) => {
    expect(glyphIn(fontOf(classes.split(' '), MAIN), char)).toBe(glyph(face, char));
  });
});

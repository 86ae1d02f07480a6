import { describe, expect, test } from 'vitest';
import { indexDocument, kindOfFile } from '../../../src/documents/index.js';
import { insertionFor } from '../../../src/editor/insertion.js';
import { inOneLine, texInPlace } from '../../../src/editor/texInPlace.js';
import { ANSWER, marked } from './answers.js';

const DOLLARS = { opening: '$', closing: '$', inTable: false };

describe('TeX at a place', () => {
  test.each([
    ['2x', '2x'],
    ['\\text{a}\n+ b', '\\text{a} + b'],
    ['a \\$ b \\% c', 'a \\$ b \\% c'],
    ['2^{a^*/b}', '2^{a^* /b}'],
    ['a --> b', 'a -- > b'],
    ['\\text{a }\n*/', '\\text{a } * /'],
  ])('%j is written %j', (tex, written) => expect(texInPlace(tex, DOLLARS)).toBe(written));
  test.each([
    'a $ b',
    '\\text{$}',
    'a % b',
    'a \\',
    'a } b',
    '{ a',
    'x_{\\text{a*/b}}',
    '\\text{-->}',
    'x_\\text{\u202ea}',
  ])('%j is refused', (tex) => expect(texInPlace(tex, DOLLARS)).toBeNull());
  test.each([
    ['\\(', '\\)', 'a \\) b'],
    ['\\[', '\\]', 'a \\] b'],
    ['```math', '```', 'a ``` b'],
    ['\\begin{align}', '\\end{align}', 'a \\end{align} b'],
  ])('what ends %s is refused', (opening, closing, tex) => {
    expect(texInPlace(tex, { opening, closing, inTable: false })).toBeNull();
    expect(texInPlace('a', { opening, closing, inTable: false })).toBe('a');
  });
  test('a bar in a table is escaped', () =>
    expect(texInPlace('|x|', { ...DOLLARS, inTable: true })).toBe('\\|x\\|'));
  test('words are one line', () => expect(inOneLine('a\r\nb\u2028c\u202ed')).toBe('a b c d'));
});

/** Ways in which a formula stands in a note or a TeX file: where it stands is marked. */
const PLACES: readonly (readonly [file: string, input: string, display: boolean])[] = [
  ['a.md', 'so ⟦$«x^2»$⟧ is\n', false],
  ['a.md', '> so ⟦$«x^2»$⟧ is\n> it\n', false],
  ['a.md', '| a | b |\n|---|---|\n| ⟦$«x^2»$⟧ | c |\n', false],
  ['a.md', 'text\n\n⟦$$\n«x^2»\n$$⟧\n\nmore $y$\n', true],
  ['a.md', '> ⟦$$\n> «x^2»\n> $$⟧\n', true],
  ['a.md', '⟦```math\n«x^2»\n```⟧\n', true],
  ['a.md', '- ⟦$$\n  «x^2»\n  $$⟧\n', true],
  ['a.tex', 'so ⟦\\(«x^2»\\)⟧ is $y$\n', false],
  ['a.tex', '⟦\\[«x^2»\\]⟧ and $y$\n', true],
];
const HOSTILE = [
  '2x', '|x|', 'a $ b', '\\text{a $b$ c}', 'a % b', 'x \\) y', 'x \\] y', '``` a', '~~~', '\n\n# title', 'a\n$$\nb', '<!-- a',
  'a --> b', '\\end{align}', 'x \\\\ y', '\\mathrm{a; evil()}', '\u2028x', '{', '}', '\\', '> x', '| x | y |', '\\|x\\|',
]; // prettier-ignore

describe.each(PLACES)('in %s: %j', (file, input, display) => {
  test.each(HOSTILE)('the answer %j leaves the other formulas as they are', (tex) => {
    const inTable = input.startsWith('|');
    const { text, found } = marked(input, { display, inTable });
    const insertion = insertionFor(text, found, { ...ANSWER, tex });
    if (insertion === null) return;
    const after = text.slice(0, insertion.at) + insertion.text + text.slice(insertion.at);
    const formulas = (t: string): string[] =>
      indexDocument(kindOfFile(file), t).formulas.map((f) => f.tex.trim());
    const [before, now] = [formulas(text), formulas(after)];
    const added = now.filter((f) => f.startsWith("f'(x) = "));
    expect(added.length, after).toBe(1);
    expect(now.filter((f) => f !== added[0])).toEqual(before);
  });
});

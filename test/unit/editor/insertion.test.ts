import { describe, expect, test } from 'vitest';
import { insertionFor, withoutClosingSpace } from '../../../src/editor/insertion.js';
import type { Answer, Found } from '../../../src/service/service.js';
import { ANSWER, marked } from './answers.js';

function inserted(input: string, traits: Partial<Found>, answer: Partial<Answer> = {}): string {
  const { text, found } = marked(input, traits);
  const insertion = insertionFor(text, found, { ...ANSWER, ...answer });
  if (insertion === null) throw new Error('nothing is inserted');
  const { at, text: addition } = insertion;
  return text.slice(0, at) + addition + text.slice(at);
}

type Case = readonly [name: string, input: string, expected: string];

describe('an inline formula is followed by another one', () => {
  test.each<Case>([
    ['dollars', 'let ⟦$«f(x) = x^2»$⟧ be', "let $f(x) = x^2$, $f'(x) = 2x$ be"],
    ['brackets', 'let ⟦\\(«x^2»\\)⟧.', "let \\(x^2\\), \\(f'(x) = 2x\\)."],
    ['spaces inside', '⟦\\( «x^2» \\)⟧', "\\( x^2 \\), \\(f'(x) = 2x\\)"],
    ['in a quote', '> a ⟦$«x^2»$⟧\n> b', "> a $x^2$, $f'(x) = 2x$\n> b"],
  ])('%s', (_, input, expected) => expect(inserted(input, {})).toBe(expected));
});

describe('a question goes on with its answer', () => {
  test.each<Case>([
    ['inline', 'so ⟦$«\\frac{d}{dx} x^2»$⟧.', 'so $\\frac{d}{dx} x^2 = 2x$.'],
    ['display', "⟦$$\n«(x^2)'\n»$$⟧", "$$\n(x^2)' = 2x\n$$"],
    ['display in a quote', "> ⟦$$\n> «(x^2)'\n> »$$⟧", "> $$\n> (x^2)' = 2x\n> $$"],
  ])('%s', (_, input, expected) => expect(inserted(input, { isQuestion: true })).toBe(expected));
});

describe('a display is followed by a display of its own', () => {
  test.each<Case>([
    ['a block', '⟦$$\n«x^2»\n$$⟧\nend', "$$\nx^2\n$$\n\n$$\nf'(x) = 2x\n$$\nend"],
    ['a line', '⟦$$«x^2»$$⟧\nend', "$$x^2$$\n\n$$f'(x) = 2x$$\nend"],
    ['Windows line ends', '⟦$$\r\n«x^2»\r\n$$⟧\r\n', "$$\r\nx^2\r\n$$\r\n\r\n$$\r\nf'(x) = 2x\r\n$$\r\n"],
    ['in a quote', '> ⟦$$\n> «x^2»\n> $$⟧\n', "> $$\n> x^2\n> $$\n>\n> $$\n> f'(x) = 2x\n> $$\n"],
    ['in a list', '- ⟦$$\n  «x^2»\n  $$⟧\n', "- $$\n  x^2\n  $$\n\n  $$\n  f'(x) = 2x\n  $$\n"],
    [
      'going on with an item that it is not indented for, where a blank line would end the list',
      '1. a\n⟦$$\n«x^2»\n$$⟧\n\n    b\n',
      "1. a\n$$\nx^2\n$$\n$$\nf'(x) = 2x\n$$\n\n    b\n",
    ],
    [
      'the same in a quote, from a paragraph of two lines',
      '> - a\n>   b\n> ⟦$$«x^2»$$⟧\n',
      "> - a\n>   b\n> $$x^2$$\n> $$f'(x) = 2x$$\n",
    ],
    [
      'indented for its item, behind its text',
      '- a\n  ⟦$$«x^2»$$⟧\n',
      "- a\n  $$x^2$$\n\n  $$f'(x) = 2x$$\n",
    ],
    ['indented by a tab', '10. a\n\t⟦$$«x^2»$$⟧\n', "10. a\n\t$$x^2$$\n\n\t$$f'(x) = 2x$$\n"],
    ['not so far as a marker and its tab', '-\ta\n   ⟦$$«x^2»$$⟧\n', "-\ta\n   $$x^2$$\n   $$f'(x) = 2x$$\n"],
    ['behind a list', '- a\n\n⟦$$«x^2»$$⟧\n', "- a\n\n$$x^2$$\n\n$$f'(x) = 2x$$\n"],
    ['in an item behind a wider one', '10. a\n- ⟦$$«x^2»$$⟧\n', "10. a\n- $$x^2$$\n\n  $$f'(x) = 2x$$\n"],
    ['indented', '   ⟦\\[«x^2»\\]⟧', "   \\[x^2\\]\n\n   \\[f'(x) = 2x\\]"],
    ['fenced', '⟦```math\n«x^2»\n```⟧', "```math\nx^2\n```\n\n```math\nf'(x) = 2x\n```"],
  ])('%s', (_, input, expected) => expect(inserted(input, { display: true })).toBe(expected));
});

describe('in a table', () => {
  test.each<readonly [tex: string, written: string]>([
    ['|x|', '\\|x\\|'],
    ['\\|x\\|', '\\Vert x\\Vert '],
    ['2x', '2x'],
  ])('%s is written %s', (tex, written) => {
    const result = inserted('| ⟦$«x^2»$⟧ | b |', { inTable: true }, { tex });
    expect(result).toBe(`| $x^2$, $f'(x) = ${written}$ | b |`);
  });
});

test('a display in a table has another one after it', () => {
  const result = inserted('| ⟦$$«x^2»$$⟧ | b |', { inTable: true, display: true });
  expect(result).toBe("| $$x^2$$, $$f'(x) = 2x$$ | b |");
});

describe('a plain expression gets a line below', () => {
  test.each<Case>([
    ['alone', '«x^2»', 'x^2\n2 * x'],
    ['with a rest of its line', 'y = «x^2» ok\nz', 'y = x^2 ok\n2 * x\nz'],
    ['indented', '\t«x^2»\nz', '\tx^2\n\t2 * x\nz'],
    ['in a comment', '  // «x^2»\nz', '  // x^2\n  // 2 * x\nz'],
    ['in a list', '1. «x^2»\n', '1. x^2\n   2 * x\n'],
    ['in a quote with a list', '> - «x^2»', '> - x^2\n>   2 * x'],
    ['Windows line ends', '# «x^2»\r\nz\r\n', '# x^2\r\n# 2 * x\r\nz\r\n'],
  ])('%s', (_, input, expected) => expect(inserted(input, { kind: 'plain' })).toBe(expected));
  test('in TeX where plain notation has no spelling for it', () => {
    expect(inserted('«x^2»', { kind: 'plain' }, { plain: null })).toBe('x^2\n2x');
  });
});

test.each([
  ['x^2', 'x^2'],
  ['x^2  ', 'x^2'],
  ['x^2\n> ', 'x^2'],
  ['> x > 2\n> ', '> x > 2'],
  ['\n> ', ''],
])('%j without the white space at its end is %j', (text, expected) => {
  expect(withoutClosingSpace(text)).toBe(expected);
});

import { describe, expect, test } from 'vitest';
import { indexDocument, kindOfFile, MARKDOWN, reindex } from '../../../src/documents/index.js';

/** The definitions outside of formulas, «marked»; ⏎ is a line break. */
function marked(text: string, file = 'a.md'): string {
  let [result, at] = ['', 0];
  for (const { from, to } of indexDocument(kindOfFile(file), text).preambles) {
    result += `${text.slice(at, from)}«${text.slice(from, to)}»`;
    at = to;
  }
  return (result + text.slice(at)).replaceAll('\n', '⏎');
}
const unmarked = (text: string): string => text.replace(/[«»]/g, '').replaceAll('⏎', '\n');

const MARKDOWN_CASES: Record<string, readonly string[]> = {
  'in plain lines': [
    '«\\newcommand{\\R}{\\mathbb{R}}»',
    'Text.⏎⏎«\\newcommand{\\R}{\\mathbb{R}}»⏎«\\def\\half{\\tfrac12}»⏎⏎More $\\R$.',
    '«\\newcommand{\\a}{x}» «\\newcommand{\\b}{y}»',
    '  «\\renewcommand*{\\vec}[1]{\\mathbf{#1}}»',
    '«\\newcommand\\norm[1]{\\left\\lVert#1\\right\\rVert}»',
    '«\\newcommand{\\E}[2][x]{\\mathbb{E}_{#1}\\left[#2\\right]}»',
    '«\\def\\pd#1#2{\\frac{\\partial #1}{\\partial #2}}»',
    '«\\let\\eps\\varepsilon»⏎«\\let\\x=\\xi»',
    '«\\DeclareMathOperator*{\\argmax}{arg\\,max}»',
    '«\\DeclarePairedDelimiter{\\abs}{\\lvert}{\\rvert}»',
    '«\\DeclarePairedDelimiter\\abs\\lvert\\rvert»',
    '«\\NewDocumentCommand{\\dd}{m m}{\\frac{d #1}{d #2}}»',
    '«\\newcommand{\\set}[1]{%⏎  \\{#1\\}%⏎}»',
    '«\\global\\def\\a{x}»',
    '> «\\newcommand{\\R}{\\mathbb{R}}»',
    '- «\\newcommand{\\R}{\\mathbb{R}}»⏎- $x$',
    '<div hidden>⏎«\\newcommand{\\R}{\\mathbb{R}}»⏎</div>',
    '<!-- macros -->⏎«\\newcommand{\\R}{\\mathbb{R}}»',
  ],
  'which are none': [
    'Write \\newcommand{\\R}{\\mathbb{R}} to define it.',
    '`\\newcommand{\\R}{\\mathbb{R}}`',
    '```⏎\\newcommand{\\R}{\\mathbb{R}}⏎```',
    '    \\newcommand{\\R}{\\mathbb{R}}',
    '<!-- \\newcommand{\\R}{\\mathbb{R}} -->',
    '<!--⏎\\newcommand{\\R}{\\mathbb{R}}⏎-->',
    '$\\newcommand{\\R}{\\mathbb{R}}$',
    '\\newcommand{\\R}{\\mathbb{R}',
    '\\newcommand{\\R}{x⏎⏎}',
    '\\newcommand{R}{x}',
    '\\newcommands{\\R}{x}',
    '\\letter x',
    '\\define\\a{x}',
  ],
};
describe.each(Object.entries(MARKDOWN_CASES))('definitions in Markdown: %s', (_, cases) => {
  test.each(cases)('%s', (text) => expect(marked(unmarked(text))).toBe(text));
});

describe('definitions in LaTeX', () => {
  test.each([
    '\\documentclass{article}⏎«\\newcommand{\\R}{\\mathbb{R}}»⏎\\begin{document}⏎$\\R$',
    'text «\\def\\a{x}» text',
    '% \\def\\a{x}⏎$x$',
    '\\begin{verbatim}\\def\\a{x}\\end{verbatim}',
    '«\\newcommand{\\be}{\\begin{equation}}»⏎«\\newcommand{\\ee}{\\end{equation}}»⏎$x$',
  ])('%s', (text) => expect(marked(unmarked(text), 'a.tex')).toBe(text));
  test('what stands in a definition is no formula', () => {
    const text = '\\newcommand{\\be}{\\begin{equation}}\n\\newcommand{\\x}{$x$}\n$y$';
    expect(indexDocument(kindOfFile('a.tex'), text).formulas.map((f) => f.tex)).toEqual(['y']);
  });
});

test('in cells of notebooks and in doc comments', () => {
  const cells = ['\\newcommand{\\R}{x}\n', '$\\R$'].map((line) => ({
    cell_type: 'markdown',
    source: [line],
  }));
  const notebook = indexDocument(kindOfFile('a.ipynb'), JSON.stringify({ cells }));
  expect(notebook.preambles.map((p) => p.tex)).toEqual(['\\newcommand{\\R}{x}']);
  const code = indexDocument(kindOfFile('a.ts'), '/**\n * \\newcommand{\\R}{x}\n * $\\R$\n */');
  expect(code.preambles.map((p) => p.tex)).toEqual(['\\newcommand{\\R}{x}']);
});

test('quotes and indentation are no part of it', () => {
  const { preambles } = indexDocument(MARKDOWN, '> \\newcommand{\\f}[1]{%\n>   #1^2}\n');
  expect(preambles.map((p) => p.tex)).toEqual(['\\newcommand{\\f}[1]{%\n  #1^2}']);
});

describe('formulas that define macros are formulas, whatever words they hold', () => {
  test.each([
    '$$\n\\DeclareMathOperator{\\one}{first second third}\n\\newcommand{\\two}{some other words of a language here again}\n$$',
    '$\\newcommand{\\name}{word}$',
    '$ \\newcommand{\\name}{word and word} $',
    '\\(\\def\\name{word and word of it}\\)',
  ])('%s', (text) => expect(indexDocument(MARKDOWN, text).formulas).toHaveLength(1));
});

describe('macros in front matter', () => {
  const macrosOf = (...lines: string[]): readonly string[] =>
    indexDocument(MARKDOWN, ['---', ...lines, '---', '', '$x$'].join('\n')).preambles.map((p) => p.tex);
  test.each<[string, string, string]>([
    ['macros:', '  "\\\\R": "\\\\mathbb{R}"', '\\newcommand{\\R}[0]{\\mathbb{R}}'],
    ['macros:', "  '\\R': '\\mathbb{R}'", '\\newcommand{\\R}[0]{\\mathbb{R}}'],
    ['macros:', '  R: \\mathbb{R}', '\\newcommand{\\R}[0]{\\mathbb{R}}'],
    ['macros:', '  "\\R": "\\mathbb{R}"', '\\newcommand{\\R}[0]{\\mathbb{R}}'],
    ['macros:', '  half: ["\\\\frac{#1}{2}", 1]', '\\newcommand{\\half}[1]{\\frac{#1}{2}}'],
    ['math:', "  '\\half': '\\frac{#1}{2}' # by two", '\\newcommand{\\half}[1]{\\frac{#1}{2}}'],
    ['  macros:', "    '\\q': 'it''s'", "\\newcommand{\\q}[0]{it's}"],
  ])('%s %s', (key, line, expected) =>
    expect(macrosOf('title: x', key, line, 'other: y')).toEqual([expected]),
  );
  test.each<[string, string]>([
    ['math:', '  engine: katex'],
    ['macros:', '  "R": {a: b}'],
    ['title:', '  "\\\\R": "\\\\mathbb{R}"'],
    ['macros:', 'R: x'],
  ])('nothing: %s %s', (key, line) => expect(macrosOf(key, line)).toEqual([]));
});

test('an edit leaves the other definitions alone', () => {
  const text = '\\newcommand{\\a}{x}\n\nText.\n\n\\newcommand{\\b}{y}\n';
  const before = indexDocument(MARKDOWN, text);
  const at = text.indexOf('Text');
  const after = reindex(before, `${text.slice(0, at)}More. ${text.slice(at)}`);
  expect(after.preambles).toEqual(indexDocument(MARKDOWN, after.text).preambles);
  expect(after.work).toBeLessThan(before.work);
});

test.each<[string, string]>([
  ['open braces', '\\def\\a{'.repeat(20_000)],
  ['open brackets', '\\newcommand{\\a}['.repeat(20_000)],
  ['definitions', '\\def\\a{x}\n'.repeat(20_000)],
  ['names', '\\newcommand{'.repeat(20_000)],
])('work is linear in the text: %s', (_, text) => {
  for (const file of ['a.md', 'a.tex']) {
    const [half, whole] = [text.slice(0, text.length / 2), text].map(
      (t) => indexDocument(kindOfFile(file), t).work,
    );
    expect(whole).toBeLessThan(3 * (half ?? 0));
  }
});

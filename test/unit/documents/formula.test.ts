import { describe, expect, it } from 'vitest';
import type { Formula, FormulaIndex } from '../../../src/documents/formula.js';
import { indexDocument, MARKDOWN } from '../../../src/documents/index.js';

const index = (...lines: string[]): FormulaIndex => indexDocument(MARKDOWN, lines.join('\n'));
function nth(of: FormulaIndex, i: number): Formula {
  const formula = of.formulas[i];
  if (!formula) throw new Error(`no formula ${i}`);
  return formula;
}

describe('a formula', () => {
  it('is found around an offset, delimiters included', () => {
    const found = index('ab $x$ cd $$yz$$');
    const at = [0, 2, 3, 4, 6, 7, 9, 10, 13, 16].map((offset) => found.at(offset)?.tex ?? '');
    expect(at).toEqual(['', '', 'x', 'x', 'x', '', '', 'yz', 'yz', 'yz']);
    expect(found.within(6, 10).map((f) => f.tex)).toEqual(['x', 'yz']);
    expect(found.within(7, 9)).toEqual([]);
  });

  it('knows its line and column, after a byte order mark too', () => {
    const found = index('\ufeff$x$', '', '- a', '  - $y$');
    expect(found.formulas.map((f) => [f.line, f.column])).toEqual([
      [1, 2],
      [4, 6],
    ]);
  });

  it('maps between its text and the file over quote prefixes', () => {
    const found = index('> $$', '> a', '>   + b', '> $$');
    const formula = nth(found, 0);
    expect(formula.tex).toBe('a\n  + b');
    const places = Array.from({ length: formula.tex.length }, (_, i) => found.text.charAt(formula.toFile(i)));
    expect(places.join('')).toBe(formula.tex);
    // Inside the stripped prefix: the start of the line's own text.
    expect(formula.toTex(formula.from + 2)).toBe(2);
    expect(formula.toTex(formula.to)).toBe(formula.tex.length);
    expect(formula.toFile(formula.tex.length)).toBe(formula.to);
  });

  it('reads an escaped bar in a cell as a bar, whose place is both characters', () => {
    const formula = nth(index('| a |', '|---|', '| $\\|x\\| + 1$ |'), 0);
    expect(formula.tex).toBe('|x| + 1');
    expect([0, 1, 2, 3].map((i) => formula.toFile(i) - formula.from)).toEqual([0, 2, 3, 5]);
    expect(formula.toTex(formula.from + 1)).toBe(1);
  });

  const BLOCKS: readonly (readonly [string, Formula['block']['kind']])[] = [
    ['a $x$', 'paragraph'],
    ['# a $x$', 'heading'],
    ['a $x$\n---', 'heading'],
    ['- a $x$', 'list'],
    ['> a $x$', 'quote'],
    ['> - a $x$', 'list'],
    ['- > a $x$', 'quote'],
    ['| a |\n|--|\n| $x$ |', 'table'],
    ['$$x$$', 'display'],
    ['- $$\n  x\n  $$', 'display'],
    ['```math\nx\n```', 'display'],
    ['a $$x$$', 'paragraph'],
    ['$x$', 'paragraph'],
  ];
  for (const [text, kind] of BLOCKS) {
    it(`${JSON.stringify(text)} is in a ${kind}`, () => { expect(nth(index(text), 0).block.kind).toBe(kind); }); // prettier-ignore
  }
});

describe('a table cell', () => {
  const found = index(
    '| Function | Derivative |',
    '|---|---|',
    '| $x^2$ (a square) | $2x$, $= 2x$ |',
    '| $x$ | one |',
  );

  it('knows its row, column and header', () => {
    expect(found.formulas.map((f) => [f.cell?.row, f.cell?.column, f.cell?.header])).toEqual([
      [1, 0, 'Function'],
      [1, 1, 'Derivative'],
      [1, 1, 'Derivative'],
      [2, 0, 'Function'],
    ]);
  });

  it('reaches the formulas of its neighbours', () => {
    const cell = nth(found, 2).cell;
    expect(cell?.rows[cell.row]?.[0]?.formulas).toEqual([nth(found, 0)]);
    expect(cell?.formulas.map((f) => f.tex)).toEqual(['2x', '= 2x']);
    expect(cell?.rows.map((row) => row.map((c) => c.text))).toEqual([
      ['Function', 'Derivative'],
      ['$x^2$ (a square)', '$2x$, $= 2x$'],
      ['$x$', 'one'],
    ]);
    expect(found.text.slice(cell?.from, cell?.to)).toBe('$2x$, $= 2x$');
  });

  it('takes a row broken over two lines as one', () => {
    const broken = index(
      '| f | df | use |',
      '|---|---|---|',
      '| $a$ |  ',
      '$b$ | c',
      'and $d$ |',
      '| $e$ | | |',
    );
    expect(broken.formulas.map((f) => [f.tex, f.cell?.row, f.cell?.header])).toEqual([
      ['a', 1, 'f'],
      ['b', 1, 'df'],
      ['d', 1, 'use'],
      ['e', 2, 'f'],
    ]);
  });

  it('leaves a short row as it is where the next one has its own bar', () => {
    const short = index('| f | df |', '|---|---|', '| $a$ |', '| $b$ | $c$ |');
    expect(short.formulas.map((f) => [f.cell?.row, f.cell?.column])).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
    ]);
  });
});

describe('the words around formulas', () => {
  const found = index(
    '# Sigmoid $\\sigma$',
    '',
    '> If $z = f(x)$, the',
    '> rule says $z$.',
    '',
    '## Then',
    '- a $b$',
    '$c$',
  );

  it('are those before and after, within the block', () => {
    expect(found.formulas.map((f) => [found.wordsBefore(f), found.wordsAfter(f)])).toEqual([
      [' Sigmoid ', ''],
      ['If ', ', the\nrule says '],
      [', the\nrule says ', '.'],
      ['a ', '\n'],
      ['\n', ''],
    ]);
  });

  it('stay within a cell', () => {
    const table = index('| f is $x$ | g |', '|---|---|', '| a $y$ b | $z$ c |');
    expect(table.formulas.map((f) => [table.wordsBefore(f), table.wordsAfter(f)])).toEqual([
      ['f is ', ''],
      ['a ', ' b'],
      ['', ' c'],
    ]);
  });

  it('come with the heading above', () => {
    expect(found.headings.map((h) => [h.level, h.text, h.line])).toEqual([
      [1, 'Sigmoid $\\sigma$', 1],
      [2, 'Then', 6],
    ]);
    expect(found.formulas.map((f) => found.headingOf(f)?.line)).toEqual([1, 1, 1, 6, 6]);
    expect(index('$x$', '', '# a').headingOf(nth(index('$x$'), 0))).toBeNull();
  });
});

/** KaTeX's trees are semi-internal: these tests say which shapes the walker counts on. */
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { type LayoutNode, type SpanNode, layoutTree, parsedFormula } from '../../../src/typeset/katexTree.js';
import { measure } from '../../../src/typeset/typeset.js';
import { CORPUS } from './corpus.js';

function tree(tex: string): SpanNode {
  return layoutTree(tex, { display: true, macros: {} });
}

function* nodes(node: LayoutNode): Generator<LayoutNode> {
  yield node;
  if (node.kind === 'span') for (const child of node.children) yield* nodes(child);
}

function spanOf(tex: string, name: string): SpanNode {
  for (const node of nodes(tree(tex))) if (node.kind === 'span' && node.classes.includes(name)) return node;
  throw new Error(`${tex} has no ${name}`);
}

test('the version is the one whose shapes are pinned here', () => {
  expect(katex.version).toBe('0.19.1');
});

describe('spans', () => {
  const cases: readonly [name: string, tex: string, style: Record<string, number>][] = [
    ['katex-html', 'x', {}],
    ['katex-base', 'x', {}],
    ['katex-strut', 'x', { height: 0.4306 }],
    ['vlist-t', 'x^2', {}],
    ['pstrut', 'x^2', { height: 2.7 }],
    ['katex-sizing', 'x^2', {}],
    ['mspace', 'x+1', { marginRight: 0.2222 }],
    ['frac-line', '\\frac12', { borderBottomWidth: 0.04 }],
    ['nulldelimiter', '\\frac12', {}],
    ['hide-tail', '\\sqrt{x}', { minWidth: 0.853, height: 1.08 }],
    ['katex-root', '\\sqrt[3]{x}', {}],
    ['accent-body', '\\hat{x}', { left: -0.2222 }],
    ['katex-accent', '\\hat{x}', {}],
    ['op-limits', '\\sum_i', {}],
    ['delimsizing', '\\left(\\frac12\\right)', {}],
    ['delim-size4', '\\left\\{\\rule{1em}{9em}\\right\\}', {}],
    ['katex-stretchy', '\\underbrace{x}', { minWidth: 1.6, height: 0.548 }],
    ['brace-left', '\\underbrace{x}', { height: 0.548 }],
    ['halfarrow-left', '\\overleftrightarrow{x}', { height: 0.522 }],
    ['svg-align', '\\widehat{x}', {}],
    ['boxpad', '\\boxed{x}', {}],
    ['fbox', '\\boxed{x}', { borderWidth: 0.04, height: 1.1106 }],
    ['cancel-lap', '\\cancel{xy}', {}],
    ['cancel-pad', '\\cancel{xy}', {}],
    ['overline-line', '\\overline{x}', { borderBottomWidth: 0.04 }],
    ['underline-line', '\\underline{x}', { borderBottomWidth: 0.04 }],
    ['mtable', '\\begin{matrix}x\\end{matrix}', {}],
    ['col-align-c', '\\begin{matrix}x\\end{matrix}', {}],
    ['arraycolsep', '\\begin{matrix}x&y\\end{matrix}', { width: 0.5 }],
    ['vertical-separator', '\\begin{array}{|c}x\\end{array}', { borderRightWidth: 0.04, height: 1.2 }],
    ['katex-hline', '\\begin{array}{c}\\hline x\\end{array}', { borderBottomWidth: 0.04 }],
    ['katex-rule', '\\rule[1em]{2em}{3em}', { borderRightWidth: 2, borderTopWidth: 3, bottom: 1 }],
    ['rlap', '\\rlap{x}', {}],
    ['katex-inner', '\\rlap{x}', {}],
    ['x-arrow', '\\xrightarrow{x}', {}],
    ['x-arrow-pad', '\\xrightarrow{x}', {}],
    ['katex-tag', 'x\\tag{1}', {}],
    ['katex-newline', 'x\\\\y', {}],
    ['mfrac', '\\frac12', {}],
    ['msupsub', 'x_1', {}],
    ['mover', '\\overbrace{x}', {}],
  ];
  test.each(cases)('%s in %s', (name, tex, style) => {
    expect(spanOf(tex, name).style.lengths).toMatchObject(style);
  });

  test('a vertical list is rows of a list of wrappers, each a strut and its content', () => {
    const [row] = spanOf('x^2', 'vlist-t').children;
    const list = row?.kind === 'span' ? row.children[0] : undefined;
    const wrapper = list?.kind === 'span' ? list.children[0] : undefined;
    expect(row).toMatchObject({ classes: ['vlist-r'] });
    expect(list).toMatchObject({ classes: ['vlist'] });
    expect(wrapper).toMatchObject({ style: { lengths: { top: -3.113, marginRight: 0.05 } } });
    expect(wrapper).toMatchObject({
      children: [{ classes: ['pstrut'] }, { classes: ['katex-sizing', 'reset-size6', 'size3', 'mtight'] }],
    });
  });
});

describe('symbols', () => {
  const cases: readonly [tex: string, text: string, font: string][] = [
    ['x', 'x', 'mathnormal'],
    ['\\mathbb{R}', 'R', 'mathbb'],
    ['\\mathcal{L}', 'L', 'mathcal'],
    ['\\mathfrak{g}', 'g', 'mathfrak'],
    ['\\mathscr{H}', 'H', 'mathscr'],
    ['\\mathbf{w}', 'w', 'mathbf'],
    ['\\boldsymbol{x}', 'x', 'boldsymbol'],
    ['\\mathsf{A}', 'A', 'mathsf'],
    ['\\mathtt{x}', 'x', 'mathtt'],
    ['\\mathrm{d}', 'd', 'mathrm'],
    ['\\mathit{f}', 'f', 'mathit'],
    ['\\textbf{a}', 'a', 'textbf'],
    ['\\textit{a}', 'a', 'textit'],
    ['\\square', '□', 'amsrm'],
    ['\\sum', '∑', 'large-op'],
    ['\\textstyle\\sum', '∑', 'small-op'],
  ];
  test.each(cases)('%s', (tex, text, font) => {
    const symbols = [...nodes(tree(tex))].filter((node) => node.kind === 'symbol');
    expect(symbols).toHaveLength(1);
    expect(symbols[0]).toMatchObject({ text, classes: expect.arrayContaining([font]) as unknown });
  });

  test('characters of one kind are merged, and the last one’s italic correction is kept', () => {
    const [symbol] = [...nodes(tree('\\text{abc}'))].filter((node) => node.kind === 'symbol');
    expect(symbol).toMatchObject({ text: 'abc', italic: 0 });
    expect([...nodes(tree('f'))].find((node) => node.kind === 'symbol')).toMatchObject({ italic: 0.10764 });
  });
});

describe('pictures', () => {
  test.each([
    ['\\sqrt{x}', 'xMinYMin slice', 1],
    ['\\underbrace{x}', 'xMinYMin slice', 3],
    ['\\widehat{x}', 'none', 1],
    ['\\vec{x}', 'xMinYMin', 1],
    ['\\left|\\rule{1em}{9em}\\right.', 'xMidYMid', 1],
  ])('%s', (tex, preserveAspectRatio, count) => {
    const pictures = [...nodes(tree(tex))].filter((node) => node.kind === 'svg');
    expect(pictures).toHaveLength(count);
    expect(pictures[0]).toMatchObject({ preserveAspectRatio });
    for (const { paths, viewBox } of pictures) {
      expect(paths[0]).toMatch(/^M/);
      expect(viewBox).not.toBeNull();
    }
  });

  test('\\xcancel is two lines from corner to corner', () => {
    const picture = [...nodes(tree('\\xcancel{xy}'))].find((node) => node.kind === 'svg');
    expect(picture).toMatchObject({
      viewBox: null,
      lines: [
        { x1: 0, y1: 0, x2: 1, y2: 1, stroke: 0.046 },
        { x1: 0, y1: 1, x2: 1, y2: 0, stroke: 0.046 },
      ],
    });
  });
});

test('heights and depths are KaTeX’s own', () => {
  for (const tex of CORPUS) {
    const { height, depth } = measure(tex, { display: true });
    const strut = /katex-strut" style="height:([\d.]+)em;(?:vertical-align:(-?[\d.]+)em)?/g;
    const struts = [
      ...katex.renderToString(tex, { displayMode: true, output: 'html', strict: 'ignore' }).matchAll(strut),
    ];
    const depths = struts.map((s) => -Number(s[2] ?? 0));
    const heights = struts.map((s, i) => Number(s[1]) - (depths[i] ?? 0));
    // Inside \rlap there are struts of parts, which are no higher than the whole.
    expect(height, tex).toBeCloseTo(Math.max(...heights), 3);
    expect(depth, tex).toBeCloseTo(Math.max(0, ...depths), 3);
  }
});

test('what KaTeX parses \\ne, primes and \\right| as', () => {
  expect(parsedFormula('\\ne', {})).toMatchObject([{ type: 'htmlmathml' }]);
  expect(parsedFormula("f''", {})).toMatchObject([
    { type: 'supsub', base: { text: 'f' }, sup: { type: 'ordgroup' } },
  ]);
  expect(parsedFormula('\\left.x\\right|', {})).toMatchObject([{ type: 'leftright', left: '.', right: '|' }]);
  expect(parsedFormula('\\frac12', {})).toMatchObject([
    { type: 'genfrac', hasBarLine: true, numer: {}, denom: {} },
  ]);
});

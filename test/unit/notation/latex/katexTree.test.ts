import { describe, expect, it } from 'vitest';
import { katexTree, type Node } from '../../../../src/notation/latex/katexTree.js';

function tree(tex: string): readonly Node[] {
  const nodes = katexTree(tex, 1000);
  if ('code' in nodes) throw new Error(nodes.message);
  return nodes;
}
const types = (tex: string): string[] => tree(tex).map((n) => n.type);

// The shapes of KaTeX's tree that the layout builds on: another release of KaTeX shows here first.
describe('the shapes of the tree', () => {
  const cases: [string, string[]][] = [
    ['x+1', ['mathord', 'atom', 'textord']],
    ['(x)', ['atom', 'mathord', 'atom']],
    ['\\sin x', ['op', 'mathord']],
    ['\\frac12', ['genfrac']],
    ['x^2', ['supsub']],
    ["f'", ['supsub']],
    ['\\left(x\\right)', ['leftright']],
    ['\\bigl(x\\bigr)', ['delimsizing', 'mathord', 'delimsizing']],
    ['\\text{if}', ['text']],
    ['\\operatorname{f}', ['operatorname']],
    ['\\mathbf{x}', ['font']],
    ['\\hat x', ['accent']],
    ['\\ne', ['htmlmathml']],
    ['\\boxed{x}', ['enclose']],
    ['\\Large x', ['sizing']],
    ['\\quad', ['kern']],
    ['a\\\\b', ['mathord', 'cr', 'mathord']],
    ['\\begin{aligned}a\\end{aligned}', ['array']],
    ['\\begin{cases}a\\end{cases}', ['leftright']],
    ['x\\tag{1}', ['tag']],
  ];
  for (const [tex, expected] of cases) {
    it(`${tex}: ${expected.join(' ')}`, () => {
      expect(types(tex)).toEqual(expected);
    });
  }
  it('places are offsets of the source', () => {
    const [, x] = tree('\\sin  xy');
    expect(x?.loc && [x.loc.start, x.loc.end, x.loc.lexer.input]).toEqual([6, 7, '\\sin  xy']);
  });
  it('places in a macro name another source', () => {
    const [fraction] = tree('\\ddx');
    expect(fraction?.type === 'genfrac' && fraction.numer.loc?.lexer.input).not.toBe('\\ddx');
  });
});

describe('what stops the parser', () => {
  const cases: [string, string, number, number][] = [
    ['x + \\nope', 'unsupported', 4, 9],
    ['x^2^3', 'syntax', 3, 4],
    ['\\frac{x}', 'syntax', 8, 8],
    ['\\def\\a{\\a}\\a', 'limit', 0, 12],
  ];
  for (const [tex, code, from, to] of cases) {
    it(`${tex}: ${code}`, () => {
      expect(katexTree(tex, 100)).toMatchObject({ code, from, to });
    });
  }
});

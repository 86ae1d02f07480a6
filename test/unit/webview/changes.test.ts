import { describe, expect, test } from 'vitest';
import { withChanges } from '../../../src/webview/changes.js';

/** The marked lines, with «…» for the marks. */
function marked(before: string, after: string): readonly string[] | null {
  const lines = withChanges(before, after);
  return (
    lines &&
    lines.map((line) =>
      line.replace(/\\htmlClass\{changed\}\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g, '«$1»'),
    )
  );
}

describe('what changes is marked', () => {
  test.each([
    ['a + b + c', 'a + d + c', 'a +« b »+ c', 'a +« d »+ c'],
    ['2x + 3x + 1', '5x + 1', '«2x + 3x »+ 1', '«5x »+ 1'],
    [
      '\\frac{2x(x^2 + 1) - 2x(x^2 - 1)}{(x^2 + 1)^2}',
      '\\frac{4x}{(x^2 + 1)^2}',
      '\\frac{«2x(x^2 + 1) - 2x(x^2 - 1)»}{(x^2 + 1)^2}',
      '\\frac{«4x»}{(x^2 + 1)^2}',
    ],
    ['e^x(1 + 1) - x', 'e^x(2) - x', 'e^x(«1 + 1») - x', 'e^x(«2») - x'],
    ['a + b + 0 - c', 'a + b - c', 'a +« b + 0 »- c', 'a + b - c'],
    ['x^{2+1} + y', 'x^3 + y', '«x^{2+1} »+ y', '«x^3 »+ y'],
    [
      '\\left(a + b\\right)c + d',
      '\\left(e + b\\right)c + d',
      '\\left(«a »+ b\\right)c + d',
      '\\left(«e »+ b\\right)c + d',
    ],
  ])('from %s to %s', (before, after, a, b) => {
    expect(marked(before, after)).toEqual([a, b]);
  });

  test.each([
    ['everything differs', 'a + b', 'c'],
    ['the one line is all changed', 'abc', 'abd'],
    ['cases', '\\begin{cases} 1 & x \\\\ 0 & y \\end{cases}', '\\begin{cases} 2 & x \\\\ 0 & y \\end{cases}'],
    ['brackets that do not close', 'a(b + c', 'a(b + d'],
  ])('not where %s', (_, before, after) => {
    expect(withChanges(before, after)).toBeNull();
  });

  test('and nothing else of the lines is touched', () => {
    const [before, after] = ['\\frac{a + b}{c} - \\sqrt[3]{x}', '\\frac{a + d}{c} - \\sqrt[3]{x}'];
    const unmarked = withChanges(before, after)?.map((line) =>
      line.replace(/\\htmlClass\{changed\}\{([^{}]*)\}/g, '$1'),
    );
    expect(unmarked).toEqual([before, after]);
  });
});

import { describe, expect, test } from 'vitest';
import { parse } from '../../../../src/notation/latex/parse.js';
import { macrosOf } from '../../../../src/notation/latex/macros/index.js';
import { NO_CONTEXT, type Seen } from '../../../../src/notation/notation.js';

const r = String.raw;
const told = (s: Seen): string => {
  if (s.kind === 'gap-in-argument') return 'gap';
  if (s.kind === 'slash-over-run') return 'slash';
  if (s.kind === 'primed') return `${s.name}′`;
  return `${s.name}${s.hasSubscript ? '_' : ''}(${s.inside ?? '…'})`;
};
const seenIn = (tex: string): readonly string[] => parse(tex).seen.map(told);

describe('what is seen of the way a formula is written', () => {
  test.each([
    [r`\cos\theta\,A`, ['gap']],
    [r`\cos 2\theta\; A`, ['gap']],
    [r`\cos\theta A`, []],
    [r`\cos A\theta\,B`, []],
    [r`p^2/2m`, ['slash']],
    [r`1/2x`, []],
    [r`x/2\,y`, []],
    [r`\cos(\theta)\,A`, []],
    [r`\cos\theta\,(A + B)`, []],
    ['c(x)', ['c(x)']],
    [r`c\left(x\right)`, ['c(x)']],
    [r`c\bigl( x \bigr)`, ['c(x)']],
    ['c(x + 1)', ['c(…)']],
    ['p_n(1/x)', ['p_(…)']],
    ['c x', []],
    ["y' + y_1'", ['y′', 'y′']],
    [r`y^{\prime}`, ['y′']],
    [r`\hat{c}(x)`, []],
  ])('%s', (tex, expected) => {
    expect(seenIn(tex)).toEqual(expected);
  });
  test('has its place in the author’s text, macros and all', () => {
    const tex = r`\T\cos\theta\,A`;
    const macros = macrosOf({ '\\T': 'x + y +' });
    const [gap] = parse(tex, { ...NO_CONTEXT, macros }).seen;
    expect(gap && tex.slice(gap.from, gap.to)).toBe(r`\,`);
  });
});

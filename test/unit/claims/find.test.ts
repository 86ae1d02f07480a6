import { workOf } from '../work.js';
import { describe, expect, it } from 'vitest';
import { check, verdicts } from '../judge/check.js';

const r = String.raw;

describe('claims found', () => {
  const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['an operator', r`$\frac{d}{dx}x^2 = 2x$`, ['true']],
    ['primes', r`$(x^2)' = 2x$`, ['true']],
    ['a derivative on the right', r`$2x = \frac{d}{dx}x^2$`, ['true']],
    ['a definition and its derivative', r`$f(x) = x^2$ and $f'(x) = 2x$`, ['true']],
    ['an implication', r`$f(x) = x^2 \implies f'(x) = 2x$`, ['true']],
    ['a value at a point', r`$f(x) = x^3$, $f'(2) = 12$`, ['true']],
    ['a wrong value at a point', r`$f(x) = x^3$, $f'(2) = 9$`, ['false arithmetic-slip']],
    ['a chain, a claim a link', r`$(x^4)' = 4\cdot x^3 = 4x^3$`, ['true', 'true']],
    [
      'the first wrong link alone',
      r`$(x^4)' = 4x^3 = 3x^3 = 3x^3$`,
      ['true', 'false arithmetic-slip', 'undecided'],
    ],
    ['aligned lines', "\\begin{align}\n(x^3)' &= 3\\cdot x^2 \\\\\n&= 3x^2\n\\end{align}", ['true', 'true']],
    ['a leading equals sign', r`$(x^3 + x)'$ $= (x^3)' + (x)'$ $= 3x^2 + 1$`, ['true', 'true']],
    [
      'arrows where the words say so',
      r`Repeated derivatives: $\sin x \to \cos x \to -\sin x$`,
      ['true', 'true'],
    ],
    ['no arrows elsewhere', r`As it grows, $\sin x \to \cos x$`, []],
    ['words', r`The derivative of $x^3$ is $3x^2$.`, ['true']],
    ['a question and its answer', r`What is $(x^3)'$? It is $3x^2$.`, ['true']],
    ['an inequality', r`$(fg)' \neq f'g'$`, ['true']],
    ['a wrong inequality', r`$(x^2)' \neq 2x$`, ['false']],
    [
      'a table',
      "| f | f' |\n|---|---|\n| $x^2$ | $2x$ |\n| $x^3$ | $3x$ |",
      ['true', 'false arithmetic-slip'],
    ],
    [
      'a table without an operand',
      '| Function | Gradient |\n|---|---|\n| $x^2$ | $\\frac{d}{dx} = 2x$ |',
      ['true'],
    ],
    ['no table of integrals', '| $f$ | $\\int f$ |\n|---|---|\n| $x^2$ | $x^3/3$ |', []],
    ['an approximation is none', r`$(x^2)' \approx 2x + 1$`, []],
    ['a definition is none', r`$f(x) = x^2$`, []],
    [
      'a quoted mistake',
      r`It is **wrong** that $(fg)' = f'g'$.`,
      ['false product-rule-as-product-of-derivatives quoted'],
    ],
    ['a supposition', r`If $f'(x) = 3x$ holds`, []],
    ['an equation to solve', r`$f(x) = x^2 - 2x$, $f'(x) = 2x - 2 = 0$`, ['true']],
    ['a part of the domain', r`$\frac{d}{dx}|x| = 1$`, ['conditional abs-value-lost']],
    ['under its condition', r`For $x > 0$: $\frac{d}{dx}|x| = 1$`, ['true']],
    ['a parameter', r`$\frac{d}{dx}\sqrt{a^2x^2+1} = \frac{a^2x}{\sqrt{a^2x^2+1}}$`, ['true']],
    ['a tiny term', r`$\frac{d}{dx}(x^2 + 0.0000001x) = 2x$`, ['false dropped-term']],
    ['underflow', r`$\frac{d}{dx}e^{-1000x^2} = -1000xe^{-1000x^2}$`, ['false missing-factor']],
    ['an unknown name', r`$\frac{\partial L}{\partial w} = 3w$`, []],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

describe('a claim is never a definition', () => {
  it('judges both, and uses neither', () => {
    expect(verdicts(r`$(x^2)' = 3x$. So $\frac{d}{dx}x^2 = 3x$.`)).toEqual([
      'false arithmetic-slip',
      'false arithmetic-slip',
    ]);
  });
});

describe('comments that switch the check off', () => {
  const wrong = r`$(x^2)' = 3x$`;
  it.each([
    ['on its line', `${wrong} <!-- leibniz-ignore -->`, 0],
    ['before it', `<!-- leibniz-ignore-next-line -->\n${wrong}`, 0],
    ['alone on the line before', `<!-- leibniz-ignore -->\n\n${wrong}`, 0],
    ['two lines before', `<!-- leibniz-ignore-next-line -->\ntext\n${wrong}`, 1],
    ['before a display', `<!-- leibniz-ignore-next-line -->\n$$\n(x^2)' = 3x\n$$`, 0],
  ])('%s', (_, text, count) => {
    expect(check(text)).toHaveLength(count);
  });
});

describe('places', () => {
  it('count lines and columns from 1, ends exclusive', () => {
    const [claim] = check("ab $(x^2)' = 3x$ c\r\n");
    expect(claim).toMatchObject({ line: 1, column: 4, endLine: 1, endColumn: 17 });
  });
  it('cover a display from its first line', () => {
    const [claim] = check("text\n\n$$\n(x^2)' = 3x\n$$\n");
    expect(claim).toMatchObject({ line: 3, column: 1, endLine: 5, endColumn: 3 });
  });
  it('cover of a chain no more than up to the link', () => {
    const [first] = check("$(x^2)' = 3x = 2x$");
    expect(first).toMatchObject({ line: 1, column: 1, endLine: 1, endColumn: 13 });
  });
  it('say a counterexample and the right answer', () => {
    const [claim] = check(r`$(x^2)' = 3x$`);
    expect(claim).toMatchObject({ expected: '2x', counterexample: { at: { x: 1 }, claimed: 3, actual: 2 } });
  });
});

const BLOCKS_A_CHARACTER = 5_000;

describe('hostile texts cost work in proportion to their length', () => {
  it.each([
    ['many claims', r`$\frac{d}{dx}x^2 = 3x$ `.repeat(400)],
    ['a long chain', `$(x^2)' ${'= 2x '.repeat(1500)}$`],
    ['nested brackets', `$\\frac{d}{dx}${'('.repeat(2000)}x${')'.repeat(2000)} = 1$`],
    ['a deep table', `| f | f' |\n|---|---|\n${'| $x$ | $1$ |\n'.repeat(800)}`],
    ['definitions in a circle', r`$a = b + x$, $b = a + x$, $\frac{d}{dx}a = 1$`],
    ['words alone', 'what is the derivative of '.repeat(4000)],
  ])('%s', (_, text) => {
    expect(workOf(() => check(text))).toBeLessThan(BLOCKS_A_CHARACTER * text.length);
  });
});

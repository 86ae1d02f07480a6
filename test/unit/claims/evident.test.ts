import { describe, expect, test } from 'vitest';
import { check } from '../judge/check.js';

const r = String.raw;

/** Whether the first false claim of the text is underlined; null where none is false. */
function underlined(text: string, name?: string): boolean | null {
  return check(text, name).find((c) => c.verdict === 'false')?.underlined ?? null;
}

/** What is underlined, and what is false but not underlined, by the condition that tells them apart. */
const PAIRS: readonly (readonly [condition: string, underlined: string, not: string])[] = [
  ['one formula', r`$\frac{d}{dx}\sin x = -\cos x$`, r`$\frac{d}{dx}\sin x$ $= -\cos x$`],
  ['not a sentence', r`$(\sin x)' = -\cos x$`, r`The derivative of $\sin x$ is $-\cos x$.`],
  [
    'not a table',
    r`$(\sin x)' = -\cos x$`,
    "| $f(x)$ | $f'(x)$ |\n|---|---|\n| $\\cos x$ | $-\\sin x$ |\n| $\\sin x$ | $-\\cos x$ |",
  ],
  [
    'not a table in a formula',
    r`$(\sin x)' = -\cos x$`,
    r`$$\begin{array}{c|c} f(x) & f'(x) \\ \sin x & -\cos x \end{array}$$`,
  ],
  [
    'aligned lines of one formula',
    "$$\\begin{aligned}\n(x^3)' &= 3x^2 \\\\\n&= 4x^2\n\\end{aligned}$$",
    "$(x^3)' = 3x^2$\n\n$= 4x^2$",
  ],
  [
    'a definition in the same section',
    "# A\n\nLet $f(x) = x^2$.\n\nSo $f'(x) = x^2 + x$ and $f'(x) = x$.\n".replace(
      " $f'(x) = x^2 + x$ and",
      '',
    ),
    "# A\n\nLet $f(x) = x^2$.\n\n## B\n\nSo $f'(x) = x$.\n",
  ],
  [
    'a definition in the formula itself',
    r`$f(x) = x^2 \implies f'(x) = x$`,
    r`# A

$f(x) = x^2$

## B

$f'(x) = x$`,
  ],
  ['a plain constant', r`$\frac{d}{dx}(ax^2) = ax$`, r`$\frac{d}{dx}(ux^2) = ux$`],
  ['no capital', r`$\frac{d}{dx}(kx^2) = kx$`, r`$\frac{d}{dx}(Ex^2) = Ex$`],
  [
    'of a constant that the note defines elsewhere nothing is known',
    '# A\n\n$b = 2$\n\n# B\n\n$\\frac{d}{dx}(ax^2) = ax$',
    '# A\n\n$a = t^2 + 1$\n\n## B\n\n$\\frac{d}{dx}(ax^2) = ax$',
  ],
  ['a partial derivative holds y', r`$\frac{\partial}{\partial x}(x^2y) = xy$`, r`$\frac{d}{dx}(x^2y) = xy$`],
  [
    'what is derived depends on the variable',
    r`$\frac{\partial}{\partial x}(x - y)^2 = (x - y)$`,
    r`$\frac{d}{dx}(a - c)^2 = 2(a - c)$`,
  ],
  [
    'beside ∂ any letter is held, but what is computed',
    r`$\frac{\partial}{\partial w}(y - wx)^2 = 2(y - wx)$`,
    r`$\frac{\partial}{\partial w}(\hat{y} + w)^2 = (\hat{y} + w)$`,
  ],
  [
    'no gradient by a capital',
    r`$\frac{\partial}{\partial a}(a^2b) = ab$`,
    r`$\frac{\partial}{\partial A}(A^2b) = Ab$`,
  ],
  [
    'entries beside ∂',
    r`$\frac{\partial}{\partial p_i}(-y_i\ln p_i) = \frac{y_i}{p_i}$`,
    r`$\frac{d}{dp_1}(u_1p_1^2) = u_1p_1$`,
  ],
  [
    'entries that a formula in the section gives',
    r`# A

$s_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$ and $\frac{\partial s_i}{\partial z_k} = s_i(\delta_{ik} + s_k)$`,
    r`# A

$s_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$

## B

$\frac{\partial s_i}{\partial z_k} = s_i(\delta_{ik} + s_k)$`,
  ],
  [
    'a loss over entries',
    r`$L = -\sum_{i=1}^n y_i \log p_i$ and $\frac{\partial L}{\partial p_k} = \frac{y_k}{p_k}$`,
    r`$L = \sum_{i=1}^n \hat{y}_i p_i^2$ and $\frac{\partial L}{\partial p_k} = \hat{y}_k p_k$`,
  ],
  [
    'a sum in the formula itself',
    r`$\frac{\partial}{\partial x_k}\sum_i a_i x_i^2 = a_k x_k$`,
    r`$\frac{\partial}{\partial x_k}\sum_i x_i^2 = 2x_i$`,
  ],
  [
    'no index that may be summed over',
    r`$\frac{\partial}{\partial x_k} \sum_j A_{ij} x_j = -A_{ik}$`,
    r`$\frac{\partial}{\partial x_k} (A_{ij} x_j) = -A_{ik}$`,
  ],
  [
    'all indices, and not equal ones alone',
    r`$s_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$ and $\frac{\partial s_i}{\partial z_k} = s_i(s_k - \delta_{ik})$`,
    r`$s_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$ and $\frac{\partial s_i}{\partial z_k} = s_i(1 - s_i)$`,
  ],
  [
    'shapes that are said',
    r`Let $x \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n \times n}$. Then $\nabla_x\, x^\top A x = -(A + A^\top)x$.`,
    r`Then $\nabla_x\, x^\top A x = -(A + A^\top)x$.`,
  ],
  [
    'c_1 beside x, which may move with the time',
    r`$\frac{d}{dx}(c_1x^2) = c_1x$`,
    r`$\frac{d}{dt}(c_1t^2) = c_1t$`,
  ],
  [
    'one derivative, not both sides of an equation',
    r`$\frac{d}{dx}x^3 = 2x^2$`,
    r`$\frac{\partial}{\partial x}(xy^2 + x^3) = \frac{\partial}{\partial x} 5$`,
  ],
  ['a chain without an equation to solve', r`$(x^3)' = 2x^2 = 2x \cdot x$`, r`$0 = 2x^2 = (x^3)'$`],
  [
    'an entry of another index',
    r`$\frac{\partial}{\partial x_1} x_1^2 = 3$`,
    r`$\frac{\partial x_i}{\partial x_i} = 3$`,
  ],
  [
    'an operator whose reach is clear',
    r`$\frac{d}{dx}(x^2 + 4x) = 2x$`,
    r`$g(x) = x^2$, $g'(x) = \frac{d}{dx}x^2 + 4x$`,
  ],
  [
    'a rule about any functions',
    r`$(fg)' = f'g'$`,
    '# A\n\n$f(x) = x$, $g(x) = x^2$\n\n# B\n\n$\\frac{d}{dx}[f(x)g(x)] = x^2$',
  ],
  [
    'functions that the right side differentiates',
    r`$\frac{d}{dx}(uv) = u\frac{dv}{dx} - v\frac{du}{dx}$`,
    r`$\frac{d}{dx}(ux^2) = ux$`,
  ],
  [
    'a later step of what is spelled out',
    r`$\frac{dJ}{dw} = \frac{d}{dw}w^3 = 2w^2$`,
    r`$\frac{dJ}{dw} = \frac{d}{dw}w^3$ $= 2w^2$`,
  ],
  [
    'a sigmoid that the note names',
    r`The sigmoid $\sigma$: $\frac{d}{dx}\sigma(x) = \sigma(x)(1 + \sigma(x))$`,
    r`The activation $\sigma$: $\frac{d}{dx}\sigma(x) = \sigma(x)(1 + \sigma(x))$`,
  ],
];

describe('what is underlined, and what is told on demand alone', () => {
  test.each(PAIRS)('%s', (_, yes, no) => {
    expect(underlined(yes)).toBe(true);
    expect(underlined(no)).not.toBe(true);
  });
});

describe('the verdict stands, underlined or not', () => {
  test.each([
    [r`The derivative of $\sin x$ is $-\cos x$.`],
    ["# A\n\nLet $f(x) = x^2$.\n\n## B\n\nSo $f'(x) = x$.\n"],
    [r`$\frac{d}{dx}\sin x$ $= -\cos x$`],
  ])('%s', (text) => {
    expect(underlined(text)).toBe(false);
  });
  test('what is quoted, right or undecided is not underlined', () => {
    const text = r`It is wrong that $(x^2)' = x$. $(x^2)' = 2x$. $\nabla(x^Tx) = 2x$`;
    expect(check(text).map((c) => c.underlined)).toEqual([false, false, false]);
  });
  test('code is underlined as ever', () => {
    const text = 'const f = (x: number) => x * x;\nconst fPrime = (x: number) => 3 * x;\n';
    expect(underlined(text, 'a.ts')).toBe(null);
  });
});

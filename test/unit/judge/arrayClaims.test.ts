/** Claims about gradients and Jacobians of vectors and matrices: each true one beside false ones, whose mistakes have names. */
import { describe, expect, test } from 'vitest';
import { check } from './check.js';

const LINEAR = String.raw`Let $w, x \in \mathbb{R}^n$.`;
const QUADRATIC = String.raw`Let $x \in \mathbb{R}^n$ and $A \in \mathbb{R}^{n \times n}$.`;
const SYMMETRIC = String.raw`Let $x \in \mathbb{R}^n$ and let $A \in \mathbb{R}^{n \times n}$ with $A = A^\top$.`;
const REGRESSION = String.raw`Let $X \in \mathbb{R}^{m \times n}$, $w \in \mathbb{R}^n$ and $y \in \mathbb{R}^m$.`;
const SQUARE = String.raw`Let $A, X \in \mathbb{R}^{n \times n}$ and $a, b \in \mathbb{R}^n$.`;
const MAP = String.raw`Let $x \in \mathbb{R}^n$, $b \in \mathbb{R}^m$ and $A \in \mathbb{R}^{m \times n}$.`;
const LAYER = String.raw`Let $W \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$ and $y \in \mathbb{R}^m$.`;
const LOGITS = String.raw`Let $z \in \mathbb{R}^n$ and $s = \operatorname{softmax}(z)$.`;

const SAMPLES = String.raw`Let $w \in \mathbb{R}^n$ and $\mathbf{x}_i \in \mathbb{R}^n$.`;

const FORM = String.raw`\nabla_x\, x^\top A x`;
const LOSS = String.raw`\nabla_w \|Xw - y\|^2`;
const RIDGE = String.raw`\nabla_w \left(\|Xw - y\|^2 + \lambda\|w\|^2\right)`;
const RAYLEIGH = String.raw`\nabla_x \frac{x^\top A x}{x^\top x}`;
const OUTER = String.raw`\frac{\partial}{\partial W} \|Wx - y\|^2`;
const SQUARES = String.raw`\nabla_w \sum_{i=1}^m (w^\top \mathbf{x}_i - y_i)^2`;
const LOGISTIC = String.raw`\nabla_w \sum_{i=1}^m \log(1 + e^{-y_i w^\top \mathbf{x}_i})`;
const BY_X = String.raw`\frac{\partial}{\partial X}`;

/** What is said before, what is differentiated, what is written as its derivative, and what is to be said of that. */
const CLAIMS: readonly (readonly [string, string, string, string])[] = [
  [LINEAR, String.raw`\nabla_w\, w^\top x`, 'x', 'true'],
  [LINEAR, String.raw`\nabla_w\, w^\top x`, '-x', 'sign-lost'],
  [LINEAR, String.raw`\nabla_w\, w^\top x`, '2x', 'missing-factor'],
  [QUADRATIC, FORM, String.raw`(A + A^\top)x`, 'true'],
  [QUADRATIC, FORM, String.raw`Ax + A^\top x`, 'true'],
  [QUADRATIC, FORM, '2Ax', 'symmetry-assumed'],
  [QUADRATIC, FORM, String.raw`2A^\top x`, 'symmetry-assumed'],
  [QUADRATIC, FORM, 'Ax', 'dropped-term'],
  [QUADRATIC, FORM, String.raw`-(A + A^\top)x`, 'sign-lost'],
  [QUADRATIC, FORM, String.raw`\frac{1}{2}(A + A^\top)x`, 'missing-factor'],
  [SYMMETRIC, FORM, '2Ax', 'true'],
  [SYMMETRIC, FORM, String.raw`(A + A^\top)x`, 'true'],
  [SYMMETRIC, FORM, 'Ax', 'missing-factor'],
  [SYMMETRIC, FORM, '-2Ax', 'sign-lost'],
  [REGRESSION, LOSS, String.raw`2X^\top(Xw - y)`, 'true'],
  [REGRESSION, LOSS, String.raw`2X^\top X w - 2X^\top y`, 'true'],
  [REGRESSION, LOSS, String.raw`-2X^\top(y - Xw)`, 'true'],
  [REGRESSION, LOSS, String.raw`2X(Xw - y)`, 'transpose-lost'],
  [REGRESSION, LOSS, String.raw`X^\top(Xw - y)`, 'missing-factor'],
  [REGRESSION, LOSS, String.raw`2X^\top(y - Xw)`, 'sign-lost'],
  [REGRESSION, LOSS, String.raw`2X^\top X w`, 'dropped-term'],
  [REGRESSION, String.raw`\nabla_w \|Xw - y\|`, String.raw`\frac{X^\top(Xw - y)}{\|Xw - y\|}`, 'true'],
  [REGRESSION, String.raw`\nabla_w \|Xw - y\|`, String.raw`2X^\top(Xw - y)`, 'norm-taken-as-squared'],
  [REGRESSION, RIDGE, String.raw`2X^\top(Xw - y) + 2\lambda w`, 'true'],
  [REGRESSION, RIDGE, String.raw`2X^\top(Xw - y)`, 'dropped-term'],
  [REGRESSION, RIDGE, String.raw`2X(Xw - y) + 2\lambda w`, 'transpose-lost'],
  [REGRESSION, RIDGE, String.raw`X^\top(Xw - y) + \lambda w`, 'missing-factor'],
  [REGRESSION, RIDGE, String.raw`2X^\top(Xw - y) - 2\lambda w`, 'sign-lost'],
  [REGRESSION, RIDGE, String.raw`2X^\top(Xw - y) + \lambda w`, 'missing-factor'],
  [LINEAR, String.raw`\nabla_w \|w\|`, String.raw`\frac{w}{\|w\|}`, 'true'],
  [LINEAR, String.raw`\nabla_w \|w\|`, '2w', 'norm-taken-as-squared'],
  [LINEAR, String.raw`\nabla_w \|w\|`, String.raw`-\frac{w}{\|w\|}`, 'sign-lost'],
  [LINEAR, String.raw`\nabla_w \|w\|^2`, '2w', 'true'],
  [LINEAR, String.raw`\nabla_w \|w\|^2`, 'w', 'missing-factor'],
  [
    SYMMETRIC,
    RAYLEIGH,
    String.raw`\frac{2}{x^\top x}\left(Ax - \frac{x^\top A x}{x^\top x} x\right)`,
    'true',
  ],
  [SYMMETRIC, RAYLEIGH, String.raw`\frac{2Ax}{x^\top x}`, 'dropped-term'],
  [
    QUADRATIC,
    RAYLEIGH,
    String.raw`\frac{2}{x^\top x}\left(Ax - \frac{x^\top A x}{x^\top x} x\right)`,
    'symmetry-assumed',
  ],
  [SQUARE, String.raw`${BY_X} \log\det X`, String.raw`X^{-\top}`, 'true'],
  [SQUARE, String.raw`${BY_X} \log\det X`, 'X^{-1}', 'true'],
  [SQUARE, String.raw`${BY_X} \log\det X`, String.raw`-X^{-\top}`, 'sign-lost'],
  [SQUARE, String.raw`${BY_X} \det X`, String.raw`\det(X) X^{-\top}`, 'true'],
  [SQUARE, String.raw`${BY_X} \operatorname{tr}(AX)`, String.raw`A^\top`, 'true'],
  [SQUARE, String.raw`${BY_X} \operatorname{tr}(X^\top A X)`, String.raw`(A + A^\top)X`, 'true'],
  [SQUARE, String.raw`${BY_X} \operatorname{tr}(X^\top A X)`, '2AX', 'symmetry-assumed'],
  [SQUARE, String.raw`${BY_X} a^\top X b`, String.raw`ab^\top`, 'true'],
  [SQUARE, String.raw`${BY_X} a^\top X^{-1} b`, String.raw`-X^{-\top}ab^\top X^{-\top}`, 'true'],
  [SQUARE, String.raw`${BY_X} a^\top X^{-1} b`, String.raw`X^{-\top}ab^\top X^{-\top}`, 'sign-lost'],
  [SQUARE, String.raw`${BY_X} \|X\|_F`, String.raw`\frac{X}{\|X\|_F}`, 'true'],
  [SQUARE, String.raw`${BY_X} \|X\|_F`, '2X', 'norm-taken-as-squared'],
  [SQUARE, String.raw`\nabla_a \|a\|_2`, String.raw`\frac{a}{\|a\|_2}`, 'true'],
  [SQUARE, String.raw`\nabla_a \|a\|_1`, String.raw`\operatorname{sgn}(a)`, 'true'],
  [MAP, String.raw`\frac{\partial}{\partial x} (Ax + b)`, 'A', 'true'],
  [MAP, String.raw`\frac{\partial}{\partial x} (Ax + b)`, '-A', 'sign-lost'],
  [MAP, String.raw`\frac{\partial}{\partial x} (Ax + b)`, '2A', 'missing-factor'],
  [LAYER, OUTER, String.raw`2(Wx - y)x^\top`, 'true'],
  [LAYER, OUTER, String.raw`(Wx - y)x^\top`, 'missing-factor'],
  [LAYER, OUTER, String.raw`2(y - Wx)x^\top`, 'sign-lost'],
  [LOGITS, String.raw`\frac{\partial s}{\partial z}`, String.raw`\operatorname{diag}(s) - ss^\top`, 'true'],
  [LOGITS, String.raw`\frac{\partial s}{\partial z}`, String.raw`\operatorname{diag}(s)`, 'dropped-term'],
  [
    LOGITS,
    String.raw`\frac{\partial s}{\partial z}`,
    String.raw`ss^\top - \operatorname{diag}(s)`,
    'sign-lost',
  ],
  [SAMPLES, SQUARES, String.raw`2\sum_{i=1}^m (w^\top \mathbf{x}_i - y_i)\mathbf{x}_i`, 'true'],
  [SAMPLES, SQUARES, String.raw`\sum_{i=1}^m (w^\top \mathbf{x}_i - y_i)\mathbf{x}_i`, 'missing-factor'],
  [SAMPLES, SQUARES, String.raw`2\sum_{i=1}^m (y_i - w^\top \mathbf{x}_i)\mathbf{x}_i`, 'sign-lost'],
  [SAMPLES, LOGISTIC, String.raw`-\sum_{i=1}^m y_i \sigma(-y_i w^\top \mathbf{x}_i)\mathbf{x}_i`, 'true'],
  [SAMPLES, LOGISTIC, String.raw`\sum_{i=1}^m y_i \sigma(-y_i w^\top \mathbf{x}_i)\mathbf{x}_i`, 'sign-lost'],
];

describe('a claim about vectors and matrices', () => {
  test.each(CLAIMS)('%s %s = %s: %s', (before, derivative, written, expected) => {
    const found = check(`${before}\n\n$$${derivative} = ${written}$$\n`).at(-1);
    expect(found && (found.verdict === 'true' ? 'true' : (found.mistake ?? found.verdict))).toBe(expected);
  });

  test('a gradient in the other layout is right, and told so', () => {
    const [found] = check(`${SQUARE}\n\n$$${BY_X} \\log\\det X = X^{-1}$$\n`);
    expect(found?.verdict).toBe('true');
    expect(found?.message).toMatch(/numerator layout/);
  });

  test.each([
    ['what nothing here names', FORM, 'Mx'],
    ['another shape', FORM, String.raw`x^\top x`],
  ])('%s is left undecided', (_, derivative, written) => {
    const [found] = check(`${QUADRATIC}\n\n$$${derivative} = ${written}$$\n`);
    expect(found?.verdict).toBe('undecided');
  });
});

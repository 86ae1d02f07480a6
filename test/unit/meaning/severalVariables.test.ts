import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/explain/index.js';
import { targetName } from '../../../src/meaning/index.js';
import { Headless } from '../../../src/headless/index.js';
import { solve } from '../../../src/answer/solve.js';
import { ask } from './note.js';

const BUDGET = { nodes: 1000, shouldStop: () => false };

/** "answer by variables", or the refusal's code. */
function answer(tex: string, note = ''): string {
  const asked = ask(tex, { note });
  if (!asked.ok) return asked.code;
  const solved = solve(asked, BUDGET);
  if (!solved.ok) return solved.message;
  expect(solved.check.verdict).toBe('agrees');
  return `${plainText(solved.result)} by ${targetName(asked)}`;
}

describe('products of vectors that are written out, by a number', () => {
  const CURVES = 'Let $\\mathbf a(t) = (t, t^2, 1)$ and $\\mathbf b(t) = (1, t, t^3)$.';
  test.each([
    ['\\frac{d}{dt} ((t, t^2, 1) \\times (1, t, t^3))', '[5*t^4 - 1, -4*t^3, 0] by t'],
    ['\\frac{d}{dt} (\\mathbf a(t) \\times \\mathbf b(t))', '[5*t^4 - 1, -4*t^3, 0] by t'],
    ['\\frac{d}{dt} (\\mathbf a(t) \\cdot \\mathbf b(t))', '6*t^2 + 1 by t'],
    ['\\frac{d}{dt} ((t, t^2) \\cdot (1, t))', '3*t^2 + 1 by t'],
    // Intervals, and lists of different lengths.
    ['\\frac{d}{dt} ((0, t) \\times (0, t))', 'unsupported'],
    ['\\frac{d}{dt} ((t, t^2) \\cdot (1, t, 1))', 'unsupported'],
  ])('%s: %s', (tex, expected) => {
    expect(answer(tex, CURVES)).toBe(expected);
  });
});

test.each([
  ['\\nabla_x (𝟏^\\top x)', '\\nabla_x (\\mathbf 1^\\top x)'],
  ['\\nabla_x (𝟙^\\top x)', '\\nabla_x (\\mathbb 1^\\top x)'],
  [
    '\\frac{\\partial}{\\partial z_k} \\sum_i 𝟙[i = k] z_i',
    '\\frac{\\partial}{\\partial z_k} \\sum_i \\mathbb 1[i = k] z_i',
  ],
])('a one of one character is the one of its style: %s', (character, command) => {
  expect(answer(character)).toBe(answer(command));
});

describe('by several variables', () => {
  test.each([
    ['\\nabla (x^2 y)', '[2*x*y, x^2] by x, y'],
    ['\\nabla (y^2 + a x)', '[a, 2*y] by x, y'],
    ['\\nabla (x_1^2 + x_1 x_2)', '[2*x_1 + x_2, x_1] by x_1, x_2'],
    ['\\nabla_{y, x} (x^2 y)', '[x^2, 2*x*y] by y, x'],
    ['\\nabla (x^2)', '2*x by x'],
    ['\\nabla \\nabla (x^2 y)', '[[2*y, 2*x], [2*x, 0]] by x, y'],
    ['f(x, y) = (x^2 y, x + \\sin y)', '[[2*x*y, x^2], [1, cos(y)]] by x, y'],
    ['f(y, x) = \\begin{pmatrix} x y \\\\ x \\end{pmatrix}', '[[x, y], [0, 1]] by y, x'],
    ['\\nabla (xy, x + y)', '[[y, x], [1, 1]] by x, y'],
    ['r(t) = (\\cos t, \\sin t)', '[-sin(t), cos(t)] by t'],
    ['\\nabla^2 (x^2 y)', 'ambiguous'],
    ['\\nabla f', 'unsupported'],
    ['\\nabla \\ln \\rho', 'unsupported'],
    ['\\nabla x^2', '2*x by x'],
    ['\\nabla', 'no-formula'],
    ['\\nabla \\mathbf{w} \\mathbf{x}', 'unsupported'],
  ])('%s: %s', (tex, expected) => {
    if (tex === '\\nabla') expect(() => answer(tex)).toThrow();
    else expect(answer(tex)).toBe(expected);
  });

  test.each([
    ['\\nabla f', '$f(x, y) = x^2 y$', '[2*x*y, x^2] by x, y'],
    ['\\nabla f(u, v)', '$f(x, y) = x^2 y$', '[2*u*v, u^2] by u, v'],
    ['\\nabla f', '$f(x, y) = (x y, x)$', '[[y, x], [1, 0]] by x, y'],
    ['\\nabla f', '$f(x, y) = h^2 + y$ where $h = x y$', '[2*h*y, 2*h*x + 1] by x, y'],
    ['\\nabla^2 f', '$f(x, y) = x y$', 'ambiguous'],
    ['\\nabla^2 f', 'The Hessian of $f(x, y) = x y$', '[[0, 1], [1, 0]] by x, y'],
    ['\\nabla^2 f', 'Hessian and Laplacian of $f(x, y) = x y$', 'ambiguous'],
    ['\\nabla_x f', '$f(x, y) = x^2 y$', '2*x*y by x'],
    ['\\frac{\\partial^2 f}{\\partial x \\partial y}', '$f(x, y) = x^2 y^3$', '6*x*y^2 by x'],
    ['\\frac{dz}{dx}', '$z = g^2$ and $g = \\sin x$', '2*g*cos(x) by x'],
  ])('%s after %s: %s', (tex, note, expected) => {
    expect(answer(tex, note)).toBe(expected);
  });

  test('says the layout, and gives values in the shape of the answer', () => {
    const reply = new Headless().reply(
      { notation: 'latex', text: '\\nabla (xy, x + y)', at: [{ x: 2, y: 3 }] },
      BUDGET,
    );
    expect(reply).toMatchObject({
      ok: true,
      variable: 'x, y',
      result: {
        latex: '\\begin{pmatrix} y & x \\\\ 1 & 1 \\end{pmatrix}',
        values: [
          [
            [3, 2],
            [1, 1],
          ],
        ],
      },
      assumptions: ['one row for each component, one column for each of x, y'],
    });
  });

  test.each([['f(x, y) = \\frac{1}{x}', '\\nabla f', [[null, 0]]]])(
    'where %s has no value, %s has null',
    (definition, text, values) => {
      const request = { notation: 'latex', text, note: `$${definition}$`, at: [{ x: 0, y: 1 }] };
      const reply = new Headless().reply(request, BUDGET);
      expect(reply.ok && reply.result.values).toEqual(values.map((row) => row.map(() => null)));
    },
  );
});

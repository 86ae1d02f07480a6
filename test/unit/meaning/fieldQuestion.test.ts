import { describe, expect, test } from 'vitest';
import { solve } from '../../../src/answer/solve.js';
import { plainText } from '../../../src/explain/index.js';
import { targetName } from '../../../src/meaning/index.js';
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

describe('the operators of vector calculus', () => {
  test.each([
    ['\\nabla \\cdot (x^2 y, yz, xz^2)', '2*x*y + 2*x*z + z by x, y, z'],
    ['\\operatorname{div} (x^2 y, y)', '2*x*y + 1 by x, y'],
    ['\\nabla \\cdot (x^2, 0, 0)', '2*x by x, y, z'],
    ['\\nabla \\cdot (u^2, v)', '2*u + 1 by u, v'],
    ['\\nabla \\cdot (x_1^2, x_2, x_1)', '2*x_1 + 1 by x_1, x_2, x_3'],
    ['\\nabla \\cdot \\begin{pmatrix} x^2 \\\\ x y \\end{pmatrix}', '3*x by x, y'],
    ['\\nabla \\cdot (x^2 \\hat i + y z \\hat j + z \\hat k)', '2*x + z + 1 by x, y, z'],
    ['\\nabla \\times (x^2 y, yz, xz^2)', '[-y, -z^2, -x^2] by x, y, z'],
    ['\\operatorname{rot} (-y, x, 0)', '[0, 0, 2] by x, y, z'],
    ['\\operatorname{curl} (-y, x)', '2 by x, y'],
    ['\\nabla \\times (-y \\mathbf i + x \\mathbf j)', '2*k by x, y, z'],
    ['\\nabla \\times (z \\mathbf e_x)', 'e_y by x, y, z'],
    ['\\Delta (x^2 y + y^3)', '8*y by x, y'],
    ['\\Delta \\ln(x^2 + y^2)', '0 by x, y'],
    ['\\nabla \\cdot \\nabla (x^2 y)', '2*y by x, y'],
    ['\\nabla^2 (x^2, x y^2)', '[2, 2*x] by x, y'],
    ['\\nabla (x^2 y) \\cdot (0, 1)', 'x^2 by x, y'],
    ['\\nabla (x^2 y) \\cdot \\mathbf u', 'x*(u_2*x + 2*u_1*y) by x, y'],
    ['D_{\\mathbf u} (x y)', 'u_1*y + u_2*x by x, y'],
    ['\\frac{\\partial}{\\partial \\mathbf n} (x + y)', 'n_1 + n_2 by x, y'],
    ['\\det \\frac{\\partial (r\\cos\\theta, r\\sin\\theta)}{\\partial (r, \\theta)}', 'r by r, theta'],
    ['\\left| \\frac{\\partial (u v, u + v)}{\\partial (u, v)} \\right|', 'v - u by u, v'],
    ['\\nabla \\nabla^\\top (x^2 y)', '[[2*y, 2*x], [2*x, 0]] by x, y'],
  ])('%s: %s', (tex, expected) => {
    expect(answer(tex)).toBe(expected);
  });

  test.each([
    ['\\nabla \\cdot \\mathbf F', '$\\mathbf F(x, y, z) = (x^2 y, z, x)$', '2*x*y by x, y, z'],
    ['\\nabla \\cdot \\mathbf F', '$\\mathbf F = x^2 \\mathbf i + y \\mathbf j$', '2*x + 1 by x, y'],
    ['\\nabla \\cdot \\vec F', '$\\vec F = (x^2, xy)$', '3*x by x, y'],
    ['\\Delta f', '$f(x, y) = x^2 y$', '2*y by x, y'],
    ['\\Delta u', '$u(x, y, t) = t x^2 y$', 'unsupported'],
    ['\\Delta f', '$f(x, y, t) = e^{-t} x^2 y$', '2*y*exp(-t) by x, y'],
    ['\\nabla^2 f', 'The Laplacian of $f(x, y) = x^2 y$', '2*y by x, y'],
    ['\\nabla^2 f', '$f(x, y) = x^2 y$', 'ambiguous'],
    ['D_{\\mathbf u} f', '$f(x, y) = x y$ and $\\mathbf u = (3/5, 4/5)$', '(4*x + 3*y)/5 by x, y'],
    ['\\mathbf v \\cdot \\nabla f', '$f(x, y) = x y$ and $\\mathbf v = (1, 2)$', '2*x + y by x, y'],
    ['J_f', '$f(x, y) = (x^2, x y)$', '[[2*x, 0], [y, x]] by x, y'],
    ['\\det J_f', '$f(x, y) = (x^2, x y)$', '2*x^2 by x, y'],
    ['H_f', '$f(x, y) = x^2 y$', '[[2*y, 2*x], [2*x, 0]] by x, y'],
    ['\\frac{\\partial(x, y)}{\\partial(u, v)}', '$x = u v$ and $y = u + v$', '[[v, u], [1, 1]] by u, v'],
  ])('%s after %s: %s', (tex, note, expected) => {
    expect(answer(tex, note)).toBe(expected);
  });

  test.each([
    ['the order of four letters is not known', '\\nabla \\cdot (x, y, z, w)', 'ambiguous'],
    ['in polar coordinates there are other terms', '\\nabla \\cdot (r^2, \\theta)', 'ambiguous'],
    ['a number has no divergence', '\\nabla \\cdot (x^2 y)', 'unsupported'],
    ['a number has no curl', '\\nabla \\times (x^2 y)', 'unsupported'],
    ['four components have no curl', '\\nabla \\times (x_1, x_2, x_3, x_4)', 'unsupported'],
    ['nothing gives x by r', '\\frac{\\partial(x, y)}{\\partial(r, s)}', 'unsupported'],
    ['more entries than variables', '\\nabla (x^2 y) \\cdot (1, 2, 3, 4)', 'ambiguous'],
  ])('where %s: %s', (_, tex, expected) => {
    expect(answer(tex)).toBe(expected);
  });

  test.each([
    ['\\Delta(1 - t)', 'a factor before a bracket'],
    ['\\Delta x^2', 'a difference'],
  ])('%s is %s', (tex) => {
    const asked = ask(tex);
    expect(asked.ok && asked.question.field).toBeFalsy();
  });
});

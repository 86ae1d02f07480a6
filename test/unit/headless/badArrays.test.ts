/** What cannot be read or answered of vectors and matrices, with the words and the place that say why. */
import { describe, expect, test } from 'vitest';
import { Headless } from '../../../src/headless/index.js';

const BUDGET = { nodes: 1000, shouldStop: () => false };

/** The error's code, message and the text that it points at. */
function refusal(text: string): readonly [code: string, message: string, at: string] {
  const reply = new Headless().reply({ notation: 'latex', text }, BUDGET);
  if (reply.ok) throw new Error(`${text} is answered by ${reply.result.latex}`);
  const { code, message, from, to } = reply.error;
  return [code, message, text.slice(from, to)];
}

describe('bad input', () => {
  test.each([
    ['shapes that clash in a sum', '\\nabla_{\\mathbf x} (\\mathbf A \\mathbf x + \\mathbf A)', /terms do not fit.*A, x is a vector, A is a matrix/],
    ['a row beside a vector', '\\nabla_{\\mathbf x} (\\mathbf x^\\top \\mathbf A + \\mathbf x)', /terms do not fit.*row/],
    ['a sum without a body', '\\frac{\\partial}{\\partial x_k} \\sum_i', /added or multiplied is missing/],
    ['a matrix with ragged rows', '\\frac{d}{dt} \\begin{pmatrix} t & 1 \\\\ t^2 \\end{pmatrix}', /rows of this matrix differ in length/],
    ['the exponential of a matrix', '\\nabla_{\\mathbf A} \\exp(\\mathbf A)', /A is a matrix, of which/],
    ['three indices', '\\frac{\\partial}{\\partial \\mathbf X} (\\mathbf X \\mathbf a)', /more than two indices/],
    ['a tensor product', '\\mathbf a \\otimes \\mathbf b', /\\otimes .* is not worked out here/],
    ['a letter raised to T, never a power by itself', '\\frac{d}{dx} x^T', /exponent or marks a transpose/],
    ['components that fit no variables', '\\nabla \\cdot (x^2, y, z, w)', /coordinates/],
    ['a curl of too many components', '\\nabla \\times (x_1, x_2, x_3, x_4)', /three components/],
    ['a divergence of a number', '\\nabla \\cdot (x^2 y)', /taken of a vector/],
    ['polar coordinates', '\\Delta (r^2 \\theta x y)', /polar or spherical/],
    ['the greatest entry', '\\nabla_{\\mathbf x} \\|\\mathbf x\\|_\\infty', /no rule is known/],
    ['a direction of another length', '\\nabla (x y) \\cdot (1, 2, 3, \\pi)', /coordinates|components/],
  ] as const)('%s: %s', (_, text, message) => {
    const [, said, at] = refusal(text);
    expect(said).toMatch(message);
    expect(at).not.toBe('');
  });
}); // prettier-ignore

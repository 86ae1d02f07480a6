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
    ['the greatest entry', '\\nabla_{\\mathbf x} \\|\\mathbf x\\|_\\infty', /only where one \|x_m\| is larger/],
    ['the greatest entry of a sum', '\\nabla_{\\mathbf x} (\\mathbf a^\\top \\mathbf x + \\|\\mathbf A \\mathbf x\\|_\\infty^2)', /only where one \|x_m\| is larger/],
    ['the greatest entry, asked by one', '\\frac{\\partial}{\\partial x_k} \\|\\mathbf x\\|_\\infty', /only where one \|x_m\| is larger/],
    ['an index that is met after its sum', '\\frac{\\partial}{\\partial p_k} \\left(\\sum_i y_i \\ln p_i + (1 - q_i)\\right)', /sum over i ends before q_i/],
    ['an index that is met before its sum', '\\frac{\\partial}{\\partial x_k} (a_i \\sum_i x_i^2)', /sum over i ends before a_i/],
    ['an index of an inner sum in the outer one', '\\frac{\\partial}{\\partial x_k} \\sum_j x_j c_i \\sum_i a_{ij}', /sum over i ends before c_i/],
    ['what is divided has both, entry and sum', '\\frac{\\partial}{\\partial x_k} \\frac{c_i + \\sum_i x_i}{\\sum_i x_i^2}', /sum over i ends before c_i/],
    ['an index thrice in a product', '\\frac{\\partial}{\\partial x_k} (a_i b_i x_i)', /index i stands 3 times .*a_i, b_i, x_i/],
    ['an index thrice among others', '\\frac{d}{dx} (A_{ij} x_j y_j)', /index j stands 3 times .*A_ij, x_j, y_j/],
    ['a direction of another length', '\\nabla (x y) \\cdot (1, 2, 3, \\pi)', /coordinates|components/],
  ] as const)('%s: %s', (_, text, message) => {
    const [, said, at] = refusal(text);
    expect(said).toMatch(message);
    expect(at).not.toBe('');
  });

  test.each([
    ['\\frac{\\partial}{\\partial p_k} \\left(\\sum_i y_i \\ln p_i + (1 - q_i)\\right)', 'q_i'],
    ['\\frac{\\partial}{\\partial x_k} (a_i b_i x_i)', 'a_i b_i x_i'],
  ])('the index of %s is shown where it stands', (text, place) => {
    expect(refusal(text)[2]).toBe(place);
  });

  test.each([
    ['entries of softmax, whose sum has the same letter', '\\frac{\\partial}{\\partial z_k} \\frac{e^{z_i}}{\\sum_i e^{z_i}}'],
    ['entries by a norm that is written out', '\\frac{\\partial}{\\partial x_k} \\frac{x_i}{\\sqrt{\\sum_i x_i^2}}'],
    ['the letter of the variable', '\\frac{\\partial}{\\partial x_i} \\left(\\sum_i x_i^2 + c_i x_i\\right)'],
    ['a name that has the index', 's_i = z_i - \\ln \\sum_i e^{z_i}'],
    ['a sum within a sum of the same letter', '\\frac{\\partial}{\\partial x_k} \\sum_i x_i \\sum_i x_i^2'],
    ['a sum of threefold products', '\\frac{\\partial}{\\partial x_k} \\sum_i a_i b_i x_i'],
    ['the greatest entry of a constant', '\\nabla_{\\mathbf x} (\\|\\mathbf a\\|_\\infty \\mathbf x^\\top \\mathbf x)'],
    ['an index twice', '\\frac{\\partial}{\\partial x_k} (a_i x_i)'],
    ['entries of products that a name has', 'y_i = a_i b_i x_i'],
  ])('%s is no reason against an answer: %s', (_, text) => {
    expect(() => refusal(text)).toThrow(/is answered/);
  });
}); // prettier-ignore

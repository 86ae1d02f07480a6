/** Whole vectors and matrices, and the same by components: both routes have the same values. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Headless } from '../../../src/headless/index.js';

const BUDGET = { nodes: 1000, shouldStop: () => false };

/** The reply to a question at one point, by a route. */
function reply(text: string, as: 'components' | 'matrix' | null, at: object, note?: string) {
  const request = { notation: 'latex', text, at: [at], ...(as ? { as } : {}), ...(note ? { note } : {}) };
  return new Headless().reply(request, BUDGET);
}
function answered(text: string, as: 'components' | 'matrix' | null, at: object, note?: string) {
  const found = reply(text, as, at, note);
  if (!found.ok) throw new Error(`${text}: ${found.error.message}`);
  expect(found.checked.verdict, text).toBe('agrees');
  return found.result;
}

const POINT = {
  x: [0.4, -0.7, 1.1],
  a: [0.3, 0.9, -0.5],
  b: [-0.2, 0.6, 0.8],
  A: [
    [1.1, 0.2, -0.4],
    [0.5, -0.9, 0.3],
    [0.7, 0.1, 1.3],
  ],
  B: [
    [0.2, 0.8, 0.1],
    [-0.6, 0.4, 0.9],
    [0.3, -0.5, 1.2],
  ],
  c: 0.7,
};

/** Vectors made of x, a and b by A and B, elementwise functions, ⊙ and sums. */
const vector: fc.Arbitrary<string> = fc.letrec<{ v: string }>((tie) => ({
  v: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom('\\mathbf x', '\\mathbf a', '\\mathbf b'),
    fc
      .tuple(fc.constantFrom('\\mathbf A', '\\mathbf B^\\top', '2\\mathbf A'), tie('v'))
      .map(([m, v]) => `${m} (${v})`),
    fc.tuple(tie('v'), tie('v')).map(([u, v]) => `(${u}) + (${v})`),
    fc.tuple(tie('v'), tie('v')).map(([u, v]) => `(${u}) \\odot (${v})`),
    tie('v').map((v) => `\\tanh(${v})`),
  ),
})).v;
const number = fc.oneof(
  fc.tuple(vector, vector).map(([u, v]) => `(${u})^\\top (${v})`),
  vector.map((v) => `\\|${v}\\|^2`),
  fc.tuple(vector, vector).map(([u, v]) => `(${u})^\\top \\mathbf A (${v})`),
);

function flat(v: unknown): readonly number[] {
  return Array.isArray(v) ? v.flatMap(flat) : [v as number];
}
function expectSame(a: unknown, b: unknown): void {
  const [x, y] = [flat(a), flat(b)];
  expect(y.length).toBe(x.length);
  x.forEach((p, i) => {
    expect(Math.abs(p - (y[i] ?? NaN))).toBeLessThan(1e-8 * Math.max(1, Math.abs(p)));
  });
}

describe('both routes have the same values', () => {
  test.each([
    ['gradients', number, (body: string) => `\\nabla_{\\mathbf x} \\left[${body}\\right]`],
    ['Jacobians', vector, (body: string) => `\\frac{\\partial}{\\partial \\mathbf x} \\left[${body}\\right]`],
  ] as const)('%s of random formulas', (_, bodies, asked) => {
    fc.assert(
      fc.property(bodies, (body) => {
        fc.pre(body.includes('\\mathbf x'));
        const whole = reply(asked(body), null, POINT);
        if (!whole.ok) return;
        const parts = answered(asked(body), 'components', POINT);
        expectSame(whole.result.values[0], parts.values[0]);
        expect(parts.shape).toEqual(whole.result.shape);
      }),
      { seed: 11, numRuns: 30 },
    );
  });

  test.each([
    ['\\nabla_{\\mathbf x} \\mathbf x^\\top \\mathbf A \\mathbf x', '\\sum_j A_{kj}x_j + \\sum_i A_{ik}x_i'],
    ['\\nabla_{\\mathbf x} \\|\\mathbf x\\|', '\\frac{x_k}{\\sqrt{\\sum_i x_i^2}}'],
    ['\\nabla_{\\mathbf A} \\mathbf a^\\top \\mathbf A \\mathbf b', 'a_k b_l'],
    ['\\nabla_{\\mathbf A} \\operatorname{tr}(\\mathbf A)', '\\delta_{kl}'],
  ])('%s in components is %s', (text, latex) => {
    const whole = answered(text, null, POINT);
    const parts = answered(text, 'components', POINT);
    expect(parts.latex).toBe(latex);
    expectSame(whole.values[0], parts.values[0]);
  });

  test.each([
    ['\\frac{\\partial}{\\partial x_k} \\sum_i a_i x_i', 'a'],
    ['\\frac{\\partial}{\\partial x_k} \\sum_i (a_i x_i)^2', '2(a \\odot a \\odot x)'],
    ['\\frac{\\partial}{\\partial x_k} \\sum_i \\sum_j x_i A_{ij} x_j', 'Ax + A^\\top x'],
    ['\\frac{\\partial}{\\partial x_k} \\sum_i (\\sum_j A_{ij} x_j - b_i)^2', '2A^\\top(Ax - b)'],
    ['\\frac{\\partial}{\\partial x_j} \\frac{e^{x_i}}{\\sum_k e^{x_k}}', null],
    ['\\frac{\\partial}{\\partial A_{jk}} \\sum_i (\\sum_l A_{il} x_l - b_i)^2', '2Axx^\\top - 2bx^\\top'],
    ['\\frac{\\partial}{\\partial x_j} (a_i x_i)', '\\operatorname{diag}(a)'],
    ['\\frac{\\partial}{\\partial x_j} x_i', 'I'],
  ])('%s as a matrix is %s', (text, latex) => {
    const parts = answered(text, null, POINT);
    const found = reply(text, 'matrix', POINT);
    if (!found.ok) throw new Error(found.error.message);
    if (latex !== null) expect(found.result.latex).toBe(latex);
    expect(found.result.latex).not.toContain('_');
    expectSame(parts.values[0], found.result.values[0]);
  });

  test.each([
    ['\\frac{\\partial}{\\partial x_k} \\prod_i x_i', 'matrix'],
    ['\\nabla_{\\mathbf A} \\det \\mathbf A', 'components'],
  ] as const)('%s has no form by %s, which is said', (text, as) => {
    expect(reply(text, as, POINT)).toMatchObject({ ok: false, error: { code: 'unsupported' } });
  });

  test.each([['components'], ['matrix']] as const)(
    'what has no arrays in it is answered as ever: %s',
    (as) => {
      expect(answered('x^2', as, { x: 3 })).toMatchObject({ latex: '2x', values: [6], shape: null });
    },
  );

  test('a request for another form is none', () => {
    expect(new Headless().reply({ text: 'x^2', as: 'rows' }, BUDGET)).toMatchObject({
      ok: false,
      error: { code: 'syntax' },
    });
  });
});

/** The operators against differences that know nothing of the sums they are made of. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solve } from '../../../../src/answer/solve.js';
import { compile, type Expr } from '../../../../src/core/index.js';
import { LATEX } from '../../../../src/notation/index.js';
import { NO_CONTEXT } from '../../../../src/notation/notation.js';
import { ask } from '../../meaning/note.js';

const BUDGET = { nodes: 1000, shouldStop: () => false };
const NAMES = ['x', 'y', 'z'] as const;
type Place = readonly [number, number, number];
type Scalar = (p: Place) => number;

/** Small formulas in x, y and z. */
const formula: fc.Arbitrary<string> = fc.letrec<{ e: string }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('x', 'y', 'z', '2', 'x^2', 'yz', 'x y^2'),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => `(${a}) + (${b})`),
    fc.tuple(tie('e'), tie('e')).map(([a, b]) => `(${a}) \\cdot (${b})`),
    fc.tuple(fc.constantFrom('\\sin', '\\cos', '\\exp'), tie('e')).map(([f, a]) => `${f}(${a})`),
  ),
})).e;

const numeric = (e: Expr): Scalar => {
  const f = compile(e, NAMES, new Map());
  return (p) => f(...p);
};
const moved = (p: Place, i: number, by: number): Place =>
  p.map((x, k) => (k === i ? x + by : x)) as unknown as Place;
const slope =
  (f: Scalar, i: number, h = 1e-4) =>
  (p: Place): number =>
    (f(moved(p, i, h)) - f(moved(p, i, -h))) / (2 * h);
const bend =
  (f: Scalar, i: number, h = 1e-3) =>
  (p: Place): number =>
    (f(moved(p, i, h)) - 2 * f(p) + f(moved(p, i, -h))) / (h * h);

const PLACES: readonly Place[] = [
  [0.4, 0.7, -0.3],
  [-0.6, 0.5, 0.8],
];
const value = (e: Expr): readonly Scalar[] => (e.kind === 'tuple' ? e.items : [e]).map(numeric);

/** The answer and the functions that it is asked of, through x, y and z. */
function answered(tex: string, definition: string): readonly Scalar[] | null {
  const asked = ask(tex, { note: `$${definition}$` });
  if (!asked.ok) throw new Error(`${definition}: ${asked.message}`);
  const solved = solve(asked, BUDGET);
  return solved.ok ? value(solved.result) : null;
}
function read(tex: string): Scalar {
  const [statement] = LATEX.parse(tex, NO_CONTEXT).statements;
  if (!statement) throw new Error(tex);
  return numeric(statement.expr);
}
function expectClose(found: readonly Scalar[] | null, expected: readonly Scalar[]): void {
  if (!found) return;
  expect(found.length).toBe(expected.length);
  for (const p of PLACES)
    expected.forEach((f, i) => {
      const [a, b] = [f(p), found[i]?.(p) ?? NaN];
      if (Number.isFinite(a) && Math.abs(a) < 1e4)
        expect(Math.abs(a - b)).toBeLessThan(2e-3 * Math.max(1, Math.abs(a)));
    });
}

const OPTIONS = { seed: 7, numRuns: 40 };
describe('operators of random fields are what differences give', () => {
  const field = fc.tuple(formula, formula, formula);
  test('divergence and curl', () => {
    fc.assert(
      fc.property(field, (parts) => {
        const definition = `F(x, y, z) = (${parts.join(', ')})`;
        const [P, Q, R] = parts.map(read) as [Scalar, Scalar, Scalar];
        expectClose(answered('\\nabla \\cdot F', definition), [
          (p) => slope(P, 0)(p) + slope(Q, 1)(p) + slope(R, 2)(p),
        ]);
        expectClose(answered('\\nabla \\times F', definition), [
          (p) => slope(R, 1)(p) - slope(Q, 2)(p),
          (p) => slope(P, 2)(p) - slope(R, 0)(p),
          (p) => slope(Q, 0)(p) - slope(P, 1)(p),
        ]);
      }),
      OPTIONS,
    );
  });

  test('Laplacian and the derivative along a vector', () => {
    fc.assert(
      fc.property(formula, (term) => {
        // What has no x in it is no function that a note gives.
        const tex = `x + (${term})`;
        const definition = `f(x, y, z) = ${tex}`;
        const f = read(tex);
        expectClose(answered('\\Delta f', definition), [
          (p) => bend(f, 0)(p) + bend(f, 1)(p) + bend(f, 2)(p),
        ]);
        expectClose(answered('\\nabla f \\cdot (1, -2, 3)', definition), [
          (p) => slope(f, 0)(p) - 2 * slope(f, 1)(p) + 3 * slope(f, 2)(p),
        ]);
      }),
      OPTIONS,
    );
  });

  test('Jacobian determinant', () => {
    fc.assert(
      fc.property(field, (parts) => {
        const rows = parts.map((tex) => [0, 1, 2].map((i) => slope(read(tex), i)));
        const at = (p: Place, i: number, j: number): number => rows[i]?.[j]?.(p) ?? NaN;
        const minor = (p: Place, a: number, b: number): number =>
          at(p, 1, a) * at(p, 2, b) - at(p, 1, b) * at(p, 2, a);
        expectClose(answered('\\det J_F', `F(x, y, z) = (${parts.join(', ')})`), [
          (p) => at(p, 0, 0) * minor(p, 1, 2) - at(p, 0, 1) * minor(p, 0, 2) + at(p, 0, 2) * minor(p, 0, 1),
        ]);
      }),
      OPTIONS,
    );
  });
});

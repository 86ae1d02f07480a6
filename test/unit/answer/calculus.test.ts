/** Questions of vector calculus and of whole vectors: every value against differences of a function that is written here. */
import { describe, expect, test } from 'vitest';
import type { ArrayValue } from '../../../src/core/index.js';
import { Headless } from '../../../src/headless/index.js';

const BUDGET = { nodes: 1000, shouldStop: () => false };
type Point = Readonly<Record<string, ArrayValue>>;
type Vector = readonly number[];
type Scalar = (...x: number[]) => number;

const H = 1e-4;
/** ∂f/∂x_i. */
const d =
  (f: Scalar, i: number): Scalar =>
  (...x) => {
    const at = (by: number): number => f(...x.map((v, k) => (k === i ? v + by : v)));
    return (at(H) - at(-H)) / (2 * H);
  };
const grad =
  (f: Scalar, n: number) =>
  (...x: number[]): Vector =>
    Array.from({ length: n }, (_, i) => d(f, i)(...x));
const jacobian =
  (f: readonly Scalar[]) =>
  (...x: number[]): readonly Vector[] =>
    f.map((g) => grad(g, x.length)(...x));
const div =
  (f: readonly Scalar[]): Scalar =>
  (...x) =>
    f.reduce((s, g, i) => s + d(g, i)(...x), 0);
const curl =
  (f: readonly Scalar[]) =>
  (...x: number[]): Vector =>
    [0, 1, 2].map((i) => {
      const [j, k] = [(i + 1) % 3, (i + 2) % 3];
      return d(f[k] as Scalar, j)(...x) - d(f[j] as Scalar, k)(...x);
    });
const lap =
  (f: Scalar, n: number): Scalar =>
  (...x) =>
    Array.from({ length: n }, (_, i) => d(d(f, i), i)(...x)).reduce((a, b) => a + b, 0);
const det2 =
  (f: readonly Scalar[]): Scalar =>
  (...x) => {
    const [[a = 0, b = 0] = [], [c = 0, e = 0] = []] = jacobian(f)(...x);
    return a * e - b * c;
  };
const { sin, cos, exp, log, sqrt, abs, hypot } = Math;
const { PI } = Math;

interface Row {
  readonly tex: string;
  readonly note?: string;
  readonly names: string;
  readonly value: (...x: number[]) => ArrayValue;
}
const row = (names: string, tex: string, value: Row['value'], note?: string): Row => ({
  names,
  tex,
  value,
  ...(note ? { note } : {}),
});

const POLAR = '$x = r \\cos\\theta$ and $y = r \\sin\\theta$';
/** Numbers by name. */
const NUMBERS: readonly Row[] = [
  row('x y', '\\nabla \\cdot (x^2 y, \\sin(xy))', div([(x, y) => x * x * y, (x, y) => sin(x * y)])),
  row('x y z', '\\nabla \\cdot (xyz, y^2 z, \\frac{x}{z})', div([(x, y, z) => x * y * z, (_, y, z) => y * y * z, (x, _, z) => x / z])),
  row('x y z', '\\operatorname{div} (e^x, e^{xy}, e^{xyz})', div([(x) => exp(x), (x, y) => exp(x * y), (x, y, z) => exp(x * y * z)])),
  row('x y z', '\\nabla \\cdot (x^2 \\hat i + yz \\hat j + z^3 \\hat k)', div([(x) => x * x, (_, y, z) => y * z, (_x, _y, z) => z ** 3])),
  row('x y z', '\\nabla \\times (yz, x^2, xy^2)', curl([(_, y, z) => y * z, (x) => x * x, (x, y) => x * y * y])),
  row('x y z', '\\operatorname{curl} (\\sin y, \\cos z, e^x)', curl([(_, y) => sin(y), (_x, _y, z) => cos(z), (x) => exp(x)])),
  row('x y z', '\\operatorname{rot} \\begin{pmatrix} xz \\\\ -y \\\\ x y z \\end{pmatrix}', curl([(x, _, z) => x * z, (_, y) => -y, (x, y, z) => x * y * z])),
  row('x y z', '\\nabla \\times (xy \\mathbf i + yz \\mathbf j + zx \\mathbf k)', curl([(x, y) => x * y, (_, y, z) => y * z, (x, _, z) => z * x])),
  row('x y', '\\nabla \\times (-y^3, x^3)', (x, y) => 3 * x * x + 3 * y * y),
  row('x y', '\\Delta (x^3 y^2)', lap((x, y) => x ** 3 * y * y, 2)),
  row('x y z', '\\Delta \\sqrt{x^2 + y^2 + z^2}', lap((x, y, z) => hypot(x, y, z), 3)),
  row('x y', '\\Delta (e^x \\sin y)', lap((x, y) => exp(x) * sin(y), 2)),
  row('x y', '\\nabla \\cdot \\nabla (x y^3 + \\cos x)', lap((x, y) => x * y ** 3 + cos(x), 2)),
  row('x y', '\\nabla^2 f', lap((x, y) => x * x * y ** 3, 2), 'The Laplacian of $f(x, y) = x^2 y^3$'),
  row('x y', '\\nabla^2 f', jacobian([d((x, y) => x * x * y ** 3, 0), d((x, y) => x * x * y ** 3, 1)]), 'The Hessian of $f(x, y) = x^2 y^3$'),
  row('x y', '\\nabla\\nabla^\\top (x^2 y^3)', jacobian([d((x, y) => x * x * y ** 3, 0), d((x, y) => x * x * y ** 3, 1)])),
  row('x y', 'H_f', jacobian([d((x, y) => exp(x * y), 0), d((x, y) => exp(x * y), 1)]), '$f(x, y) = e^{xy}$'),
  row('x y', 'J_f', jacobian([(x, y) => x * y, (x, y) => x / y]), '$f(x, y) = (xy, \\frac{x}{y})$'),
  row('x y', '\\det J_f', det2([(x, y) => x * y, (x, y) => x / y]), '$f(x, y) = (xy, \\frac{x}{y})$'),
  row('r theta', '\\frac{\\partial(x, y)}{\\partial(r, \\theta)}', jacobian([(r, t) => r * cos(t), (r, t) => r * sin(t)]), POLAR),
  row('r theta', '\\left|\\frac{\\partial(x, y)}{\\partial(r, \\theta)}\\right|', (r) => r, POLAR),
  row('u v', '\\det\\frac{\\partial(u^2 - v^2, 2uv)}{\\partial(u, v)}', det2([(u, v) => u * u - v * v, (u, v) => 2 * u * v])),
  row('x y', '\\nabla (x^2 y) \\cdot (3, -1)', (x, y) => 6 * x * y - x * x),
  row('x y', 'D_{\\mathbf u} f', (x, y) => 0.6 * d((a, b) => sin(a * b), 0)(x, y) + 0.8 * d((a, b) => sin(a * b), 1)(x, y), '$f(x, y) = \\sin(xy)$ and $\\mathbf u = (\\frac35, \\frac45)$'),
  row('x y z', '\\mathbf v \\cdot \\nabla f', (x, y, z) => y * z + 2 * x * z + 3 * x * y, '$f(x, y, z) = xyz$ and $\\mathbf v = (1, 2, 3)$'),
  row('x y', '\\nabla \\left( \\frac{x}{y} + xy \\right)', grad((x, y) => x / y + x * y, 2)),
  row('t', '\\frac{d}{dt} \\begin{pmatrix} \\cos t \\\\ t^2 \\end{pmatrix}', (t) => [-sin(t), 2 * t]),
  row('t', '\\frac{d}{dt} \\begin{pmatrix} e^t & t \\\\ 1 & \\sin t \\end{pmatrix}', (t) => [[exp(t), 1], [0, cos(t)]]),
  row('t', '\\frac{d^2}{dt^2} (t^3, \\cos t)', (t) => [6 * t, -cos(t)]),
  row('theta', 'R(\\theta) = \\begin{pmatrix} \\cos\\theta & -\\sin\\theta \\\\ \\sin\\theta & \\cos\\theta \\end{pmatrix}', (t) => [[-sin(t), -cos(t)], [cos(t), -sin(t)]]),
  row('t', "\\mathbf r'(t)", (t) => [1, 2 * t, exp(t)], '$\\mathbf r(t) = (t, t^2, e^t)$'),
  row('x_1 x_2', '\\frac{\\partial}{\\partial \\mathbf x} \\begin{pmatrix} x_1^2 x_2 \\\\ x_1 + x_2 \\end{pmatrix}', jacobian([(a, b) => a * a * b, (a, b) => a + b])),
  row('x y', '\\nabla^2 (x^3, x y^2)', (x) => [6 * x, 2 * x]),
]; // prettier-ignore

/** Entries of a vector by the name x, at two lengths; a, b of the same, A square. */
interface WholeRow {
  readonly tex: string;
  readonly of: (x: Vector, a: Vector, A: readonly Vector[]) => number | Vector;
  readonly lengths?: readonly number[];
}
const whole = (tex: string, of: WholeRow['of'], lengths?: readonly number[]): WholeRow => ({
  tex,
  of,
  ...(lengths ? { lengths } : {}),
});
const dot = (u: Vector, v: Vector): number => u.reduce((s, x, i) => s + x * (v[i] ?? NaN), 0);
const sumOf = (u: Vector): number => u.reduce((s, x) => s + x, 0);
const times = (A: readonly Vector[], x: Vector): Vector => A.map((r) => dot(r, x));
const lse = (x: Vector): number => log(sumOf(x.map((v) => exp(v))));
const cross = (u: Vector, v: Vector): Vector =>
  [0, 1, 2].map(
    (i) => (u[(i + 1) % 3] ?? 0) * (v[(i + 2) % 3] ?? 0) - (u[(i + 2) % 3] ?? 0) * (v[(i + 1) % 3] ?? 0),
  );
const X = '\\mathbf x';
const WHOLES: readonly WholeRow[] = [
  whole(`\\nabla_{${X}} \\mathbf 1^\\top ${X}`, (x) => sumOf(x)),
  whole(`\\nabla_{${X}} ${X}^\\top \\mathbb 1`, (x) => sumOf(x)),
  whole(`\\nabla_{${X}} \\|${X}\\|`, (x) => hypot(...x)),
  whole(`\\nabla_{${X}} \\|${X}\\|_1`, (x) => sumOf(x.map(abs))),
  whole(`\\nabla_{${X}} \\|${X}\\|_3`, (x) => sumOf(x.map((v) => abs(v) ** 3)) ** (1 / 3)),
  whole(`\\nabla_{${X}} \\|${X}\\|_4^4`, (x) => sumOf(x.map((v) => v ** 4))),
  whole(`\\nabla_{${X}} \\operatorname{logsumexp}(${X})`, (x) => lse(x)),
  whole(`\\frac{\\partial}{\\partial ${X}} \\operatorname{softmax}(${X})`, (x) => x.map((v) => exp(v - lse(x)))),
  whole(`\\frac{\\partial}{\\partial ${X}} \\log\\operatorname{softmax}(${X})`, (x) => x.map((v) => v - lse(x))),
  whole(`\\frac{\\partial}{\\partial ${X}} \\left(${X} - \\mathbf 1 \\mathbf a^\\top ${X}\\right)`, (x, a) => x.map((v) => v - dot(a, x))),
  whole(`\\frac{\\partial}{\\partial ${X}} (${X} \\odot \\mathbf A ${X})`, (x, _, A) => times(A, x).map((v, i) => v * (x[i] ?? 0))),
  whole(`\\nabla_{${X}} ${X}^\\top \\mathbf A ${X}`, (x, _, A) => dot(x, times(A, x))),
  whole(`\\nabla_{${X}} \\sqrt{1 + ${X}^\\top ${X}}`, (x) => sqrt(1 + dot(x, x))),
  whole(`\\frac{\\partial}{\\partial ${X}} (\\mathbf a \\odot ${X} \\odot ${X})`, (x, a) => x.map((v, i) => (a[i] ?? 0) * v * v)),
  whole(`\\frac{\\partial}{\\partial ${X}} (\\mathbf a \\times ${X})`, (x, a) => cross(a, x), [3]),
  whole(`\\frac{\\partial}{\\partial ${X}} (${X} \\times \\mathbf a)`, (x, a) => cross(x, a), [3]),
  whole('\\frac{\\partial}{\\partial x_k} \\sum_i \\mathbb{1}[i = k] x_i^3', (x) => sumOf(x.map((v) => v ** 3))),
  whole('\\frac{\\partial}{\\partial x_k} \\sum_i a_i \\sin x_i', (x, a) => dot(a, x.map((v) => sin(v)))),
]; // prettier-ignore

function valueOf(tex: string, at: Point, note?: string): unknown {
  const found = new Headless().reply(
    { notation: 'latex', text: tex, at: [at], ...(note ? { note } : {}) },
    BUDGET,
  );
  if (!found.ok) throw new Error(`${tex}: ${found.error.message}`);
  expect(found.checked.verdict, tex).toBe('agrees');
  return found.result.values[0];
}
function expectClose(found: unknown, expected: ArrayValue): void {
  if (typeof expected === 'number') {
    expect(typeof found).toBe('number');
    expect(abs((found as number) - expected)).toBeLessThan(2e-4 * Math.max(1, abs(expected)));
    return;
  }
  expect(Array.isArray(found)).toBe(true);
  expect((found as unknown[]).length).toBe(expected.length);
  expected.forEach((e, i) => { expectClose((found as unknown[])[i], e); }); // prettier-ignore
}

/** Different numbers in (0.3, 1.3). */
const spread = (n: number, seed: number): Vector =>
  Array.from({ length: n }, (_, i) => 0.3 + ((i * PI + seed * 0.77 + 0.1) % 1));

describe('what is asked of numbers', () => {
  test.each(NUMBERS)('$tex $note', ({ tex, note, names, value }) => {
    for (const seed of [1, 2]) {
      const list = names.split(' ');
      const x = spread(list.length, seed);
      expectClose(valueOf(tex, Object.fromEntries(list.map((n, i) => [n, x[i] ?? 0])), note), value(...x));
    }
  });
});

describe('what is asked of whole vectors, at two lengths', () => {
  test.each(WHOLES)('$tex', ({ tex, of, lengths = [2, 3] }) => {
    for (const n of lengths) {
      const [x, a] = [spread(n, 1), spread(n, 2)];
      const A = Array.from({ length: n }, (_, i) => spread(n, i + 3));
      const isVector = typeof of(x, a, A) !== 'number';
      const parts = (isVector ? spread(n, 0) : [0]).map((_, i): Scalar => (...y) => {
        const v = of(y, a, A);
        return typeof v === 'number' ? v : (v[i] ?? NaN);
      });
      const rows = jacobian(parts)(...x);
      expectClose(valueOf(tex, { x, a, A }), isVector ? rows : (rows[0] ?? []));
    }
  });
});

test('there are fifty of them', () => {
  expect(NUMBERS.length + WHOLES.length).toBeGreaterThanOrEqual(50);
});

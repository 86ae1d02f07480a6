/** Functions as people write them, each with a derivative by every number it takes. */

export interface Sample {
  readonly language: 'typescript' | 'javascript';
  /** The function's name in the source. */
  readonly name: string;
  readonly source: string;
  /** Ranges of parameters; [-2, 2] where none is given. */
  readonly ranges?: Readonly<Record<string, readonly [number, number]>>;
  /** How to call it with its parameters and fields in order, where its name alone does not do. */
  readonly call?: string;
  /** Values of parameters that are no numbers. */
  readonly others?: Readonly<Record<string, unknown>>;
}

const ts = (name: string, source: string, more: Partial<Sample> = {}): Sample => ({
  language: 'typescript',
  name,
  source,
  ...more,
});
const js = (name: string, source: string, more: Partial<Sample> = {}): Sample => ({
  language: 'javascript',
  name,
  source,
  ...more,
});
const POSITIVE = { ranges: { x: [0.2, 4] } } as const;
const UNIT = { ranges: { x: [-0.9, 0.9] } } as const;

export const DIFFERENTIABLE: readonly Sample[] = [
  // Every function of Math.
  ts('f', 'const f = (x: number) => Math.sin(3 * x);'),
  ts('f', 'const f = (x: number) => Math.cos(x) ** 3;'),
  ts('f', 'const f = (x: number) => Math.tan(x / 2);'),
  ts('f', 'const f = (x: number) => Math.asin(x);', UNIT),
  ts('f', 'const f = (x: number) => Math.acos(x * x);', UNIT),
  ts('f', 'const f = (x: number) => Math.atan(1 / x);', POSITIVE),
  ts('f', 'const f = (x: number) => Math.sinh(x) + Math.cosh(2 * x);'),
  ts('f', 'const f = (x: number) => x * Math.tanh(x);'),
  ts('f', 'const f = (x: number) => Math.asinh(x ** 3);'),
  ts('f', 'const f = (x: number) => Math.acosh(x);', { ranges: { x: [1.2, 5] } }),
  ts('f', 'const f = (x: number) => Math.atanh(x / 2);', UNIT),
  ts('f', 'const f = (x: number) => Math.exp(-x * x / 2);'),
  ts('f', 'const f = (x: number) => Math.expm1(x) / x;', POSITIVE),
  ts('f', 'const f = (x: number) => Math.log(x) / x;', POSITIVE),
  ts('f', 'const f = (x: number) => Math.log1p(x ** 2);'),
  ts('f', 'const f = (x: number) => Math.log2(x) + Math.log10(x);', POSITIVE),
  ts('f', 'const f = (x: number) => Math.sqrt(1 - x ** 2);', UNIT),
  ts('f', 'const f = (x: number) => Math.cbrt(x) * x;'),
  ts('f', 'const f = (x: number) => Math.cbrt(x ** 3 - x);', { ranges: { x: [1.3, 3] } }),
  ts('f', 'const f = (x: number) => Math.cbrt(x);', { ranges: { x: [-5, -0.5] } }),
  ts('f', 'const f = (x: number) => Math.abs(x ** 3 - x);'),
  ts('f', 'const f = (x: number) => Math.sign(x) * x ** 2;'),
  ts('f', 'const f = (x: number) => x - Math.floor(x);', { ranges: { x: [0.1, 0.9] } }),
  ts('f', 'const f = (x: number) => (x - Math.ceil(x)) ** 2;', { ranges: { x: [0.1, 0.9] } }),
  ts('f', 'const f = (x: number) => Math.round(x) * x;', { ranges: { x: [0.6, 1.4] } }),
  ts('f', 'const f = (x: number) => Math.trunc(x) + x ** 2;', { ranges: { x: [-1.9, -1.1] } }),
  ts('f', 'function f(x: number, y: number) { return x % y; }', {
    ranges: { x: [-2.9, -2.2], y: [0.61, 0.7] },
  }),
  ts('f', 'const f = (x: number, y: number) => Math.hypot(x, y);'),
  ts('f', 'const f = (x: number, y: number, z: number) => Math.hypot(x, y, z) * Math.hypot(z);'),
  ts('f', 'const f = (y: number, x: number) => Math.atan2(y, x);', POSITIVE),
  ts('f', 'const f = (x: number, y: number) => Math.max(x, y, 0.1) + Math.min(x * y, 1);'),
  ts('f', 'const f = (x: number, p: number) => Math.pow(x, p);', POSITIVE),
  ts(
    'f',
    'const f = (x: number) => Math.E ** x + Math.LN2 * x + Math.LOG2E * Math.SQRT2 * Math.SQRT1_2 * Math.LN10 * Math.LOG10E;',
  ),
  ts('f', 'const f = (x: number) => Math["sin"](Math.PI * x);'),
  ts('f', 'const f = (x: number) => x ** (1 / 3);', POSITIVE),
  ts('f', 'const f = (x: number) => (x * x + 1) ** 1.5;'),
  ts('f', 'const f = (x: number) => 2 ** -x;'),
  ts('f', 'const f = (x: number) => x ** x;', POSITIVE),
  // Syntax.
  ts('f', 'export default function f(x: number): number { return ((x as number)! ** 2 satisfies number); }'),
  ts(
    'poly',
    'export const poly = (x: number, c = 1_000.5): number => 0x10 * x ** 3 - 1e-3 * x + c; // cubic',
  ),
  ts(
    'f',
    'function f<T extends number>(x: T, scale: number = 2) { /* scaled */ return (scale * (x as number)); }',
  ),
  ts(
    'f',
    'const f: (x: number) => number = function named(x) { return -x ** 2 + (+x); };'.replace(
      '-x ** 2',
      '-(x ** 2)',
    ),
  ),
  ts('area', 'namespace Shapes { export function area(r: number) { return Math.PI * r * r } }', {
    call: 'Shapes.area',
  }),
  ts('f', 'const f = ({ x, y }: { x: number; y: number }) => x * y ** 2;', { call: '(x, y) => f({ x, y })' }),
  ts(
    'norm',
    'interface P { x: number; y: number }\nexport function norm(p: P) { return Math.sqrt(p.x * p.x + p.y * p.y); }',
    {
      call: '(x, y) => norm({ x, y })',
    },
  ),
  ts('f', 'function f([a, b]: [number, number], t: number) { return a * t + b * t ** 2; }', {
    others: { a: 1, b: 2 },
    call: '(t) => f([0.3, 0.7], t)',
  }),
  ts(
    'rate',
    'class Decay {\n  constructor(private k: number) {}\n  rate(t: number): number {\n    return this.k * Math.exp(-this.k * t);\n  }\n}',
    {
      call: '(t, k) => new Decay(k).rate(t)',
    },
  ),
  js('f', 'class A { #k = 3; static f(x) { return x * x } }', { call: 'A.f' }),
  js('f', 'const shapes = { f(x) { return x ** 3 } };', { call: 'shapes.f' }),
  js('f', 'const shapes = { f: (x) => x ** 3, g: 1 };', { call: 'shapes.f' }),
  js('f', 'exports = {}; exports.f = function (x) { return 1 / (1 + x * x) };', { call: 'exports.f' }),
  js('f', 'var f = function (x) { var y = x * x; return y + 1 }'),
  js('f', 'const f = x => (x + 1) * (x - 1)'),
  // Locals.
  ts(
    'gauss',
    'function gauss(x: number, mu: number, s: number): number {\n  const z = (x - mu) / s;\n  return Math.exp(-0.5 * z * z) / (s * Math.sqrt(2 * Math.PI));\n}',
    {
      ranges: { s: [0.5, 2] },
    },
  ),
  ts(
    'loss',
    'const loss = (w: number, x: number, y: number) => {\n\tconst z = w * x;\n\tconst p = 1 / (1 + Math.exp(-z));\n\treturn -(y * Math.log(p) + (1 - y) * Math.log(1 - p));\n};',
  ),
  js(
    'f',
    'function f(x) {\n  const a = x * x\n  const b = a * a\n  const c = b * b + a\n  return c / (1 + a)\n}',
  ),
  js('f', 'function f(x) { const e = Math.exp(x), s = Math.sin(x); return e * s }'),
  js('f', 'function f(x) { let y; y = x * 3; return y * y }'),
  js('f', 'function f(x) { let y = 0; if (x > 0.3) y = x * x; return y + x }'),
  js('f', 'function f(x) { let y; if (x > 0) { y = Math.sqrt(x) } else { y = x * x } return 2 * y }'),
  js('f', 'function f(x) { const { a, b } = { a: x * x, b: 3 }; return a * b }'),
  js('f', 'function f(x) { const [a, b] = [x, x + 1]; { const a = 5; } return a * b }'),
  js('f', 'function f(x) { const inside = x > -1 && x < 1; return inside ? x ** 2 : 2 * Math.abs(x) - 1 }'),
  // Branches.
  ts('relu', 'export const relu = (x: number): number => Math.max(0, x);'),
  ts('leaky', 'const leaky = (x: number, a = 0.01) => (x >= 0 ? x : a * x);'),
  ts(
    'huber',
    'function huber(r: number, d: number) {\n  if (Math.abs(r) <= d) {\n    return 0.5 * r * r;\n  }\n  return d * (Math.abs(r) - 0.5 * d);\n}',
    {
      ranges: { d: [0.5, 1] },
    },
  ),
  ts(
    'smooth',
    'function smooth(x: number) { if (x <= 0) return 0; else if (x >= 1) return 1; return x * x * (3 - 2 * x); }',
  ),
  ts(
    'f',
    'function f(x: number) { if (x < 0) { const t = x * x; return t + 1; } const u = Math.sqrt(x); return u * 2 + 1; }',
  ),
  ts('f', 'function f(x: number, on: boolean) { return on ? x ** 2 : -x; }', { others: { on: true } }),
  ts(
    'f',
    'function f(x: number, y: number) { if (x > 0 || y > 0) { if (x > y) return x * x; } else { return y; } return x * y; }',
  ),
  ts('f', 'function f(x: number) { if (!(x > 0)) { return x; } return x ** 2; }'),
  ts(
    'f',
    'function f(x: number) { if (x <= 0) throw new RangeError("positive"); return Math.log(x); }',
    POSITIVE,
  ),
  ts('f', 'function f(x: number) { if (x < 0) return NaN; return x * Math.sqrt(x); }', POSITIVE),
  ts('sinc', 'const sinc = (x: number) => (x === 0 ? 1 : Math.sin(x) / x);'),
  ts('f', 'const f = (x: number) => (x !== 1 ? x ** 2 : 1);'),
  ts(
    'boxcox',
    'const boxcox = (x: number, l: number) => (l === 0 ? Math.log(x) : (x ** l - 1) / l);',
    POSITIVE,
  ),
  ts('elu', 'function elu(x: number, alpha = 1) { return x > 0 ? x : alpha * (Math.exp(x) - 1); }'),
  ts('clampSq', 'function clampSq(x: number) { const c = Math.min(Math.max(x, -1), 1); return c * c; }'),
  // Helpers, constants, destructured Math.
  ts('f', 'const { sin, cos: c, PI } = Math;\nconst f = (x: number) => sin(PI * x) * c(x);'),
  ts(
    'f',
    'const M = Math;\nconst half = M.sqrt;\nfunction f(x: number) { return half(x) * M.log(x); }',
    POSITIVE,
  ),
  ts(
    'f',
    'const RATE = 0.25;\nconst K = RATE * 2;\nexport function f(x: number) { return K * x ** 2 + RATE; }',
  ),
  ts(
    'loss',
    'const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));\nfunction loss(w: number, b: number) { return sigmoid(w * 2 + b) ** 2; }',
  ),
  ts(
    'f',
    'function sq(t: number) { const u = t; return u * u; }\nfunction cube(t: number) { return t * sq(t); }\nconst f = (x: number) => cube(x + 1) - sq(x);',
  ),
  ts('f', 'function f(x: number) { const g = (t: number) => t * x; return g(x + 1) + g(2); }'),
  ts(
    'f',
    'function f(x: number) { function g(t: number) { if (t > 1) return t * t; return 2 * t - 1; } return g(x) + g(2 * x); }',
  ),
  ts('f', 'function f(x: number) { return last(x) * 2; function last(y: number) { return y ** 3; } }'),
  ts('f', 'const power = (b: number, n = 2) => b ** n;\nconst f = (x: number) => power(x) + power(x, 3);'),
  ts('make', 'function outer(a: number) { const make = (x: number) => a * x ** 2; return make; }', {
    call: 'outer(2.5)',
  }),
  js('f', 'const P = [1, -2, 0.5]; function f(x) { return P[0] + P[1] * x + P[2] * x * x }'),
  js('f', 'const { gain } = { gain: 3 }; const O = { rate: 2 }; const f = (x) => gain * O.rate * x ** 2'),
  js('f', 'function f(x) { return [1, 2, 3].reduce((s, c) => s * x + c, 0) }'),
  js('f', 'function f(x) { let s = 0; for (const c of [1, 2, 3]) s += Math.sin(c * x); return s }'),
  js('f', 'function f(x) { const g = (h) => h(x) + h(2 * x); return g(Math.sin) + g((t) => t * t) }'),
  js('f', 'const y = 3; const h = (t) => t * y; const g = (y) => h(y) * y; const f = (x) => g(x)'),
  js('f', 'function f(x) { const g = (t) => t * x; const h = (x) => g(x) + 1; return h(2 * x) }'),
  js(
    'f',
    'function f(x) { if (x > 0) { if (x > 1) { return x * x } else if (x > 0.5) { return 5 * x } } else { if (x < -1) return x ** 3 } return 3 * x }',
  ),
  js(
    'f',
    'function f(x) { let y = 1; if (x > 0) { y = x; if (x > 1) { return y * y } } else { y = 2 * x } return y + 1 }',
  ),
  // Shadowed and unusual names.
  js('f', 'function f(e) { return e * Math.exp(e) }'),
  js('f', 'function f(constructor, toString) { return constructor ** 2 * toString }'),
  js(
    'f',
    'function f(hasOwnProperty, valueOf) { const isPrototypeOf = valueOf * 2; return hasOwnProperty * isPrototypeOf }',
  ),
  js('f', 'function f(x) { const Math = { sin: (t) => t * t }; return Math.sin(x) }'),
  js('f', 'const sin = (x) => x ** 3; function f(x) { return sin(x) + Math.sin(x) }'),
  js('f', 'function f(pi, i) { return pi * i + Math.PI * i }'),
  js('f', 'function f(α, x_1) { return α * x_1 ** 2 }'),
  js('f', 'function f($x, _y) { return $x * _y + $x }'),
  js('fDerivative', 'function fDerivative(t) { const derivative = t * t; return derivative * t }'),
  // Sums and products.
  ts('f', 'function f(x: number) { let s = 0; for (let i = 1; i <= 5; i++) { s += x ** i / i; } return s; }'),
  ts(
    'f',
    'function f(x: number) { let s = 0; for (let i = 1; i <= 40; i++) s += Math.sin(i * x) / i ** 2; return s; }',
  ),
  ts('f', 'function f(x: number) { let p = 1; for (let k = 0; k < 4; ++k) p *= x + k; return p; }'),
  ts(
    'f',
    'const N = 3; function f(x: number) { let s = 1; for (let i = N; i > 0; i -= 1) { const t = x / i; s = s + t * t; } return s; }',
  ),
  ts(
    'mse',
    'function mse(w: number, xs: number[], ys: number[]) {\n  let total = 0;\n  for (let i = 0; i < xs.length; i++) {\n    const r = w * xs[i]! - ys[i]!;\n    total += r * r;\n  }\n  return total / xs.length;\n}',
    {
      others: { xs: [0.5, 1, 2], ys: [1, 2, 2.5] },
    },
  ),
  ts(
    'f',
    'function f(w: number, xs: readonly number[]) { return xs.reduce((s, x) => s + Math.exp(-w * x), 0); }',
    { others: { xs: [0.5, 1, 2] } },
  ),
  ts(
    'f',
    'function f(w: number, xs: number[]) { return xs.map((x) => w * x).reduce((a, b) => a + b * b, 1); }',
    { others: { xs: [0.5, 1, 2] } },
  ),
  ts(
    'f',
    'function f(w: number, xs: number[]) { let s = 0; for (const x of xs) { s += (x - w) ** 2; } return s / (2 * xs.length); }',
    {
      others: { xs: [0.5, 1, 2] },
    },
  ),
  js('f', 'function f(x, c) { return c[0] + c[1] * x + c[2] * x ** 2 }', { others: { c: [1, -2, 0.5] } }),
  // Locals that are assigned again.
  js('f', 'function f(x) { let y = x; y += 1; y *= y; y -= x / 2; y /= 3; y **= 2; return y }'),
  js('f', 'function f(x) { let y = x; y++; ++y; const z = y--; return y * z }'),
  js('f', 'function f(x) { x = x * 2; return x * x }'),
  js(
    'f',
    'function f(x) { let u = x; const v = u * u; u = v + 1; const w = u; u = Math.sin(w); return u * v * w }',
  ),
  js('f', 'function f(x, y) { let [a, b] = [x, y]; [a, b] = [b, a * b]; return a - 3 * b }'),
  js('f', 'function f(x) { const t = (x -= 0.5) * x; return t + x ** 3 }'),
  js('f', 'function f(x) { let y = x; const g = (t) => t * y; y = 2 * y; return g(x) + y }'),
  js('f', 'function f(x) { let y = 1; if (x > 0.4) { y *= x; y += 2 } else y -= x; y *= 2; return y }'),
  js('f', 'function f(x) { if (x > 0) x = Math.sqrt(x); else { x = -x; x += 1 } return 3 * x }'),
  js(
    'f',
    'function f(t) { let s = 1.7; return t < 0.5 ? (t *= 2) * t * ((s *= 1.5) * t - s) : (t -= 2) * t + s * t }',
  ),
  js('f', 'function f(x) { let up = false; if (x > 0.3) up = true; return up ? x * x : x }'),
  js(
    'f',
    'function f(x) { let c; if (x > 0.2) c = [x, 2]; else c = [1, x]; return c[0] * c[1] ** 2 + c[1] }',
  ),
  ts(
    'erfLike',
    'function erfLike(x: number): number {\n  const sign = x < 0 ? -1 : 1;\n  x = Math.abs(x);\n  const t = 1 / (1 + 0.33 * x);\n  return sign * (1 - t * (0.25 - t * 0.28) * Math.exp(-x * x));\n}',
  ),
  js('f', 'function f(x) { var x = x / 2; return x ** 3 }'),
  // Loops whose turns depend on each other.
  js('f', 'function f(x) { let y = 1; for (let i = 0; i < 5; i++) { y += x / y } return y }', POSITIVE),
  js(
    'horner',
    'const C = [0.5, -1, 2, 0.25];\nfunction horner(x) { let r = 0; for (let i = C.length - 1; i >= 0; i--) r = r * x + C[i]; return r }',
  ),
  ts(
    'horner',
    'const C = [2, -1, 0.5] as const;\nexport function horner(x: number): number {\n  let r = 0;\n  for (const c of C) r = r * x + c;\n  return r;\n}',
  ),
  js('f', 'function f(x) { return [3, -1, 2].reduceRight((r, c) => r * x + c) }'),
  js('f', 'function f(x) { let s = 0; for (let i = 0; i < 5; i++) { s += x; break } return s * x }'),
  js(
    'f',
    'function f(x) { let s = 0; for (let i = 0; i < 6; i++) { if (i % 2 === 1) continue; s += x ** i } return s }',
  ),
  js('f', 'function f(x) { let n = 0; while (n < 3) { x = x * x; n++ } return x }'),
  js('f', 'function f(x) { let y = 1, n = 3; while (n--) y *= x; return y }'),
  js('f', 'function f(x) { let y = 1, n = 0; do { y = y * x + 1; n += 1 } while (n < 4); return y }'),
  js('f', 'function f(x) { let y = 1, n = 0; while (true) { y *= x; if (++n === 5) break } return y }'),
  js(
    'f',
    'function f(x) { let s = 0; for (let i = 0; i < 3; i++) for (let j = 0; j <= i; j++) { s += Math.sin(i * x + j) } return s }',
  ),
  js(
    'f',
    'function f(x) { let s = 0, sign = 1; for (let i = 1; i < 8; i += 2) { s += sign * x ** i / i; sign = -sign } return s }',
  ),
  js(
    'f',
    'function f(x) { let term = 1, s = 1; for (let n = 1; n <= 20; n++) { term *= x / n; s += term } return s }',
  ),
  js('f', 'function f(x) { var i, s = 0; for (i = 0; i < 4; i++) { s += Math.cos(i * x) } return s }'),
  js(
    'tax',
    'const BANDS = [[1, 0.1], [2, 0.25], [9, 0.4]];\nfunction tax(x) {\n  let [sum, low] = [0, 0];\n  for (const [top, rate] of BANDS) {\n    if (x <= low) break;\n    sum += (Math.min(x, top) - low) * rate;\n    low = top;\n  }\n  return sum;\n}',
    { ranges: { x: [0.3, 5] } },
  ),
  js(
    'piecewiseLinear',
    'const POINTS = [[-1, 2], [0.5, 1], [1.5, 4]];\nfunction piecewiseLinear(x) {\n  for (let i = 1; i < POINTS.length; i++) {\n    const [x0, y0] = POINTS[i - 1], [x1, y1] = POINTS[i];\n    if (x < x1) return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);\n  }\n  return 4;\n}',
  ),
  js(
    'f',
    'function f(x) { let y = x; for (let i = 0; i < 6; i++) { y = y / 2 + 1 / y; if (Math.abs(y) > 3) continue; y += 0.1 * x } return y }',
    POSITIVE,
  ),
  js(
    'f',
    'const W = [1, 2, 3];\nfunction f(x) { let s = 0; W.forEach((w, i) => { s = s * x + w * (i + 1) }); return s }',
  ),
  js(
    'f',
    'function f(w) { let s = 0; [[1, 2], [3, 4]].forEach(([a, b], i) => { s += a * w ** b * (i + 1) }); return s }',
  ),
  ...[
    'number[]',
    'readonly number[]',
    'Array<number>',
    'ReadonlyArray<number>',
    'Float64Array',
    'Float32Array',
  ].map((type) =>
    ts(
      'f',
      `function f(w: number, xs: ${type}) { let s = 0; for (const x of xs) s += x * w * w; return s; }`,
      {
        others: { xs: [0.5, 1, 2] },
      },
    ),
  ),
  js('f', 'function f(w, xs) { let s = 0; xs.forEach((x) => { const d = x - w; s += d * d }); return s }', {
    others: { xs: [0.5, 1, 2] },
  }),
  js(
    'f',
    'function f(w, xs) { let s = 0; for (let i = 0, n = xs.length; i < n; i++) { let d = xs[i] - w; s += d * d } return s / xs.length }',
    { others: { xs: [0.5, 1, 2] } },
  ),
  js(
    'f',
    'function f(w, xs) { let k = w; const ys = xs.map((x) => x * k); k = 2 * w; return ys.reduce((a, y) => a + y * k, 0) }',
    { others: { xs: [0.5, 1, 2] } },
  ),
  js('f', 'const f = (w, xs) => w ** 2 * xs.reduce((a, x) => a + x)', { others: { xs: [0.5, 1, 2] } }),
  js('f', 'const f = (w, xs) => xs.reduce((a, x) => a + w * x * x)', { others: { xs: [0.5, 1, 2] } }),
  // Switches.
  js('f', 'function f(x, n) { switch (n) { case 1: return x; default: return x * x } }', {
    others: { n: 2 },
  }),
  js(
    'f',
    'function f(x, n) { let y = x; switch (n) { case 0: case 1: y = x ** 3; break; case 2: { y *= 2; break } default: y = 1 } return y * x }',
    { others: { n: 1 } },
  ),
  js(
    'f',
    'const MODE = 2; function f(x) { switch (MODE) { default: return x; case 2: return x ** 4; case 3: return 0 } }',
  ),
  js(
    'f',
    'function f(x) { let s = 0; for (let i = 0; i < 4; i++) { switch (i) { case 2: continue; case 3: s += x ** 2; break; default: s += i * x } } return s }',
  ),
  // What is left out, and what is no number.
  js('f', 'const f = (x) => x * (x ?? 1)'),
  js('f', 'const f = (x) => Math.cos(x * 2 || 1)', POSITIVE),
  js('f', 'function f(x, k) { if (k === undefined) k = 2; return k * x ** k }', POSITIVE),
  js('f', 'function f(x, k) { const p = typeof k === "undefined" ? 3 : k; return p * x }'),
  js('f', 'function f(x, k) { k ??= 1.5; return k * x }'),
  js('f', 'const f = (x) => (x !== x ? 0 : x ** 2)'),
  js('f', 'const f = (x) => (isNaN(x) ? 0 : x ** 3)'),
  js(
    'f',
    'function f(x) { if (!Number.isFinite(x)) return x; if (x == null) return null; return x * Math.abs(x) }',
  ),
  js(
    'f',
    'function f(x) { if (typeof x !== "number" || Number.isNaN(x)) throw new TypeError("x"); return 2 * Number(x) * +x }',
  ),
  js('f', 'function f(x) { if (arguments.length < 1) throw new Error("one argument"); return x * x }'),
  js('f', 'const f = (x) => (x < 0 ? NaN : Math.sqrt(x))', POSITIVE),
  js('f', 'function f(x) { if (x <= 0) return -Infinity; return Math.log(x) }', POSITIVE),
  js('f', 'function f(x) { const n = Math.hypot(x, 1); return n && x / n }'),
  ts(
    'f',
    'interface O { k?: number; n?: number }\nfunction f(x: number, o: O = {}) { const { k = 2 } = o; const n = o.n ?? 1; return k * x + n; }',
    { call: '(x, k, n) => f(x, { k, n })' },
  ),
  ts('f', 'function f(x: number, k?: number) { const s = k ?? 0.5; return Math.exp(-s * x); }'),
  // Constants of other kinds.
  js('f', 'let k = 2; const f = (x) => k * x'),
  js('f', 'var TAU = 2 * Math.PI, half = 0.5;\nfunction f(x) { return Math.sin(TAU * x) * half }'),
  js('f', 'const K = (() => { const a = 3; return a * a })(); const f = (x) => K * x ** 2'),
  js(
    'f',
    'const P = Object.freeze({ a: 2, deep: { b: 3 } }); const f = (x) => P.a * x ** P.deep.b; [P].toString()',
  ),
  js(
    'f',
    'const E = { quad: (t) => t * t, ease(t) { return 1 - E.quad(1 - t) } };\nconst f = (x) => E.quad(x) + E.ease(x)',
  ),
  js('f', 'const MIX = [[0.4, 0.6], [0.1, 0.9]]; const f = (x) => MIX[0][1] * x + MIX[1][0] * x ** 2'),
  js('f', 'function f(x, w) { return (x /= w, 1 - x * x * (3 - 2 * x)) }', POSITIVE),
  // Helpers that give more than one number, or a truth value.
  js(
    'f',
    'function both(t) { const s = t * t; if (t < 0) return [0, s]; return [s, t] }\nfunction f(x) { const [a, b] = both(x); return a * 2 + b ** 2 }',
  ),
  js(
    'f',
    'function polar(x, y) { const r = Math.hypot(x, y); return { r, angle: Math.atan2(y, x) } }\nconst f = (x, y) => { const { r, angle } = polar(x, y); return r * angle }',
    POSITIVE,
  ),
  js(
    'f',
    'function inside(t) { if (t < -1) return false; return t < 1 }\nconst f = (x) => (inside(x) ? x * x : 2 * Math.abs(x) - 1)',
  ),
  js(
    'f',
    'function hit(t) { if (t < 0) return Infinity; return t * t }\nconst f = (x) => Math.min(hit(x), hit(1 - x), 3)',
  ),
  js(
    'f',
    'function f(x) { let best = Infinity; for (const c of [-1, 0.4, 2]) { const d = (x - c) ** 2; if (d < best) best = d } return best }',
  ),
  ts('f', 'declare const GAIN: number;\nconst f = (x: number) => Math.sin(x) * 2;'),
  js(
    'f',
    'function f(x) { switch (true) { case x > 0.5: return x * x; case x > -1: { return x } default: return -1 } }',
  ),
  js('f', 'function f(x) { let i, s = 0; for (i = 0; i < 3; i++) s += x ** i; return s * i }'),
  js('f', 'const f = (x) => +(x > 0.1) * x ** 2 + Number(x < 1)'),
  js(
    'f',
    'function f(x) { let least = Number.MAX_VALUE; for (const c of [-1, 1]) least = Math.min(least, (x - c) ** 2); return least }',
  ),
  js('f', 'function f(x) { const n = Math.floor(x); return n === 0 ? x ** 2 : x }', {
    ranges: { x: [0.1, 0.9] },
  }),
  js(
    'f',
    'function f(x) { let s = 0; for (let i = 0; i <= 4; i++) s += (i & 1 ? 4 : 2) * Math.exp(i * x); return s }',
  ),
  ts(
    'f',
    'function need(value: number, what: string): void {\n  if (!(value > 0)) throw new RangeError(what + " must be positive");\n}\nfunction valid(value: number | null, what: string): number {\n  if (typeof value !== "number" || !Number.isFinite(value)) throw new Error(`${what} is missing`);\n  return value;\n}\nfunction f(x: number): number {\n  need(x, "x");\n  return Math.log(valid(x, "x")) ** 2;\n}',
    POSITIVE,
  ),
  // Members of classes, enumerations and namespaces.
  ts(
    'f',
    'class A {\n  static readonly K = 2.5;\n  static sq(t: number): number { return t * t; }\n  f(x: number): number { return A.K * A.sq(x); }\n}',
    { call: '(x) => new A().f(x)' },
  ),
  js('f', 'class A { #g(t) { return t ** 3 } f(x) { return this.#g(x) + 1 } }', {
    call: '(x) => new A().f(x)',
  }),
  ts(
    'f',
    'class Ring {\n  constructor(private r: number) {}\n  get area(): number { return Math.PI * this.r ** 2; }\n  f(x: number): number { return this.area * x; }\n}',
    { call: '(x, r) => new Ring(r).f(x)' },
  ),
  js('f', 'const curves = { base(t) { return t * t }, f(x) { return 1 - this.base(1 - x) } };', {
    call: '(x) => curves.f(x)',
  }),
  ts('f', 'enum Power { One = 1, Two, Five = 5 }\nconst f = (x: number) => x ** Power.Two + Power.Five;'),
  ts(
    'f',
    'namespace Air { export const N = 1.5; export function bend(t: number) { return Math.sin(t) / N; } }\nconst f = (x: number) => Air.bend(x) * Air.N ** 2;',
  ),
  js(
    'f',
    'const out = {};\n(function (exports, Math) {\n  exports.f = function (x) { return Math.sin(Math.PI * x) };\n})(out, Math);',
    { call: 'out.f' },
  ),
  js(
    'f',
    'function f(w, xs) { let s = 0; for (let i = 0; i < xs.length - 1; i++) { s += (xs[i + 1] - w * xs[i]) ** 2 } return s }',
    { others: { xs: [0.5, 1, 2] } },
  ),
  js(
    'f',
    'function f(w, xs) { let p = 1; for (let i = xs.length - 1; i > 0; i--) { p += (w + xs[i]) ** 2 } return p }',
    { others: { xs: [0.5, 1, 2] } },
  ),
  // Numerically delicate.
  js('sigmoid', 'const sigmoid = x => 1 / (1 + Math.exp(-x))', { ranges: { x: [-30, 30] } }),
  js('softplus', 'function softplus(x) { return Math.log(1 + Math.exp(x)) }', { ranges: { x: [-20, 20] } }),
  js('lse', 'function lse(a, b, c) { return Math.log(Math.exp(a) + Math.exp(b) + Math.exp(c)) }', {
    ranges: { a: [-10, 10] },
  }),
  js('share', 'const share = (a, b) => Math.exp(a) / (Math.exp(a) + Math.exp(b))'),
  js('swish', 'const swish = (x, beta) => x / (1 + Math.exp(-beta * x))'),
  js(
    'gelu',
    'function gelu(x) { return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))) }',
  ),
  js('mish', 'const mish = x => x * Math.tanh(Math.log1p(Math.exp(x)))'),
  js('planck', 'const planck = (x) => x ** 3 / (Math.exp(x) - 1)', POSITIVE),
  js('logistic', 'const logistic = (t, r, K) => K / (1 + ((K - 1) / 1) * Math.exp(-r * t))', {
    ranges: { K: [2, 5] },
  }),
];

/** Hand-written derivatives and gradients in code: what is found, what is right, what is wrong, and what is left alone. */
import { beforeAll, describe, expect, test } from 'vitest';
import { UNLIMITED } from '../../../../src/core/derivation.js';
import { createService, type CheckedClaim } from '../../../../src/service/index.js';
import { mended } from './mended.js';
import { evaluated, type Numeric } from '../../notation/typescript/running.js';

const service = createService();
beforeAll(() => service.load());

const OPTIONS = { logBase: 'e', macros: {}, numbers: 'asWritten' } as const;
let version = 0;
function check(text: string, languageId = 'javascript'): CheckedClaim[] {
  const uri = `file:///pairs${String(++version)}.ts`;
  return [...service.check({ uri, version, languageId, text }, OPTIONS, () => UNLIMITED)].filter(
    (c) => c !== null,
  );
}
const verdicts = (text: string): string[] => check(text).map((c) => `${c.tex} ${c.verdict}`);

const LOSS = 'const f = (x, y) => x ** 2 * y + Math.sin(y);\n';
const DX = '2 * x * y';
const DY = 'x * x + Math.cos(y)';

const UNIT = 'class Unit { constructor(readonly f: (x: number) => number, readonly slope = null) {} }\n';
test.each([
  ['a constructor', UNIT + 'const arc = new Unit(v => Math.atan(v), v => 1 / (v * v) + 1);', ['slope false']],
  ['a right pair', UNIT + 'const arc = new Unit(v => Math.atan(v), v => 1 / (v * v + 1));', ['slope true']],
  [
    'a function',
    'function newton(f, df, x0) { return x0 - f(x0) / df(x0); }\nnewton(x => x * x - 2, x => x, 1);',
    ['df false'],
  ],
  ['no parameter that says so', 'const pair = (a, b) => [a, b];\npair(x => x * x, x => x);', []],
  ['what another file declares', 'new Unit(v => v * v, v => v);', []],
])('functions that are given by position, to %s', (_, text, expected) => {
  expect(check(text, 'typescript').map((c) => `${c.tex} ${c.verdict}`)).toEqual(expected);
});

describe('gradients', () => {
  test.each([
    [
      'of two variables may be one of them',
      'const g = (x, y) => x * y;\nconst gradG = (x, y) => y;',
      ['true'],
    ],
    [
      'of two variables is not refuted',
      'const g = (x, y) => x * y;\nconst gradG = (x, y) => 3 * x;',
      ['undecided'],
    ],
    ['of one is one', 'const g = (x) => x * x;\nconst gradG = (x) => 2 * x;', ['true']],
    ['of one may be wrong', 'const g = (x) => x * x;\nconst gradG = (x) => 3 * x;', ['false']],
  ])('a number for a gradient %s', (_, text, expected) => {
    expect(check(text).map((c) => c.verdict)).toEqual(expected);
  });
  test.each([
    ['one letter between', 'dLdy', true],
    ['two letters between', 'dLady', false],
    ['no d before the variable', 'dLey', false],
  ])('of which a key has %s', (_, key, isRead) => {
    expect(check(`${LOSS}const fGrad = (x, y) => ({ dx: ${DX}, ${key}: x });`).map((c) => c.verdict)).toEqual(
      [isRead ? 'false' : 'undecided'],
    );
  });
  test.each([
    ['an array', `const fGrad = (x, y) => [${DX}, ${DY}];`],
    ['dx and dy', `const gradF = (x, y) => ({ dx: ${DX}, dy: ${DY} });`],
    ['x and y', `const fGradient = (x, y) => ({ x: ${DX}, y: ${DY} });`],
    ['value and gradient', `const f_grad = (x, y) => ({ value: f(x, y), gradient: [${DX}, ${DY}] });`],
    [
      'value and a nested object',
      `const fGradient = (x, y) => ({ value: f(x, y), grad: { dx: ${DX}, dy: ${DY} } });`,
    ],
    ['value, dx and dy', `const gradientOfF = (x, y) => ({ value: f(x, y), dx: ${DX}, dy: ${DY} });`],
    ['a tuple', `const fGradient = (x, y) => [f(x, y), ${DX}, ${DY}];`],
    ['a tuple with an array', `const fWithGradient = (x, y) => [f(x, y), [${DX}, ${DY}]];`],
    [
      'locals',
      `function fGradient(x, y) { const a = x * x; const g = [2 * x * y, a + Math.cos(y)]; return g; }`,
    ],
    ['another order of the parameters', `const fGrad = (y, x) => ({ dx: ${DX}, dy: ${DY} });`],
    ['dfdx', `const fGrad = (x, y) => ({ dfdx: ${DX}, df_dy: ${DY} });`],
    ['dLdx, of any letter', `const fGrad = (x, y) => ({ dLdx: ${DX}, dLdy: ${DY} });`],
    ['other names, by place', `const fGrad = (u, v) => [2 * u * v, u * u + Math.cos(v)];`],
    ['some of the partial derivatives', `const fGrad = (x, y) => ({ dy: ${DY} });`],
  ])('%s', (_, gradient) => {
    const [claim, ...rest] = check(LOSS + gradient);
    expect([claim?.verdict, rest]).toEqual(['true', []]);
  });

  test.each([
    [
      'a component of an array',
      `const fGrad = (x, y) => [${DX}, x * x];`,
      'fGrad[1]',
      'y',
      `[${DX}, Math.cos(y) + x ** 2]`,
    ],
    [
      'a component of an object',
      `const fGrad = (x, y) => ({ dx: 2 * x, dy: ${DY} });`,
      'dx of fGrad',
      'x',
      `dx: 2 * x * y,`,
    ],
    [
      'the nested one',
      `const fGrad = (x, y) => ({ value: f(x, y), gradient: [${DX}, x + Math.cos(y)] });`,
      'gradient[1] of fGrad',
      'y',
      `, Math.cos(y) + x ** 2] })`,
    ],
    [
      'the first of two',
      `const fGrad = (x, y) => [x * y, x * x];`,
      'fGrad[0]',
      'x',
      '=> [2 * x * y, Math.cos(y) + x ** 2]',
    ],
    [
      'two in the wrong order',
      `const fGrad = (x, y) => [${DY}, ${DX}];`,
      'fGrad[0]',
      'x',
      '=> [2 * x * y, Math.cos(y) + x ** 2]',
    ],
    [
      'a returned local',
      `function fGrad(x, y) { const g = { dx: ${DX}, dy: x * x }; return g; }`,
      'dy of fGrad',
      'y',
      'return { dx: 2 * x * y, dy: Math.cos(y) + x ** 2 };',
    ],
    [
      'of other names',
      `const fGrad = (u, v) => [2 * u * v, u * u];`,
      'fGrad[1]',
      'y',
      'Math.cos(v) + u ** 2]',
    ],
  ])('%s is wrong', (_, gradient, label, by, fixed) => {
    const [claim] = check(LOSS + gradient);
    expect(claim).toMatchObject({ verdict: 'false' });
    expect(claim?.message).toContain(`${label} is not the derivative of f with respect to ${by}: at x = `);
    if (!claim?.counterexample) throw new Error('no correction');
    const right = mended(LOSS + gradient, claim);
    expect(right).toContain(fixed);
    expect(verdicts(right)).toEqual([`${claim.tex} true`]);
    const { x, y } = claim.counterexample.at as { x: number; y: number };
    const slope = by === 'x' ? 2 * x * y : x * x + Math.cos(y);
    expect(claim.counterexample.actual).toBeCloseTo(slope, 9);
  });

  test('in a parameter that is an object or an array', () => {
    const bowl = 'const bowl = (p) => p.x ** 2 + 3 * p.y;';
    expect(verdicts(`${bowl} const bowlGradient = (q) => ({ x: 2 * q.x, y: 3 });`)).toEqual([
      'bowlGradient true',
    ]);
    expect(verdicts(`${bowl} const bowlGradient = (q) => ({ x: 2 * q.x, y: 2 });`)).toEqual([
      'bowlGradient false',
    ]);
    const rosenbrock = 'const rosenbrock = (v) => (1 - v[0]) ** 2 + 100 * (v[1] - v[0] ** 2) ** 2;';
    const right =
      'const rosenbrockGrad = (v) => [-2 * (1 - v[0]) - 400 * v[0] * (v[1] - v[0] ** 2), 200 * (v[1] - v[0] ** 2)];';
    expect(verdicts(`${rosenbrock} ${right}`)).toEqual(['rosenbrockGrad true']);
    expect(verdicts(`${rosenbrock} ${right.replace('200', '100')}`)).toEqual(['rosenbrockGrad false']);
  });

  test('what Leibniz writes itself is right', () => {
    const text =
      'export function loss(w: number, b: number): number {\n  const r = w * 2 - b;\n  return r * r + Math.exp(-b);\n}\n';
    const document = { uri: 'file:///loss.ts', version: 1, languageId: 'typescript', text };
    const found = service.codeAt(document, text.indexOf('loss'));
    const edit = found && service.writeGradient(found, UNLIMITED);
    if (!edit || 'ok' in edit) throw new Error('no gradient');
    expect(check(text + edit.text, 'typescript').map((c) => [c.tex, c.verdict])).toEqual([
      ['lossGradient', 'true'],
    ]);
  });

  test.each([
    ['more numbers than variables', `const fGrad = (x, y) => [1, 2, 3, 4];`, 'undecided'],
    ['keys that say nothing', `const fGrad = (x, y) => ({ a: 1, b: 2 });`, 'undecided'],
    [
      'another value beside it',
      `const fGrad = (x, y) => ({ value: 2 * f(x, y), dx: ${DX}, dy: ${DY} });`,
      'undecided',
    ],
    [
      'a normal instead',
      `const fGrad = (x, y) => { const [a, b] = [${DX}, ${DY}]; const n = Math.hypot(a, b); return [a / n, b / n]; };`,
      'undecided',
    ],
    ['fewer numbers, none of them', `const fGrad = (x, y, z) => [x - 1, z];`, 'undecided'],
    ['several returns', `const fGrad = (x, y) => { if (x > 0) return [1, 2]; return [3, 4]; };`, 'undecided'],
  ])('%s', (_, gradient, verdict) => expect(check(LOSS + gradient).map((c) => c.verdict)).toEqual([verdict]));
});

describe('members', () => {
  test.each([
    ['f and df', 'const sigmoid = { f: x => 1 / (1 + Math.exp(-x)), df: y => y * (1 - y) };', ['df true']],
    [
      'fn and derivative',
      'const square = { fn: (x) => x * x, derivative: (x) => 2 * x };',
      ['derivative true'],
    ],
    [
      'fn and a wrong derivative',
      'const square = { fn: (x) => x * x, derivative: (x) => x };',
      ['derivative false'],
    ],
    [
      'activate and activatePrime',
      'const a = { activate(x) { return Math.tanh(x); }, activatePrime(x) { return 1 - Math.tanh(x); } };',
      ['activatePrime false'],
    ],
    [
      'output and der',
      'const relu = { output: (x) => Math.max(0, x), der: (x) => x <= 0 ? 0 : 1 };',
      ['der true'],
    ],
    [
      'func and grad of one number',
      'const g = { func: (x) => x ** 3, grad: (x) => 3 * x ** 2 };',
      ['grad true'],
    ],
    [
      'func and grad of several',
      'const g = { func: (x, y) => x * y, grad: (x, y) => [x, y] };',
      ['grad false'],
    ],
    [
      'forward and backward of one number',
      'const g = { forward: (x) => x ** 2, backward: (x) => 2 * x };',
      ['backward true'],
    ],
    [
      'backward with what comes from above',
      'const g = { forward: (x) => x ** 2, backward: (grad) => grad * 3 };',
      [],
    ],
    [
      'backward with two parameters',
      'const g = { forward: (x) => x ** 2, backward: (x, grad) => grad * 2 * x };',
      [],
    ],
    [
      'static methods',
      'class Sigmoid { static f(x) { return x ** 2; } static derivative(x) { return 3 * x; } }',
      ['derivative false'],
    ],
    [
      'a class with its fields',
      'class Line { constructor(m) { this.m = m; } value(x) { return this.m * x ** 2; } derivative(x) { return 2 * this.m * x; } }',
      ['derivative true'],
    ],
    [
      'static and instance are apart',
      'class A { static f(x) { return x ** 2; } derivative(x) { return 3 * x; } }',
      [],
    ],
    [
      'an array of such',
      'const all = [{ f: (x) => x ** 2, df: (x) => 2 * x }, { f: (x) => x ** 3, df: (x) => x ** 2 }];',
      ['df true', 'df false'],
    ],
    [
      'objects in an object',
      'export const acts = { a: { f: (x) => x ** 2, df: (x) => 2 * x }, b: { f: (x) => Math.sin(x), df: (x) => -Math.cos(x) } };',
      ['df true', 'df false'],
    ],
    ['arguments of a call', 'newton({ f: (x) => x ** 2 - 2, df: (x) => 3 * x }, 1);', ['df false']],
    [
      'inside a function',
      'function main() { const f = (x) => x ** 3 - 2; const df = (x) => 2 * x ** 2; return newton(f, df); }',
      ['df false'],
    ],
    [
      'two objects with the same members',
      'const activations = { tanh: Math.tanh, square: (x) => x * x }; const activationDerivatives = { square: (x) => x };',
      ['square false'],
    ],
    [
      'derivatives of the one other object',
      'const acts = { square: (x) => x * x, cube: (x) => x ** 3 }; const derivatives = { square: (x) => 2 * x, cube: (x) => 3 * x ** 2 };',
      ['square true', 'cube true'],
    ],
    [
      'attached to the function',
      'const sigmoid = (x) => 1 / (1 + Math.exp(-x)); sigmoid.derivative = (x) => sigmoid(x) * (1 - sigmoid(x));',
      ['derivative true'],
    ],
    ['exports', 'exports.f = (x) => x ** 2; exports.fPrime = (x) => x;', ['fPrime false']],
    [
      'a constant derivative without parameters',
      'const line = { f: (x) => 3 * x, derivative: () => 3 };',
      ['derivative true'],
    ],
  ])('%s', (_, text, expected) => expect(verdicts(text)).toEqual(expected));

  test.each([
    [
      'an arrow in an object',
      'const a = {\n  f: (x) => x ** 3,\n  df: (x) => x ** 2,\n};\n',
      '  df: (x) => 3 * x ** 2,\n',
    ],
    [
      'a method',
      'class A {\n  static f(x) {\n    return x ** 3;\n  }\n  static derivative(t) {\n    return t ** 2;\n  }\n}\n',
      '  static derivative(t) {\n    return 3 * t ** 2;\n  }\n',
    ],
    [
      'a short method',
      'const a = { f(x) { return x ** 3; }, derivative(x) { return x; } };',
      'derivative(x) { return 3 * x ** 2; }',
    ],
    [
      'with locals',
      'const a = {\n  f: (x) => {\n    const s = Math.exp(x * x);\n    return s * s + s;\n  },\n  derivative: (x) => x,\n};\n',
      'derivative: (x) => {\n    const s = Math.exp(x ** 2);\n',
    ],
    [
      'a method with fields',
      'class A {\n  value(x) {\n    return this.m * x ** 2;\n  }\n  derivative(x) {\n    return this.m * x;\n  }\n}\n',
      'return 2 * this.m * x;',
    ],
    [
      'a function with its types',
      'function f(x) {\n  return x ** 3;\n}\nexport function fPrime(x) {\n  // too little\n  return x ** 2;\n}\n',
      'export function fPrime(x) {\n  // too little\n  return 3 * x ** 2;\n}\n',
    ],
    [
      'another parameter name',
      'const f = (x) => x ** 3;\nconst fDerivative = (t) => t ** 2;\n',
      'const fDerivative = (t) => 3 * t ** 2;',
    ],
  ])('the fix of %s', (_, text, expected) => {
    const claim = check(text).find((c) => c.verdict === 'false');
    const right = mended(text, claim);
    expect(right.replace(/x \* x\)/g, 'x ** 2)')).toContain(expected);
    expect(check(right).map((c) => c.verdict)).toEqual(['true']);
  });
});

describe('in terms of the output', () => {
  const SIGMOID = 'const sigmoid = (x) => 1 / (1 + Math.exp(-x));\n';
  test.each([
    ['of the sigmoid', `${SIGMOID}const dsigmoid = (y) => y * (1 - y);`, 'y = sigmoid(x)'],
    ['under the same name', `${SIGMOID}const sigmoidDerivative = (x) => x * (1 - x);`, 'y = sigmoid(x)'],
    [
      'of tanh',
      'const tanh = (x) => Math.tanh(x); const tanhPrime = (out) => 1 - out * out;',
      'out = tanh(x)',
    ],
    [
      'with a parameter beside',
      'const elu = (x, a) => x > 0 ? x : a * (Math.exp(x) - 1); const dElu = (y, a) => y > 0 ? 1 : y + a;',
      'y = elu(x)',
    ],
    ['of both', `${SIGMOID}const sigmoidDerivative = (x, s) => s * (1 - s);`, 's = sigmoid(x)'],
  ])('%s', (_, text, output) => {
    const [claim] = check(text);
    expect([claim?.verdict, claim?.message]).toEqual([
      'true',
      expect.stringContaining(`true in terms of the output ${output}`),
    ]);
  });
  test('a wrong one is neither', () => {
    expect(verdicts(`${SIGMOID}const sigmoidDerivative = (x) => x * (1 + x);`)).toEqual([
      'sigmoidDerivative false',
    ]);
  });
});

describe('never a false alarm', () => {
  test.each([
    [
      'a difference quotient with a step inside',
      'const f = (x) => x ** 3; const df = (x) => (f(x + 0.1) - f(x - 0.1)) / 0.2;',
    ],
    [
      'a one-sided one',
      'const h = 1e-2; const f = (x) => Math.exp(x); const fPrime = (x) => (f(x + h) - f(x)) / h;',
    ],
    ['a forward difference', 'const f = (x) => x ** 2; const df = (x) => f(x + 1) - f(x);'],
    ['degrees of freedom', 'const f = (n) => n * (n - 1) / 2; const df = (n) => n - 1;'],
    [
      'degrees of freedom of two samples',
      'const f = (n1, n2) => n1 / n2; const df = (n1, n2) => n1 + n2 - 2;',
    ],
    ['a data frame', 'const f = (x) => x * 2; const df = (rows) => rows.map((r) => r.a);'],
    ['a step', 'const x = (i) => i * 0.5; const dx = (i) => 0.25 * i;'],
    ['a change', 'const score = (a, b) => a - b; const dScore = (a, b) => a + 2 * b;'],
    ['a difference of names', 'const price = (x) => x * 1.2; const priceDiff = (x) => x * 0.2;'],
    [
      'a word',
      'const amp = (x) => x * x; const damp = (x) => x; const ate = (x) => x; const date = (x) => 2 * x;',
    ],
    ['primes', 'const next = (n) => n + 1; const nextPrime = (n) => n + 2;'],
    ['coordinates', 'const x = (a, b) => a * b; const xPrime = (a, b) => a - b;'],
    [
      'rounded constants',
      'const gelu = (x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))); const geluDerivative = (x) => 0.5 * Math.tanh(0.0356774 * x ** 3 + 0.797885 * x) + (0.0535161 * x ** 3 + 0.398942 * x) / Math.cosh(0.0356774 * x ** 3 + 0.797885 * x) ** 2 + 0.5;',
    ],
    ['a straight-through estimator', 'const step = (x) => x > 0 ? 1 : 0; const stepDerivative = (x) => 1;'],
    [
      'by the prediction, which comes second',
      'const mse = (target, output) => (target - output) ** 2; const mseDerivative = (target, output) => 2 * (output - target);',
    ],
    [
      'a local with the name of the other’s parameter',
      'const f = (x) => x ** 3; function fPrime(t) { const x = t * t; return 3 * x * t / t; }',
    ],
    [
      'a derivative that takes the slope from above',
      'const relu = (x) => Math.max(0, x); const reluGrad = (x, g) => x > 0 ? 3 * g : 0;',
    ],
    [
      'a density',
      'const norm = (x) => x * x; const dnorm = (x) => Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);',
    ],
    [
      'another convention at a kink',
      'const relu = (x) => Math.max(0, x); const reluDerivative = (x) => x >= 0 ? 1 : 0;',
    ],
    ['text', 'const color = (c) => `#${c}`; const colorGradient = (c) => `linear-gradient(${c})`;'],
    [
      'a flag',
      'const act = (x, deriv) => deriv ? x * (1 - x) : 1 / (1 + Math.exp(-x)); const actDerivative = (x) => act(x, true);',
    ],
    ['a class of its own meaning', 'class Range { value(x) { return x * 2; } diff(x) { return x - 1; } }'],
    [
      'weights, with data beside',
      'const loss = (w, b, x, y) => (w * x + b - y) ** 2; const lossGradient = (w, b, x, y) => { const r = w * x + b - y; return [2 * r * x, 2 * r]; };',
    ],
  ])('%s', (_, text) => {
    expect(check(text).filter((c) => c.verdict === 'false')).toEqual([]);
  });

  test('a constant whose derivative is not 0 is wrong all the same', () => {
    expect(verdicts('const five = (x) => 5 + 0 * x; const fivePrime = (x) => 5;')).toEqual([
      'fivePrime false',
    ]);
  });
  test('a finite difference says so', () => {
    const [claim] = check('const f = (x) => x ** 2; const fDerivative = (x) => f(x + 1) - f(x);');
    expect(claim).toMatchObject({
      verdict: 'undecided',
      message: expect.stringContaining('difference') as string,
    });
  });
});

test('a fix that would lose a comment is not offered', () => {
  const text = 'const f = (x) => x ** 3;\nfunction fPrime(x) {\n  const s = x; // why\n  return s * s;\n}\n';
  expect(check(text)).toMatchObject([{ verdict: 'false', expected: null }]);
});

test.each([
  ['const { k = 2 } = o; return k * x ** 3;', 'o.k === undefined ? 2 : o.k'],
  ['const k = o.k ?? 2; return k * x ** 3;', 'o.k ?? 2'],
  ['const k = o.k === undefined ? 2 : o.k; return k * x ** 3;', 'o.k === undefined ? 2 : o.k'],
  ["const k = typeof o.k !== 'undefined' ? o.k : 2; return k * x ** 3;", 'o.k === undefined ? 2 : o.k'],
  ['const k = o.k !== null ? o.k : 2; return k * x ** 3;', 'o.k === null ? 2 : o.k'],
  ['const k = o.k == null ? 2 : o.k; return k * x ** 3;', 'o.k ?? 2'],
  ['let k = o.k; if (k === undefined) k = 2; return k * x ** 3;', 'o.k === undefined ? 2 : o.k'],
  ['let k = o.k; if (k == undefined) k = 2; return k * x ** 3;', 'o.k ?? 2'],
])('what is left out in %s is written as %s', (body, expected) => {
  const text = `function f(x, o) { ${body} }\n`;
  const document = { uri: 'file:///pattern.js', version: 1, languageId: 'javascript', text };
  const found = service.codeAt(document, text.indexOf('f('));
  const edit = found && service.writeDerivative(found, { variable: 'x' }, UNLIMITED);
  expect(edit).toMatchObject({ text: expect.stringContaining(expected) as string });
});

test('the mended code runs', () => {
  const text =
    'const f = (x) => Math.log(1 + Math.exp(2 * x));\nconst fPrime = (x) => 1 / (1 + Math.exp(-2 * x));\n';
  const [claim] = check(text);
  const right = mended(text, claim);
  const [f, fPrime] = [evaluated(right, 'f') as Numeric, evaluated(right, 'fPrime') as Numeric];
  for (const x of [-3, 0.2, 4])
    expect(fPrime(x)).toBeCloseTo((Number(f(x + 1e-5)) - Number(f(x - 1e-5))) / 2e-5, 6);
});

test('a source of many functions is paired in linear time', () => {
  const text = Array.from(
    { length: 3_000 },
    (_, i) => `const f${String(i)} = (x) => x; const g${String(i)}Prime = (x) => 1;`,
  ).join('\n');
  expect(check(text)).toEqual([]);
});

/** A sum of so many sines and what is written for its derivative, without the first inner one. */
function manySines(terms: number): string {
  const factors = Array.from({ length: terms }, (_, i) => String(i + 2));
  const f = factors.map((k) => `Math.sin(${k} * x)`).join(' + ');
  const derivative = factors.map((k, i) => `${i === 0 ? '' : `${k} * `}Math.cos(${k} * x)`).join(' + ');
  return `const f = (x) => ${f};\nconst fPrime = (x) => ${derivative};`;
}

test.each([
  [66, 'chain-forgotten'],
  [67, null],
])('the mistake in %i terms is %s: longer functions are not searched', (terms, mistake) => {
  const [claim] = check(manySines(terms));
  expect([claim?.verdict, claim?.mistake?.code ?? null]).toEqual(['false', mistake]);
});

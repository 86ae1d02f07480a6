import { beforeAll, describe, expect, test } from 'vitest';
import { UNLIMITED } from '../../../src/core/derivation.js';
import {
  createService,
  type CheckedClaim,
  type CodeEdit,
  type DocumentText,
  type ServiceRefusal,
} from '../../../src/service/index.js';
import { mended } from '../judge/code/mended.js';
import { evaluated, type Numeric } from '../notation/typescript/running.js';

const service = createService();
beforeAll(() => service.load());

let version = 0;
const document = (text: string, languageId = 'typescript'): DocumentText => ({
  uri: `file:///${String(++version)}.ts`,
  version,
  languageId,
  text,
});

/** The document and the offset of its cursor. */
function at(marked: string): { doc: DocumentText; offset: number } {
  const offset = marked.indexOf('‸');
  return { doc: document(marked.replace('‸', '')), offset };
}

describe('what is at an offset', () => {
  test.each([
    [
      'the name of a function',
      'function area‸(r: number) { return Math.PI * r ** 2; }',
      'function',
      'area',
      null,
    ],
    ['the name of a constant', 'const ar‸ea = (r: number) => Math.PI * r ** 2;', 'function', 'area', null],
    ['a method’s name', 'class A { ‸area(r: number) { return r * r; } }', 'function', 'area', null],
    ['a property’s name', 'const a = { area‸: (r: number) => r * r };', 'function', 'area', null],
    ['a parameter', 'function f(x: number, rate‸: number) { return x * rate; }', 'parameter', 'f', 'rate'],
    [
      'an expression in a body',
      'function f(x: number) { const y = x * ‸x + 1; return y; }',
      'expression',
      'f',
      null,
    ],
    ['a call in a body', 'function f(x: number) { return Math.s‸in(x); }', 'expression', 'f', null],
  ])('%s', (_, marked, kind, name, variable) => {
    const { doc, offset } = at(marked);
    expect(service.codeAt(doc, offset)?.code).toMatchObject({ kind, name, variable });
  });

  test.each([
    ['a keyword', 'fun‸ction f(x: number) { return x; }'],
    ['a comment outside', '// no‸thing\nfunction f(x: number) { return x; }'],
    ['a string', 'const s = "a‸b";'],
    ['a type', 'interface A { x: num‸ber }'],
  ])('nothing on %s', (_, marked) => {
    const { doc, offset } = at(marked);
    expect(service.codeAt(doc, offset)).toBeNull();
  });
});

function found(marked: string): { doc: DocumentText; place: NonNullable<ReturnType<typeof service.codeAt>> } {
  const { doc, offset } = at(marked);
  const place = service.codeAt(doc, offset);
  if (!place) throw new Error(`nothing at ${marked}`);
  return { doc, place };
}
function edited(doc: DocumentText, edit: CodeEdit | ServiceRefusal): string {
  if ('ok' in edit) throw new Error(edit.message);
  return doc.text.slice(0, edit.from) + edit.text + doc.text.slice(edit.to);
}

describe('answers', () => {
  test('by the first number, or the parameter pointed at', () => {
    const first = service.derive(
      found('const f‸ = (x: number, y: number) => x * y ** 2;').place,
      {},
      UNLIMITED,
    );
    const second = service.derive(
      found('const f = (x: number, ‸y: number) => x * y ** 2;').place,
      {},
      UNLIMITED,
    );
    expect(first).toMatchObject({
      ok: true,
      tex: 'y^2',
      variable: { name: 'x' },
      check: { verdict: 'agrees' },
    });
    expect(second).toMatchObject({ ok: true, tex: '2xy', variable: { name: 'y' } });
  });
  test('an expression with the locals before it', () => {
    const answer = service.derive(
      found('function f(x: number) { const z = 3 * x; return z *‸ z; }').place,
      {},
      UNLIMITED,
    );
    expect(answer).toMatchObject({ ok: true, tex: '6z' });
  });
  test('the definitions that it rests on, with their lines', () => {
    const marked = 'const rate = 2;\n\nfunction f‸(x: number) {\n  const z = rate * x;\n  return z * z;\n}';
    const answer = service.derive(found(marked).place, {}, UNLIMITED);
    if (!answer.ok) throw new Error(answer.message);
    expect(answer.definitions.map((d) => [d.text, d.line])).toEqual([
      ['rate', 1],
      ['z', 4],
    ]);
  });
  test('a refusal says where', () => {
    const { doc, place } = found('function f‸(x: number) { return x ^ 2; }');
    const answer = service.derive(place, {}, UNLIMITED);
    if (answer.ok || !answer.place) throw new Error('it was answered');
    expect(doc.text.slice(answer.place.from, answer.place.to)).toBe('x ^ 2');
  });
});

describe('the file’s own words', () => {
  test.each([
    [
      'a logistic local is the sigmoid: the answer ends as p − y',
      'function loss‸(z: number, y: number) {\n  const p = 1 / (1 + Math.exp(-z));\n  return -(y * Math.log(p) + (1 - y) * Math.log(1 - p));\n}',
      'return p - y;',
    ],
    [
      'a helper is called',
      'const s = (t: number) => 1 / (1 + Math.exp(-t));\nconst f‸ = (x: number) => s(3 * x);',
      '3 * s(3 * x) * s(-3 * x)',
    ],
    [
      'a local is used',
      'function f‸(x: number) {\n  const e = Math.exp(x * x);\n  return e * e + e;\n}',
      'e * ',
    ],
    ['the slope at a single point', 'const f‸ = (x: number) => (x === 1 ? 1 : x ** 2);', '=> 2 * x;'],
    ['no slope at a jump', 'const f‸ = (x: number) => (x === 1 ? 5 : x ** 2);', 'x !== 1 ? 2 * x : NaN'],
    [
      'nor by a parameter that only a limit gives',
      'const f‸ = (l: number, x: number) => (l === 0 ? Math.log(x) : (x ** l - 1) / l);',
      'l !== 0 ?',
    ],
  ])('%s', (_, marked, expected) => {
    const { doc, place } = found(marked);
    expect(edited(doc, service.writeDerivative(place, {}, UNLIMITED))).toContain(expected);
  });
});

describe('what is written', () => {
  test('stands after the function, in its style', () => {
    const { doc, place } = found(
      'export function f‸(x: number): number {\n\tconst y = x * x\n\treturn Math.sin(y)\n}\n\nconst g = 1\n',
    );
    const text = edited(doc, service.writeDerivative(place, {}, UNLIMITED));
    expect(text).toContain('}\n\n/**\n * The derivative of `f`');
    expect(text).toContain(
      'export function fDerivative(x: number): number {\n\tconst y = x * x\n\treturn 2 * x * Math.cos(y)\n}\n\nconst g',
    );
  });
  test('takes no name in use', () => {
    const { doc, place } = found('const fDerivative = 1;\nconst f‸ = (x: number) => x ** 2;');
    expect(edited(doc, service.writeDerivative(place, {}, UNLIMITED))).toContain(
      'const fDerivative2 = (x: number): number => 2 * x;',
    );
  });
  test('keeps snake case, Math.pow, and the margin of a member', () => {
    const { doc, place } = found('class A {\n  log_loss‸(x: number) {\n    return Math.pow(x, 4);\n  }\n}\n');
    expect(edited(doc, service.writeDerivative(place, {}, UNLIMITED))).toMatch(
      /^}\n\n\/\*\*[\s\S]*\nfunction log_loss_derivative\(x: number\): number {\n {2}return 4 \* Math\.pow\(x, 3\);\n}\n$/m,
    );
  });
  test('a gradient is collected where the derivative of a local is a number', () => {
    const { doc, place } = found(
      'function f‸(w: number, b: number) {\n  const r = 3 * w + b;\n  return r * r + 0.1 * w * w;\n}',
    );
    expect(edited(doc, service.writeGradient(place, UNLIMITED))).toContain(
      'gradient: [0.2 * w + 6 * r, 2 * r]',
    );
  });
  test('a gradient test runs green, and red for a wrong gradient', () => {
    const { doc, place } = found(
      'export const f‸ = (x: number, y: number) => x ** 2 * Math.log(1 + y * y);\n',
    );
    const text = edited(doc, service.writeGradient(place, UNLIMITED));
    for (const runner of ['vitest', 'jest', 'node:test'] as const) {
      const spec = service.writeGradientTest(place, { runner, gradient: 'fGradient', module: './f.js' });
      if (typeof spec !== 'string') throw new Error(spec.message);
      expect(() => runSpec(text, spec)).not.toThrow();
      expect(() => runSpec(text.replace('gradient: [', 'gradient: [0.1 + '), spec)).toThrow();
    }
  });
});

/** Runs a written test with stand-ins for the runner. */
function runSpec(source: string, spec: string): void {
  const stands = `
    const test = (_name, run) => run();
    const assert = { ok: (v, m) => { if (!v) throw new Error(m) } };
    const expect = (a) => ({ toBeCloseTo: (b, digits = 2) => { if (!(Math.abs(a - b) < 10 ** -digits / 2)) throw new Error(a + ' for ' + b) } });`;
  evaluated(`${source}\n${stands}\n${spec.replace(/^import .*$/gm, '')}`, '0');
}

describe('pairs', () => {
  const check = (text: string): CheckedClaim[] =>
    [
      ...service.check(document(text), { logBase: 'e', macros: {}, numbers: 'asWritten' }, () => UNLIMITED),
    ].filter((c) => c !== null);

  test.each([
    ['f and fPrime', 'const f = (x) => x ** 3; const fPrime = (x) => 3 * x ** 2;', 'true'],
    ['f and dF', 'function f(x) { return Math.sin(x) } function dF(t) { return Math.cos(t) }', 'true'],
    [
      'sigmoid and sigmoid_derivative',
      'const sigmoid = x => 1 / (1 + Math.exp(-x)); const sigmoid_derivative = x => { const s = sigmoid(x); return s * (1 - s) }',
      'true',
    ],
    [
      'in terms of the value',
      'const sigmoid = x => 1 / (1 + Math.exp(-x)); const sigmoidPrime = y => y * (1 - y)',
      'true',
    ],
    [
      'by the variable that the name says',
      'const f = (x, y) => x * y ** 2; const dfdy = (x, y) => 2 * x * y;',
      'true',
    ],
    ['a second derivative', 'const f = (x) => x ** 3; const fSecondDerivative = (x) => 6 * x;', 'true'],
    [
      'members alike',
      'const tanh = { f: (x) => Math.tanh(x), fPrime: (x) => 1 - Math.tanh(x) ** 2 };',
      'true',
    ],
    [
      'a lost factor',
      'const f = (x) => Math.sin(2 * x); const fDerivative = (x) => Math.cos(2 * x);',
      'false',
    ],
    ['a wrong sign', 'const cosine = (x) => Math.cos(x); const cosine_prime = (x) => Math.sin(x);', 'false'],
    [
      'right where it has a value',
      'const f = (x) => x ** 2; const df = (x) => 2 * x * Math.sqrt(x) / Math.sqrt(x);',
      'conditional',
    ],
  ])('%s', (_, text, verdict) => expect(check(text).map((c) => c.verdict)).toEqual([verdict]));

  test.each([
    ['a finite difference', 'const f = (x) => x ** 2; const df = (x, h) => (f(x + h) - f(x)) / h;'],
    ['what cannot be read', 'const f = (x) => x ** 2; const df = (x) => fetch(x);'],
    ['members of different objects', 'const a = { f: (x) => x }; const b = { fPrime: (x) => 2 };'],
    ['a name that only looks alike', 'const ot = (x) => x; const dotProduct = (x) => x * x;'],
  ])('not judged: %s', (_, text) => expect(check(text)).toEqual([]));

  test('a wrong one comes with a point and its correction', () => {
    const text =
      'function f(x: number) {\n  return x ** 3;\n}\n\nfunction fPrime(x: number): number {\n  return x ** 2;\n}\n';
    const [claim] = check(text);
    if (!claim?.counterexample) throw new Error('no correction');
    expect(text.slice(claim.from, claim.to)).toBe('fPrime');
    expect(claim.mistake?.code).toBe('missing-factor');
    const { claimed, actual, at: point } = claim.counterexample;
    expect(actual).toBeCloseTo(3 * (point['x'] ?? 0) ** 2);
    expect(claimed).toBeCloseTo((point['x'] ?? 0) ** 2);
    const fixed = mended(text, claim);
    expect((evaluated(fixed, 'fPrime') as Numeric)(2)).toBe(12);
    expect(check(fixed).map((c) => c.verdict)).toEqual(['true']);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { answerLine } from '../../../src/cli/jsonl.js';
import { UNLIMITED } from '../../../src/core/derivation.js';
import {
  checkFile,
  Headless,
  prepare,
  prepareFile,
  type ErrorReply,
  type Reply,
} from '../../../src/headless/index.js';
import { evaluated, type Numeric } from '../notation/typescript/running.js';

const headless = new Headless();
beforeAll(() => prepare({ notation: 'typescript' }));

const ask = (request: object): Reply | ErrorReply =>
  headless.reply({ notation: 'typescript', ...request }, UNLIMITED);
function answer(request: object): Reply {
  const reply = ask(request);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply;
}
function refused(request: object): ErrorReply['error'] {
  const reply = ask(request);
  if (reply.ok) throw new Error('it was answered');
  return reply.error;
}

const TWO = 'const f = (x: number, y: number) => x * y ** 2;\nconst g = (t: number) => Math.exp(-t);\n';

describe('the check of a code file', () => {
  test('finds hand-written derivatives and judges them, with lines and the mistake', async () => {
    await prepareFile('a.ts');
    const text =
      'export const f = (x: number) => Math.cos(x);\nexport const fPrime = (x: number) => Math.sin(x);\n';
    const [claim, ...more] = checkFile('a.ts', text, () => UNLIMITED);
    expect(more).toEqual([]);
    expect(claim).toMatchObject({
      line: 2,
      column: 14,
      endLine: 2,
      endColumn: 20,
      tex: 'fPrime',
      verdict: 'false',
      mistake: 'trig-sign',
    });
    expect(checkFile('a.md', text, () => UNLIMITED)).toEqual([]);
  });
});

describe('questions about code', () => {
  test('say which function by an offset', () => {
    expect(answer({ text: TWO, offset: TWO.indexOf('g =') })).toMatchObject({
      variable: 't',
      result: { name: 'gDerivative' },
    });
    expect(answer({ text: TWO, offset: TWO.indexOf('x * y') })).toMatchObject({
      variable: 'x',
      result: { latex: 'y^2' },
    });
    expect(answer({ text: TWO, offset: TWO.indexOf('y: number') })).toMatchObject({ variable: 'y' });
  });
  test('or by a range: a function, or an expression', () => {
    const from = TWO.indexOf('Math.exp(-t)');
    const reply = answer({ text: TWO, range: [from, from + 'Math.exp(-t)'.length], at: [{ t: 0 }] });
    expect(reply).toMatchObject({ variable: 't', result: { values: [-1] } });
    expect((evaluated(reply.result.code ?? '', reply.result.name ?? '') as Numeric)(0)).toBe(-1);
    expect(answer({ text: TWO, range: [TWO.indexOf('const g'), TWO.length] }).result.name).toBe(
      'gDerivative',
    );
    expect(
      answer({ text: 'const f = (a: number, b: number) => 1 - a * b - b;', range: [40, 45] }).result.latex,
    ).toBe('b');
  });
  test('one function, or one expression, needs no place', () => {
    expect(answer({ text: 'x * Math.sin(x)', at: [{ x: 0 }] }).result).toMatchObject({
      name: 'derivative',
      values: [0],
    });
    expect(answer({ notation: 'javascript', text: 'function h(x) { return x * x }' }).result.name).toBe(
      'hDerivative',
    );
    expect(refused({ text: TWO }).code).toBe('ambiguous');
  });
  test('values at points, by the names of the code', () => {
    const values = (text: string, at: object[], more: object = {}): unknown =>
      answer({ text, at, ...more }).result.values;
    expect(values('function f(x: number) { const z = 2 * x; return z * z; }', [{ x: 3 }, { z: 1 }])).toEqual([
      24,
      null,
    ]);
    expect(values('const f = (x: number) => Math.log(x)', [{ x: 2 }, { x: -1 }])).toEqual([0.5, null]);
    expect(
      values('function f(constructor: number, k: number) { return constructor * k }', [
        { constructor: 1, k: 2 },
        { k: 3 },
      ]),
    ).toEqual([2, null]);
    expect(
      values('class A { f(x: number) { return this.k * x } }', [{ x: 1, k: 5 }], { offset: 11 }),
    ).toEqual([5]);
    expect(
      values(
        'const f = (p: { x: number; y: number }) => p.x * p.y',
        [{ p: { x: 1, y: 7 } }].map((q) => ({ x: q.p.x, y: q.p.y })),
      ),
    ).toEqual([7]);
    expect(
      values('const f = (w: number, xs: number[]) => xs.reduce((s, x) => s + w * x, 0)', [
        { w: 1, xs: [1, 2, 3] },
      ]),
    ).toEqual([6]);
  });
  test('higher orders, and other variables', () => {
    expect(
      answer({ text: 'const f = (x: number) => x ** 4', order: 2, at: [{ x: 1 }] }).result,
    ).toMatchObject({ name: 'fSecondDerivative', values: [12] });
    expect(answer({ text: TWO, offset: 6, variable: 'y' })).toMatchObject({
      variable: 'y',
      result: { name: 'fDerivativeByY' },
    });
    expect(refused({ text: TWO, offset: 6, variable: 'q' }).code).toBe('no-such-variable');
  });
  test('a long chain of locals', () => {
    const lines = Array.from(
      { length: 120 },
      (_, i) => `  const t${String(i + 1)} = t${String(i)} * t${String(i)} / 1;`,
    );
    const text = `function f(x: number) {\n  const t0 = x;\n${lines.join('\n')}\n  return t120 - x;\n}`;
    const reply = answer({ text, at: [{ x: 0.5 }] });
    expect(reply.result.values).toEqual([-1]);
    expect((evaluated(reply.result.code ?? '', reply.result.name ?? '') as Numeric)(0.5)).toBe(-1);
  });
  test('refusals name the construct and its place', () => {
    const text = 'const f = (x: number) => x ^ 2;';
    expect(refused({ text })).toMatchObject({
      code: 'unsupported',
      message: expect.stringMatching(/XOR/) as string,
      from: 25,
      to: 30,
    });
    expect(refused({ text: 'const f = (x: number) => x +;' }).code).toBe('syntax');
    expect(refused({ text: '// nothing\nconst a = "b";', offset: 3 }).code).toBe('no-formula');
    expect(refused({ text: '', offset: 900 }).code).toBe('no-formula');
    expect(refused({ text: 'x', offset: -1 }).code).toBe('syntax');
    expect(refused({ text: 'x', range: [1] }).code).toBe('syntax');
  });
  test('one line in, one line out', async () => {
    const line = await answerLine(
      new Headless(),
      JSON.stringify({ id: 7, notation: 'javascript', text: 'const f = x => x * x', at: [{ x: 4 }] }),
    );
    expect(JSON.parse(line)).toMatchObject({ id: 7, ok: true, result: { values: [8] } });
  });
});

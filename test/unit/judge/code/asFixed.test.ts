/** A fix is run as it would stand, and held against differences of the function. */
import { beforeAll, describe, expect, it } from 'vitest';
import { pairClaims } from '../../../../src/claims/code/index.js';
import { writerOf } from '../../../../src/codegen/index.js';
import { UNLIMITED } from '../../../../src/core/derivation.js';
import { done } from '../../../../src/steps.js';
import { holdsAsFixed } from '../../../../src/judge/code/asFixed.js';
import { judgePair } from '../../../../src/judge/code/pairs.js';
import { readerOf } from '../../../../src/notation/programs/index.js';
import { load } from './checked.js';

beforeAll(load);

/** Whether `«…»` replaced by the text holds; the source without marks has one wrong claim. */
function holds(marked: string, text: string): boolean {
  const [from, to] = [marked.indexOf('«'), marked.indexOf('»') - 1];
  const source = readerOf('typescript').read(marked.replace(/[«»]/g, ''), 'typescript');
  const [claim] = pairClaims(source);
  if (!claim) throw new Error('no claim');
  const expected = done(judgePair(claim, () => UNLIMITED))?.expected;
  if (!expected || expected.kind === 'expression') throw new Error('no fix');
  const change = { from, to, text };
  const places = [claim.pair.of.statement, claim.pair.derivative.statement];
  const after = writerOf('typescript')?.edited(source, change, places, UNLIMITED);
  if (!after) throw new Error('not read');
  return holdsAsFixed(claim, after, { from, by: text.length - (to - from) }, expected, UNLIMITED);
}

const CUBE = 'const cube = (x: number) => x ** 3;\nconst cubeDerivative = (x: number) => «4 * x ** 2»;';
const BEHIND = 'const cubeDerivative = (x: number) => «4 * x ** 2»;\nconst cube = (x: number) => x ** 3;';
const RELU = 'const relu = (x: number) => Math.max(0, x);\nconst reluDerivative = (x: number) => «2 * x»;';
const HELPED =
  'const twice = (x: number) => 2 * x;\nconst other = (x: number) => x;\n' +
  'const sq = (x: number) => x * x;\nconst sqDerivative = (x: number) => «3 * x»;';
const SECOND =
  'const quart = (x: number) => x ** 4;\nconst quartSecondDerivative = (x: number) => «4 * x ** 3»;';
const PLANE =
  'function plane(x: number, y: number) { return x * x * y; }\n' +
  'function planeGradient(x: number, y: number) { return [«2 * x», x * x]; }';
const BOTH = 'function lossAndGrad(w: number) { const e = w - 3; return { loss: e * e, grad: «4 * e» }; }';

describe('what would stand after a fix', () => {
  it.each([
    ['the derivative', CUBE, '3 * x ** 2', true],
    ['another number', CUBE, '2 * x ** 2', false],
    ['the opposite', CUBE, '-3 * x ** 2', false],
    ['the function behind it, which moves', BEHIND, '3 * Math.pow(x, 2)', true],
    ['wrong, with the function behind it', BEHIND, '3 * Math.pow(x, 3)', false],
    ['the customary value at a kink', RELU, 'x > 0 ? 1 : 0', true],
    ['the other side of a kink', RELU, 'x > 0 ? 0 : 1', false],
    ['by a function that was not used before', HELPED, 'twice(x)', true],
    ['by one that computes something else', HELPED, 'other(x)', false],
    ['by a name that there is not', HELPED, 'thrice(x)', false],
    ['what cannot be parsed', HELPED, '2 * (x', false],
    ['the second derivative', SECOND, '12 * x * x', true],
    ['the first for the second', SECOND, '4 * x ** 3', false],
    ['a component', PLANE, '2 * x * y', true],
    ['the other component', PLANE, 'x * x', false],
    ['a derivative beside its value', BOTH, '2 * e', true],
    ['a wrong one beside its value', BOTH, 'e', false],
    ['no value anywhere', CUBE, 'Math.sqrt(-1 - x * x)', false],
  ])('%s', (_, marked, text, expected) => {
    expect(holds(marked, text)).toBe(expected);
  });
});

describe('the source as an edit leaves it', () => {
  const text =
    'import { k } from "./k";\nconst a = 2;\nfunction f(x) { return a * g(x); }\nfunction g(x) { return x; }\n' +
    'function far(x) { return b; }\nconst b = 3;\nstart();\nfunction fPrime(x) { return 5; }\n';
  const at = text.indexOf('5');
  const read = readerOf('javascript');
  const edited = (by: string): string => {
    const source = read.read(text, 'javascript');
    const change = { from: at, to: at + 1, text: by };
    return writerOf('javascript')?.edited(source, change, [{ from: 38, to: 50 }], UNLIMITED)?.text ?? '';
  };
  it('holds what is reached, at its place', () => {
    const after = edited('a + 1');
    for (const kept of ['import', 'const a', 'function g', 'start()'])
      expect(after.indexOf(kept)).toBe(text.indexOf(kept));
    expect(after).toContain('return a + 1;');
    expect(after).not.toMatch(/far|b = 3/);
  });
});

import { growthOf, workOf } from '../work.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { UNLIMITED } from '../../../src/core/derivation.js';
import { compileProgram, derivativeProgram, deriveProgram } from '../../../src/core/program.js';
import {
  loadParser,
  onlyTarget,
  readCode,
  readSource,
  targetAt,
  targetIn,
  type Code,
} from '../../../src/notation/typescript/index.js';
import { writeDerivative } from '../../../src/codegen/index.js';
import { done } from '../../../src/steps.js';
import { evaluated, type Numeric } from '../notation/typescript/running.js';

beforeAll(loadParser);

function codeOf(text: string): Code {
  const source = readSource(text, 'typescript');
  const target = onlyTarget(source);
  const code = target && readCode(source, target);
  if (!code?.ok) throw new Error(code?.message ?? 'no target');
  return code;
}

const chain = (n: number): string =>
  `function f(x: number) {\n  const t0 = x;\n${Array.from({ length: n }, (_, i) => `  const t${String(i + 1)} = t${String(i)} * (t${String(i)} + 1) / 2;`).join('\n')}\n  return t${String(n)};\n}`;

function derived(text: string): void {
  const code = codeOf(text);
  const [variable] = code.variables;
  if (!variable) throw new Error('no variable');
  const written = done(writeDerivative(readSource(text, 'typescript'), code, variable, 1, UNLIMITED));
  if (!('text' in written)) throw new Error(written.message);
}

describe('long programs', () => {
  test('a thousand locals that double stay a thousand steps, and run right', () => {
    expect(growthOf((n) => derived(chain(n)), 100)).toBeLessThan(1.3);
    const text = chain(1000);
    const code = codeOf(text);
    const variable = code.variables[0];
    if (!variable) throw new Error('no variable');
    const found = deriveProgram(code.program, variable.symbol, UNLIMITED);
    if ('code' in found) throw new Error(found.message);
    const derivative = derivativeProgram(found);
    expect(derivative.bindings.length).toBeLessThan(2_010);
    const value = compileProgram(derivative)(new Map([['x', 1]]));
    // At 1 each local is 1, and its derivative 3/2 of the one before.
    expect(value / 1.5 ** 1000).toBeCloseTo(1, 9);
    const written = done(writeDerivative(readSource(text, 'typescript'), code, variable, 1, UNLIMITED));
    if (!('text' in written)) throw new Error(written.message);
    expect((evaluated(written.text, written.name) as Numeric)(1)).toBe(value);
  });

  test('a sum of two thousand terms', () => {
    const code = codeOf(
      `const f = (x: number) => ${Array.from({ length: 2000 }, (_, i) => `x * ${String(i)}`).join(' + ')}`,
    );
    expect(code.program.result.kind).toBe('add');
  });
});

describe('hostile sources end in a problem, quickly', () => {
  test.each([
    ['brackets', `const f = (x) => ${'('.repeat(5000)}x${')'.repeat(5000)}`],
    ['unclosed brackets', `const f = (x) => ${'('.repeat(5000)}x`],
    ['unary signs', `const f = (x) => ${'- '.repeat(20_000)}x`],
    ['a chain of calls', `const f = (x) => ${'Math.sin('.repeat(4000)}x${')'.repeat(4000)}`],
    ['nested functions', `${'function f(x) { return '.repeat(2000)}1${' }'.repeat(2000)}`],
    ['nested ternaries', `const f = (x) => ${'x > 0 ? x : '.repeat(5000)}x`],
    ['powers', `const f = (x) => ${'x ** '.repeat(5000)}x`],
    ['nested blocks', `function f(x) ${'{'.repeat(3000)} return x ${'}'.repeat(3000)}`],
    [
      'helpers that call helpers twice',
      `${Array.from({ length: 60 }, (_, i) => `function f${String(i)}(x, ...r) { return f${String(i + 1)}(x) + f${String(i + 1)}(x + 1) }`).join('\n')}\nfunction f60(x, ...r) { return x }`,
    ],
    [
      'branches after branches',
      `function f(x) { let y = 0; ${'if (x > 1) { if (x > 2) return x; } '.repeat(400)} return y }`,
    ],
    [
      'random characters',
      Array.from({ length: 100_000 }, (_, i) => String.fromCharCode(33 + ((i * 7919) % 90))).join(''),
    ],
    ['a template', '`${'.repeat(5000)],
  ])('%s', (_, text) => {
    for (const language of ['typescript', 'javascript'] as const) {
      const source = readSource(text, language);
      for (const offset of [0, text.length >> 1, text.length]) {
        const target = targetAt(source, offset);
        if (target) readCode(source, target);
        targetIn(source, offset, text.length);
      }
    }
  });
});

describe('broken sources', () => {
  test('a half-typed function does not hide the others', () => {
    const text =
      'const a = (x: number) => x * x;\n\nfunction half(x: number) {\n  return x +\n}\n\nfunction b(x: number) {\n  return a(x) + 1;\n}\n';
    const source = readSource(text, 'typescript');
    expect(source.problems).toHaveLength(1);
    const target = targetAt(source, text.indexOf('b('));
    expect(target && readCode(source, target).ok).toBe(true);
    expect(targetAt(source, text.indexOf('half'))).toBeNull();
  });
});

describe('a file of 5,000 lines', () => {
  const body = (i: number): string =>
    `export function gauss${String(i)}(x: number, mu: number, s: number): number {\n  const z = (x - mu) / s;\n  // the bell\n  return Math.exp(-0.5 * z * z) / (s * Math.sqrt(2 * Math.PI));\n}\n`;
  const text = Array.from({ length: 1000 }, (_, i) => body(i)).join('');

  test('a function is found and read with work for itself alone once the file is parsed', () => {
    const read = (of: string, i: number): number => {
      const source = readSource(of, 'typescript');
      const at = of.indexOf(`gauss${String(i)}(`);
      const look = (): void => {
        const target = targetAt(source, at);
        expect(target && readCode(source, target).ok).toBe(true);
      };
      look();
      return workOf(look);
    };
    const alone = read(body(500), 500);
    // Finding the function among a thousand passes over their heads.
    expect(read(text, 500)).toBeLessThan(alone + 40 * 1000);
  });
});

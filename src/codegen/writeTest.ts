/** A test that compares a gradient function with central differences. */
import { compileProgram } from '../core/index.js';
import { stringText } from '../notation/typescript/codeText.js';
import type { FunctionTarget } from '../notation/typescript/find.js';
import { UnusedNames, isIdentifier } from '../notation/typescript/identifiers.js';
import { shapeOf } from './nodeShape.js';
import type { Code } from '../notation/typescript/read.js';
import { readSource, type Source } from '../notation/typescript/source.js';
import { writingStyle } from './style.js';
import type { Runner } from './testRunner.js';
import { unwritable, type Unwritable } from './unwritable.js';
import type { TestWanted } from './writer.js';

interface TestOrder extends TestWanted {
  readonly runner: Runner;
}

/**
 * A whole test file. The reason where the function takes anything but numbers, has no values at the points tried, or
 * cannot be imported by its name.
 */
export function writeGradientTest(source: Source, code: Code, order: TestOrder): string | Unwritable {
  const { target, variables } = code;
  const name = target.kind === 'function' && !target.isMember ? target.name : null;
  if (target.kind !== 'function' || name === null || ![name, order.gradient].every(isIdentifier))
    return unwritable(ONLY_NUMBERS);
  const names = target.params;
  const isPlain = names.length === variables.length && names.every((n, i) => n === variables[i]?.code);
  const points = isPlain ? pointsWithValues(code) : [];
  if (points.length === 0) return unwritable(ONLY_NUMBERS);
  const words = wordsFor(
    name,
    order,
    names.map((n) => n ?? ''),
  );
  const text = testText(source, target, order.runner, points, words);
  return isAsMeant(source, target, order.runner, points, words, text)
    ? text
    : unwritable('The test would not be read as what is meant.');
}
const ONLY_NUMBERS = 'Tests are written for functions with a name that take numbers only.';

/** What a test takes from the file that it tests. */
interface Words {
  readonly name: string;
  readonly gradient: string;
  readonly module: string;
  /** What the two functions and the parameters are called in the test. */
  readonly f: string;
  readonly df: string;
  readonly params: readonly string[];
}

/** The test has names of its own: what it imports and takes is called something else where it has one of them. */
function wordsFor(name: string, { gradient, module }: TestOrder, params: readonly string[]): Words {
  const free = UnusedNames.within(OWN_NAMES);
  const [f, df] = [free.take(name), free.take(gradient)];
  return { name, gradient, module, f, df, params: params.map((p) => free.take(p)) };
}

/** Whether the text is, but for its words, the same program as with words that are harmless. */
function isAsMeant(
  source: Source,
  target: FunctionTarget,
  runner: Runner,
  points: readonly number[][],
  words: Words,
  text: string,
): boolean {
  const plain: Words = {
    name: 'tested0',
    gradient: 'tested1',
    module: 'tested2',
    f: words.f === words.name ? 'tested0' : 'renamed0',
    df: words.df === words.gradient ? 'tested1' : 'renamed1',
    params: words.params.map((_, i) => `x${String(i)}`),
  };
  const [is, wanted] = [text, testText(source, target, runner, points, plain)].map((t) =>
    readSource(t, source.language),
  );
  if (!is || !wanted || is.problems.length > 0 || is.errors.length > 0 || is.comments.length > 0)
    return false;
  const meant = new Map([
    ...[plain.module, plain.name, plain.gradient].map((w, i): [string, string] => [
      w,
      [words.module, words.name, words.gradient][i] ?? w,
    ]),
    [plain.f, words.f],
    [plain.df, words.df],
    [titleOf(plain), titleOf(words)],
    ...plain.params.map((w, i): [string, string] => [w, words.params[i] ?? w]),
  ]);
  return shapeOf(is.tree) === inWords(shapeOf(wanted.tree), meant);
}

/** The shape with other names and strings in place of some. */
const inWords = (shape: string, words: ReadonlyMap<string, string>): string =>
  shape.replace(/(name|value):("(?:[^"\\]|\\.)*")/g, (whole, key: string, text: string) => {
    const other = words.get(JSON.parse(text) as string);
    return other === undefined ? whole : `${key}:${JSON.stringify(other)}`;
  });

const titleOf = ({ name, gradient }: Words): string =>
  `${gradient} agrees with central differences of ${name}`;

function testText(
  source: Source,
  target: FunctionTarget,
  runner: Runner,
  points: readonly number[][],
  words: Words,
): string {
  const { name, gradient, module, f, df, params } = words;
  const style = writingStyle(source, target);
  const [end, tab] = [style.semicolon, style.indent];
  const quoted = (text: string): string => stringText(text, style.quote);
  const imported = [
    [name, f],
    [gradient, df],
  ].map(([n, own]) => (n === own ? n : `${n} as ${own}`));
  const typed = source.language === 'typescript' ? `: ${tupleOf(params.length)}[]` : '';
  const call = (i: number, sign: string): string =>
    `${f}(${params.map((n, k) => (k === i ? `${n} ${sign} h` : n)).join(', ')})`;
  const lines = [
    ...imports(runner, style.quote, end),
    `import { ${imported.join(', ')} } from ${quoted(module)}${end}`,
    '',
    `const points${typed} = [`,
    ...points.map((p) => `${tab}[${p.join(', ')}],`),
    `]${end}`,
    '',
    `test(${quoted(titleOf(words))}, () => {`,
    `${tab}const h = 1e-5${end}`,
    `${tab}for (const [${params.join(', ')}] of points) {`,
    `${tab}${tab}const { value, gradient } = ${df}(${params.join(', ')})${end}`,
    `${tab}${tab}${close(runner, 'value', `${f}(${params.join(', ')})`)}${end}`,
    ...params.map(
      (_, i) =>
        `${tab}${tab}${close(runner, `gradient[${String(i)}]`, `(${call(i, '+')} - ${call(i, '-')}) / (2 * h)`)}${end}`,
    ),
    `${tab}}`,
    `})${end}`,
    ...(runner === 'node:test' ? ['', ...helper(source, tab, end)] : []),
  ];
  return lines.join(style.newline) + style.newline;
}
const OWN_NAMES = [
  'test', 'expect', 'assert', 'isClose', 'points', 'h', 'value', 'gradient', 'actual', 'expected',
]; // prettier-ignore

function imports(runner: Runner, q: string, end: string): string[] {
  switch (runner) {
    case 'vitest':
      return [`import { expect, test } from ${q}vitest${q}${end}`];
    case 'jest':
      return [];
    case 'node:test':
      return [
        `import assert from ${q}node:assert/strict${q}${end}`,
        `import { test } from ${q}node:test${q}${end}`,
      ];
  }
}

const close = (runner: Runner, actual: string, expected: string): string =>
  runner === 'node:test'
    ? `isClose(${actual}, ${expected})`
    : `expect(${actual}).toBeCloseTo(${expected}, 5)`;

function helper({ language }: Source, tab: string, end: string): string[] {
  const [number, nothing] = language === 'typescript' ? [': number', ': void'] : ['', ''];
  return [
    `function isClose(actual${number}, expected${number})${nothing} {`,
    `${tab}assert.ok(Math.abs(actual - expected) < 1e-5 * Math.max(1, Math.abs(expected)), \`\${actual} for \${expected}\`)${end}`,
    '}',
  ];
}

const tupleOf = (n: number): string => `[${Array.from({ length: n }, () => 'number').join(', ')}]`;

/** A few points, none of them special, at which the function and its surroundings have moderate values. */
function pointsWithValues({ program, variables }: Code): number[][] {
  const f = compileProgram(program);
  const found: number[][] = [];
  for (let k = 0; k < 40 && found.length < 4; k++) {
    const point = variables.map(
      (_, i) =>
        Math.round(100 * (2.6 * ((0.37 + k * 0.618034 + i * 0.414214) % 1) - (k % 2 === 0 ? 0 : 1.3))) /
          100 || 0.5,
    );
    const around = [-0.05, 0, 0.05].map((d) =>
      f(new Map(variables.map((v, i) => [v.symbol.id, (point[i] ?? 0) + d]))),
    );
    if (around.every((y) => Number.isFinite(y) && Math.abs(y) < 1e3)) found.push(point);
  }
  return found;
}

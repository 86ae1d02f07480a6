/** A test that compares a gradient function with central differences. */
import { compileProgram } from '../../core/program.js';
import type { Code } from './read.js';
import type { Source } from './source.js';
import { writingStyle } from './style.js';

export type Runner = 'vitest' | 'jest' | 'node:test';

export interface TestOrder {
  readonly runner: Runner;
  /** The gradient function's name. */
  readonly gradient: string;
  /** The module that exports both functions, as the test imports it. */
  readonly module: string;
}

/** A whole test file; null where the function takes anything but numbers, or has no values at the points tried. */
export function writeGradientTest(
  source: Source,
  code: Code,
  { runner, gradient, module }: TestOrder,
): string | null {
  const { target, variables } = code;
  if (target.kind !== 'function' || target.name === null || target.isMember) return null;
  const names = target.fn.params.map((p) =>
    p.type === 'Identifier'
      ? p.name
      : p.type === 'AssignmentPattern' && p.left.type === 'Identifier'
        ? p.left.name
        : null,
  );
  const isPlain = names.length === variables.length && names.every((n, i) => n === variables[i]?.code);
  const points = isPlain ? pointsWithValues(code) : [];
  if (points.length === 0) return null;
  const style = writingStyle(source, target);
  const [q, end, tab] = [style.quote, style.semicolon, style.indent];
  const typed = source.language === 'typescript' ? `: ${tupleOf(names.length)}[]` : '';
  const call = (i: number, sign: string): string =>
    `${target.name ?? ''}(${names.map((n, k) => (k === i ? `${n ?? ''} ${sign} h` : n)).join(', ')})`;
  const lines = [
    ...imports(runner, q, end),
    `import { ${target.name}, ${gradient} } from ${q}${module}${q}${end}`,
    '',
    `const points${typed} = [`,
    ...points.map((p) => `${tab}[${p.join(', ')}],`),
    `]${end}`,
    '',
    `test(${q}${gradient} agrees with central differences of ${target.name}${q}, () => {`,
    `${tab}const h = 1e-5${end}`,
    `${tab}for (const [${names.join(', ')}] of points) {`,
    `${tab}${tab}const { value, gradient } = ${gradient}(${names.join(', ')})${end}`,
    `${tab}${tab}${close(runner, 'value', `${target.name}(${names.join(', ')})`)}${end}`,
    ...names.map(
      (_, i) =>
        `${tab}${tab}${close(runner, `gradient[${String(i)}]`, `(${call(i, '+')} - ${call(i, '-')}) / (2 * h)`)}${end}`,
    ),
    `${tab}}`,
    `})${end}`,
    ...(runner === 'node:test' ? ['', ...helper(source, tab, end)] : []),
  ];
  return lines.join(style.newline) + style.newline;
}

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

/** Runs code that the tests themselves hold or have written. */
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { centralDifference } from '../../../../src/core/compare/difference.js';
import {
  loadParser,
  readCode,
  readSource,
  targetAt,
  type Code,
  type CodeVariable,
  type Source,
} from '../../../../src/notation/typescript/index.js';
import { writeDerivative, writeGradient, type WrittenFunction } from '../../../../src/codegen/index.js';
import { done } from '../../../../src/steps.js';
import { UNLIMITED } from '../../../../src/core/derivation.js';
import type { Sample } from '../../../corpus/code/differentiable.js';

export type Numeric = (...args: unknown[]) => unknown;

/** The value of an expression after the source has run. */
export function evaluated(source: string, expression: string): unknown {
  const plain = source
    .replace(/^export default /gm, '')
    .replace(/^export (?!\{)/gm, '')
    .replace(/^import .*$/gm, '');
  const { code } = transformSync(plain + `\n;globalThis.__result = (${expression});`, {
    loader: 'ts',
    target: 'es2022',
  });
  const scope: { __result?: unknown } = {};
  runInNewContext(code, { globalThis: scope, Math, Array, NaN, Infinity });
  return scope.__result;
}

export interface Read {
  readonly source: Source;
  readonly code: Code;
}
export async function read({
  source,
  name,
  language,
}: Pick<Sample, 'source' | 'name' | 'language'>): Promise<Read> {
  await loadParser();
  const file = readSource(source, language);
  const at = positionOf(source, name);
  const target = targetAt(file, at);
  if (!target) throw new Error(`nothing at ${String(at)} of ${source}`);
  const code = readCode(file, target);
  if (!code.ok) throw new Error(`${code.message} «${source.slice(code.from, code.to)}» in ${source}`);
  return { source: file, code };
}

/** Where the name is declared: after `const`, `function`, a dot, or at the beginning of a member. */
export function positionOf(source: string, name: string): number {
  const declared = new RegExp(
    `(?:const|let|var|function\\*?|static|exports\\.|[{,]|^\\s*)\\s*(${name.replace('$', '\\$')})\\b(?=\\s*(?:[=(:<]|as\\b))`,
    'm',
  ).exec(source);
  return declared ? declared.index + declared[0].length - name.length : Math.max(0, source.indexOf(name));
}

export function derivativeOf({ source, code }: Read, variable: CodeVariable): WrittenFunction {
  const written = done(writeDerivative(source, code, variable, 1, UNLIMITED));
  if (!('text' in written)) throw new Error(`${written.message}: ${source.text}`);
  return written;
}
export function gradientOf({ source, code }: Read): WrittenFunction {
  const written = done(writeGradient(source, code, UNLIMITED));
  if (!('text' in written)) throw new Error(`${written.message}: ${source.text}`);
  return written;
}

/** Points within the ranges, none of them special. */
export function pointsOf(names: readonly string[], ranges: Sample['ranges'] = {}): number[][] {
  return [0.13, 0.31, 0.47, 0.64, 0.82, 0.93].map((s, k) =>
    names.map((n, i) => {
      const [lo, hi] = (Object.hasOwn(ranges, n) ? ranges[n] : undefined) ?? [-2, 2];
      const part = (s + i * 0.377 + (i === 0 ? 0 : k * 0.129)) % 1;
      return lo + (hi - lo) * (0.02 + 0.96 * part);
    }),
  );
}

/** The largest relative gap between a derivative and differences of its function by the i-th number, and points compared. */
export function compare(
  f: (p: readonly number[]) => number,
  g: (p: readonly number[]) => number,
  i: number,
  points: readonly number[][],
): { worst: number; compared: number } {
  let [worst, compared] = [0, 0];
  for (const p of points) {
    const along = (t: number): number => f(p.map((x, k) => (k === i ? t : x)));
    const numeric = Number.isFinite(along(p[i] ?? NaN)) ? centralDifference(along, p[i] ?? NaN, 0.01) : null;
    if (!numeric || numeric.error > 1e-5 * Math.max(1, Math.abs(numeric.value))) continue;
    compared++;
    worst = Math.max(worst, Math.abs(numeric.value - g(p)) / Math.max(1, Math.abs(numeric.value)));
  }
  return { worst, compared };
}

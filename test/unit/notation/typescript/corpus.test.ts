import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { DIFFERENTIABLE, type Sample } from '../../../corpus/code/differentiable.js';
import { REFUSED } from '../../../corpus/code/refused.js';
import {
  loadParser,
  readCode,
  readSource,
  targetAt,
  type Code,
} from '../../../../src/notation/typescript/index.js';
import {
  compare,
  derivativeOf,
  evaluated,
  gradientOf,
  pointsOf,
  positionOf,
  read,
  type Numeric,
} from './running.js';

/** The names of the numbers as ranges give them. */
const short = (code: string): string => code.slice(code.lastIndexOf('.') + 1).replace('#', '');

/** Calls a function of the source with its numbers in order; arrays and flags of the sample stand where they belong. */
function caller(
  sample: Sample,
  code: Code,
  callable: Numeric,
  own: boolean,
): (p: readonly number[]) => unknown {
  const names = code.variables.map((v) => short(v.code));
  const { fn } = code.target.kind === 'function' ? code.target : { fn: null };
  const params = (fn?.params ?? []).map((p) =>
    p.type === 'Identifier'
      ? p.name
      : p.type === 'AssignmentPattern' && p.left.type === 'Identifier'
        ? p.left.name
        : null,
  );
  const fields = names.filter((_, i) => code.variables[i]?.code.startsWith('this.'));
  return (p) => {
    const value = (n: string): unknown => sample.others?.[n] ?? p[names.indexOf(n)] ?? objectOf(code, n, p);
    if (own && sample.call?.includes('=>')) return callable(...p);
    if (params.some((n) => n === null)) return callable(...structured(sample, p));
    if (!own && code.variables[0]?.code.includes('.') && fields.length === 0)
      return callable({ x: p[0], y: p[1] });
    return callable(...params.map((n) => value(n ?? '')), ...(own ? [] : fields.map(value)));
  };
}
/** The object whose fields are numbers of the point. */
function objectOf(code: Code, name: string, p: readonly number[]): unknown {
  const fields = code.variables.flatMap((v, i) =>
    v.code.startsWith(`${name}.`) ? [[short(v.code), p[i]] as const] : [],
  );
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}
/** The patterns that samples use: { x, y }, and [a, b] before t. */
const structured = (sample: Sample, p: readonly number[]): unknown[] =>
  sample.others?.['a'] === undefined ? [{ x: p[0], y: p[1] }] : [[0.3, 0.7], p.at(-1)];

describe('functions with a derivative', () => {
  test('are at least eighty', () => expect(DIFFERENTIABLE.length).toBeGreaterThanOrEqual(80));

  test.each(DIFFERENTIABLE.map((s) => [s.source.replace(/\s+/g, ' '), s] as const))(
    '%s',
    async (_, sample) => {
      const found = await read(sample);
      const { code } = found;
      const numbers =
        sample.others?.['a'] === undefined ? code.variables : code.variables.filter((v) => v.code === 't');
      const names = code.variables.map((v) => short(v.code));
      const points = pointsOf(names, sample.ranges);
      if (sample.others?.['a'] !== undefined) points.forEach((p) => p.splice(0, 2, 0.3, 0.7));
      const free = sample.call === 'outer(2.5)' ? 'const a = 2.5;\n' : '';
      const f = caller(sample, code, evaluated(sample.source, sample.call ?? sample.name) as Numeric, true);
      const value = (p: readonly number[]): number =>
        f(sample.others?.['a'] === undefined ? p : p.slice(-1)) as number;
      for (const v of numbers) {
        const i = code.variables.indexOf(v);
        if (free && v.code === 'a') continue;
        const written = derivativeOf(found, v);
        const g = caller(
          sample,
          code,
          evaluated(`${free}${sample.source}\n${written.text}`, written.name) as Numeric,
          false,
        );
        const { worst, compared } = compare(value, (p) => g(p) as number, i, points);
        expect(worst, `by ${v.code}: ${written.text}`).toBeLessThan(1e-5);
        expect(compared, `by ${v.code}: points of ${written.text}`).toBeGreaterThanOrEqual(3);
      }
      if (free) return;
      const gradient = gradientOf(found);
      const whole = caller(
        sample,
        code,
        evaluated(`${sample.source}\n${gradient.text}`, gradient.name) as Numeric,
        false,
      );
      for (const v of numbers) {
        const i = code.variables.indexOf(v);
        const { worst } = compare(
          value,
          (p) => (whole(p) as { gradient: number[] }).gradient[i] ?? NaN,
          i,
          points,
        );
        expect(worst, gradient.text).toBeLessThan(1e-5);
      }
      for (const p of points) {
        const direct = value(p);
        if (Number.isFinite(direct))
          expect((whole(p) as { value: number }).value, gradient.text).toBeCloseTo(direct, 9);
      }
    },
  );

  test('are written so that strict TypeScript takes them', async () => {
    const files = new Map<string, string>();
    for (const [i, sample] of DIFFERENTIABLE.entries()) {
      if (sample.language !== 'typescript') continue;
      const found = await read(sample);
      if (found.code.target.kind === 'function' && found.code.target.enclosing) continue;
      const texts = [...found.code.variables.map((v) => derivativeOf(found, v).text), gradientOf(found).text];
      const once = texts.map((t, k) =>
        t.replace(
          /(const|function) (\w+)/,
          (_m, kind: string, name: string) => `${kind} ${name}__${String(k)}`,
        ),
      );
      files.set(`/f${String(i)}.ts`, `${sample.source}\n${once.join('\n')}\nexport {};\n`);
    }
    expect(diagnosticsOf(files)).toEqual([]);
  });
});

function diagnosticsOf(files: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const original = host.getSourceFile.bind(host);
  host.getSourceFile = (name, target) => {
    const text = files.get(name);
    return text === undefined ? original(name, target) : ts.createSourceFile(name, text, target);
  };
  host.fileExists = (name) => files.has(name) || ts.sys.fileExists(name);
  host.readFile = (name) => files.get(name) ?? ts.sys.readFile(name);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((name) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      (d) => `${ts.flattenDiagnosticMessageText(d.messageText, ' ')}\n${files.get(name) ?? ''}`,
    );
  });
}

describe('functions without one', () => {
  test('are at least forty', () => expect(REFUSED.length).toBeGreaterThanOrEqual(40));

  test.each(REFUSED.map((s) => [s.source, s] as const))(
    '%s',
    async (_, { source, language, reason, name = 'f' }) => {
      await loadParser();
      const [from, to] = [source.indexOf('«'), source.indexOf('»') - 1];
      const text = source.replace(/[«»]/g, '');
      const file = readSource(text, language);
      const target = targetAt(file, positionOf(text, name));
      if (!target) throw new Error('no function was found');
      const result = readCode(file, target);
      if (result.ok) throw new Error('it was read');
      expect(result.message).toMatch(reason);
      expect(result.message).toMatch(/^[A-Z`].*\.$/s);
      expect(text.slice(result.from, result.to)).toBe(text.slice(from, to));
    },
  );
});

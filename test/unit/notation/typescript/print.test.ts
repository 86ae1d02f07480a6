import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../../../src/core/evaluate.js';
import { same } from '../../../../src/core/equality.js';
import {
  add,
  call,
  div,
  exp,
  mul,
  neg,
  num,
  piecewise,
  pow,
  relation,
  root,
  sqrt,
  sub,
  sym,
  TWO,
  ONE,
  type Expr,
  sum,
} from '../../../../src/core/expr.js';
import { children } from '../../../../src/core/walk.js';
import { refold } from '../../../../src/core/fold.js';
import { FUNCTIONS } from '../../../../src/core/functions/index.js';
import { Rational } from '../../../../src/core/rational.js';
import { codeForm } from '../../../../src/notation/typescript/codeForm.js';
import {
  codeText,
  loadParser,
  nameTree,
  printCode,
  TYPESCRIPT,
} from '../../../../src/notation/typescript/index.js';
import { DEFAULT_CODE_STYLE, treeOf } from '../../../../src/notation/typescript/print.js';
import { EXPANDED, SPELLINGS } from '../../../../src/notation/typescript/spellings.js';
import { stable } from '../../../../src/codegen/stable.js';
import { expression, PARAMETER, POINTS } from '../../core/arbitrary.js';

beforeAll(loadParser);

const x = sym('x');
const y = sym('y');
const half = num(Rational.HALF);
const textOf = (form: Expr): string => codeText(treeOf(form, nameTree, DEFAULT_CODE_STYLE));

describe('spelling', () => {
  test.each<[string, Expr]>([
    ['x + 1', add(x, ONE)],
    ['x - 1', sub(x, ONE)],
    ['x - 2 * y', add(x, mul(num(-2), y))],
    ['-x', neg(x)],
    ['-(x ** 2)', neg(pow(x, TWO))],
    ['-(x ** 2) * y', mul(num(-1), pow(x, TWO), y)],
    ['(-x) ** 2', pow(neg(x), TWO)],
    ['2 ** -x', pow(TWO, neg(x))],
    ['(x ** 2) ** 3', pow(pow(x, TWO), num(3))],
    ['x ** y ** 2', pow(x, pow(y, TWO))],
    ['x / (2 * y)', div(x, mul(TWO, y))],
    ['x / y / 2', div(div(x, y), TWO)],
    ['x * (y + 1)', mul(x, add(y, ONE))],
    ['0.5 * x', mul(half, x)],
    ['1 / 3', num(Rational.of(1, 3))],
    ['Math.exp(-x)', exp(neg(x))],
    ['Math.sqrt(x)', sqrt(x)],
    ['Math.cbrt(x)', root(x, num(3))],
    ['Math.sign(x) * Math.abs(x) ** (1 / 5)', root(x, num(5))],
    ['Math.sqrt(x)', pow(x, half)],
    ['1 / x ** 2', pow(x, num(-2))],
    ['Math.log(x)', call('ln', x)],
    ['1 / (1 + Math.exp(-x))', call('sigmoid', x)],
    ['x % y', call('rem', x, y)],
    ['(x + 1) % (2 * y)', call('rem', add(x, ONE), mul(TWO, y))],
    ['x > 0 ? x : -x', piecewise([{ value: x, condition: relation(['>'], [x, num(0)]) }], neg(x))],
    ['x > 0 ? x : NaN', piecewise([{ value: x, condition: relation(['>'], [x, num(0)]) }])],
    [
      '1 + (x > 0 ? x : 2)',
      add(ONE, piecewise([{ value: x, condition: relation(['>'], [x, num(0)]) }], TWO)),
    ],
    [
      '0 < x && x < 1 ? x : 2',
      piecewise([{ value: x, condition: relation(['<', '<'], [num(0), x, ONE]) }], TWO),
    ],
    ['Math.max(x, y, 1)', call('max', x, y, ONE)],
  ])('%s', (text, e) => expect(printCode(e)).toBe(text));

  test('is complete: what Math has not is spelled out, but for these', () => {
    const missing = FUNCTIONS.map((f) => f.name).filter(
      (f) => !(f in SPELLINGS) && !EXPANDED.includes(f) && f !== 'rem',
    );
    expect(missing).toEqual(
      [
        'erf',
        'erfc',
        'normcdf',
        'gamma',
        'factorial',
        'lngamma',
        'digamma',
        'trigamma',
        'beta',
        'lambertw',
        'Si',
        'Ci',
        'Ei',
        'gelu',
      ].sort((a, b) => FUNCTIONS.findIndex((f) => f.name === a) - FUNCTIONS.findIndex((f) => f.name === b)),
    );
  });

  test.each(
    FUNCTIONS.filter((f) => printCode(call(f.name, ...args(f.arity[0]))) !== null).map(
      (f) => [f.name, f] as const,
    ),
  )('gives the value of %s', (_, row) => {
    const names = args(row.arity[0]).map((s) => s.id);
    const code = running(printCode(call(row.name, ...args(row.arity[0]))) ?? '', names);
    for (const t of [0.1, 0.37, 0.83]) {
      const values = names.map((_n, i) => {
        const [lo, hi] = row.sample[i] ?? [0.2, 1];
        return lo + t * (hi - lo);
      });
      expect(code(...values)).toBeCloseTo(row.evaluate(...values), 10);
    }
  });
});

function args(n: number): ReturnType<typeof sym>[] {
  return ['u', 'v', 'w'].slice(0, n).map((name) => sym(name));
}
function running(text: string, names: readonly string[]): (...values: readonly number[]) => number {
  const { code } = transformSync(
    `globalThis.f = (${names.map((n) => n + ': number').join(', ')}): number => ${text};`,
    { loader: 'ts', target: 'es2022' },
  );
  const scope: { f?: (...values: readonly number[]) => number } = {};
  runInNewContext(code, { globalThis: scope, Math, Array, NaN, Infinity });
  return scope.f ?? (() => NaN);
}

const close = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= 1e-8 * Math.max(1e-3, Math.abs(a), Math.abs(b));

describe('random expressions', () => {
  const property = (check: (e: Expr) => void): void =>
    fc.assert(fc.property(expression, check), { seed: 80, numRuns: 400 });
  const agree = (e: Expr, text: string): void => {
    const [f, g] = [compile(e, ['x', 'a']), running(text, ['x', 'a'])];
    for (const p of POINTS) {
      const value = f(p, PARAMETER);
      if (!Number.isFinite(value) || Math.abs(value) > 1e12) continue;
      const printed = g(p, PARAMETER);
      if (close(value, printed)) continue;
      // Rounding next to a pole or a jump: an ulp of the argument tells as much.
      const near = [f(p * (1 + 1e-13), PARAMETER), f(p * (1 - 1e-13), PARAMETER)];
      expect(
        near.some((n) => !Number.isFinite(n) || Math.abs(n - value) >= Math.abs(printed - value) / 1e3),
        `${text} at ${String(p)}: ${String(printed)} for ${String(value)}`,
      ).toBe(true);
    }
  };

  test('run to the values they have', () =>
    property((e) => {
      const text = printCode(e);
      if (text !== null) agree(e, text);
    }));

  test('keep their values in stable form', () =>
    property((e) => {
      const form = codeForm(stable(e));
      if (form) agree(e, textOf(form));
    }));

  test('come back equal up to code form', () =>
    property((e) => {
      const form = codeForm(e);
      const text = printCode(e);
      if (!form || text === null) return;
      const { statements, problems } = TYPESCRIPT.parse(text);
      expect(problems, text).toEqual([]);
      const back = statements[0]?.expr;
      const [a, b] = [flattened(form), flattened(codeForm(back ?? x) ?? x)];
      expect(same(a, b), `${text}\n${printCode(a) ?? ''}\n${printCode(b) ?? ''}`).toBe(true);
    }));
});

/** Nested sums and products flattened, numbers multiplied: brackets that code does not tell apart. */
function flattened(e: Expr): Expr {
  const parts = children(e).map(flattened);
  if (e.kind === 'add') return sum(parts.flatMap((t) => (t.kind === 'add' ? t.terms : [t])));
  return parts.length === 0 ? e : refold(e, parts);
}

describe('stable forms', () => {
  const at = (e: Expr, value: number): number =>
    running(textOf(codeForm(stable(e)) ?? x), ['x', 'y'])(value, 1);
  const E = exp(x);
  test.each<[string, Expr, number, number]>([
    ['σ′ far to the left', div(exp(neg(x)), pow(add(ONE, exp(neg(x))), TWO)), -800, 0],
    ['σ′ far to the right', div(exp(neg(x)), pow(add(ONE, exp(neg(x))), TWO)), 800, 0],
    ['e^x/(1 + e^x)', div(E, add(ONE, E)), 800, 1],
    ['softplus', call('ln', add(ONE, E)), 800, 800],
    ['log-sum-exp', call('ln', add(E, exp(y))), 900, 900],
    ['a share of exponentials', div(E, add(E, exp(y))), 900, 1],
    ['ln(1 + x)', call('ln', add(ONE, x)), 1e-18, 1e-18],
    ['e^x − 1', sub(E, ONE), 1e-18, 1e-18],
    ['1 − e^x', sub(ONE, E), 1e-18, -1e-18],
    ['1 − cos x', sub(ONE, call('cos', x)), 1e-9, 5e-19],
    ['1 − tanh² x', sub(ONE, pow(call('tanh', x), TWO)), 20, 4 * Math.exp(-40)],
    ['1 − σ(x)', sub(ONE, call('sigmoid', x)), 40, Math.exp(-40)],
  ])('%s', (_, e, point, value) => expect(at(e, point) / (value || 1)).toBeCloseTo(value === 0 ? 0 : 1, 9));
});

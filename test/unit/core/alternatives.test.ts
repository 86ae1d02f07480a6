import { describe, expect, test } from 'vitest';
import { checkDerivation } from '../../../src/core/checkDerivation.js';
import { alternatives } from '../../../src/core/alternatives.js';
import { UNLIMITED, type Question } from '../../../src/core/derivation.js';
import { derive } from '../../../src/core/derive.js';
import { compile } from '../../../src/core/evaluate.js';
import { add, equation, num, ONE, sym, tuple, type Expr } from '../../../src/core/expr.js';
import { openBody } from '../../../src/core/walk.js';
import { read } from '../../../src/core/ruleText.js';
import { tidyInSteps } from '../../../src/core/tidy/index.js';
import { verify } from '../../../src/core/verify.js';
import { show } from './show.js';

const X = sym('x');
const ask = (body: Expr, more: Partial<Question> = {}): Question => ({
  body,
  target: X,
  order: ONE,
  partial: false,
  definitions: new Map(),
  dependent: new Set(),
  ...more,
});
const tidying = (question: Expr) => (e: Expr, budget: typeof UNLIMITED) =>
  tidyInSteps(e, budget, { question, target: X });

describe('other methods', () => {
  const CASES: readonly [body: string, method: string][] = [
    ['(x^2 - 1)/(x - 1)', 'simplify-first'],
    ['x^3/x', 'simplify-first'],
    ['sin(x)^2 + cos(x)^2', 'simplify-first'],
    ['(x^2 + 1)*(x - 2)', 'expand-first'],
    ['(x + 1)^2', 'expand-first'],
    ['x^2*sin(x)^3*exp(x)', 'logarithmic'],
    ['x^2', 'definition'],
    ['sqrt(x)', 'definition'],
    ['1/x', 'definition'],
    ['sin(x)', 'definition'],
  ];
  test.each(CASES)('%s: %s, and it agrees', (text, method) => {
    const body = read(text);
    const found = alternatives(ask(body), tidying(body), UNLIMITED);
    const chosen = found.find((a) => a.name === method);
    expect(found.map((a) => a.name)).toContain(method);
    expect(verify(body, X, chosen?.result ?? X).verdict).toBe('agrees');
  });

  test('the lines of a definition are equal for every h', () => {
    const h = sym('h');
    for (const text of ['x^2', 'x^3', '1/x', 'sqrt(x)', 'exp(x)', 'ln(x)', 'sin(x)', 'cos(x)']) {
      const root = alternatives(ask(read(text)), tidying(read(text)), UNLIMITED).find(
        (a) => a.name === 'definition',
      )?.stages[0]?.root;
      const lines = [root?.after, ...(root?.substeps.map((s) => s.after) ?? [])].flatMap((e) =>
        e?.kind === 'binder' ? [openBody(e, h).body] : [],
      );
      expect(lines.length).toBeGreaterThan(1);
      const values = lines.map((line) => compile(line, ['x', 'h'])(1.3, 0.01));
      for (const v of values) expect(v).toBeCloseTo(values[0] as number, 10);
      // And the last of them is near the result, since h is small.
      expect(Math.abs((values[0] as number) - compile(root?.result as Expr, ['x'])(1.3))).toBeLessThan(0.1);
    }
  });

  test('the other common form', () => {
    const form = (text: string): string => {
      const d = derive(ask(read(text)), tidying(read(text)), UNLIMITED);
      const also = 'stages' in d ? d.stages[0]?.also : null;
      return also ? show(also) : '';
    };
    expect(form('sin(x)^2')).toBe('sin((2·x))');
    expect(form('tan(x)')).toBe('(tan(x)^2 + 1)');
  });
});

describe('from an equation', () => {
  const CASES: readonly [left: string, right: string, answer: string][] = [
    ['x^2 + y^2', '1', '(-1·(x/y))'],
    ['x*y', '1', '(-1·(y/x))'],
    ['y^3', 'x', '(1/(3·y^2))'],
  ];
  test.each(CASES)('%s = %s', (left, right, answer) => {
    const eq = equation(read(left), read(right));
    const d = derive(ask(sym('y'), { equation: eq }), tidying(eq), UNLIMITED);
    if (!('result' in d)) throw new Error(d.message);
    expect(show(d.result)).toBe(answer);
  });

  test('the second derivative of a circle', () => {
    const eq = equation(read('x^2 + y^2'), read('1'));
    const d = derive(ask(sym('y'), { equation: eq, order: num(2) }), tidying(eq), UNLIMITED);
    if (!('result' in d)) throw new Error(d.message);
    // On the circle y″ = −1/y³.
    expect(compile(d.result, ['x', 'y'])(0.6, 0.8)).toBeCloseTo(-1 / 0.8 ** 3, 10);
  });
});

describe('by several variables', () => {
  const targets = tuple([sym('x'), sym('y')]);
  const result = (text: string, order = 1): Expr => {
    const d = derive(
      ask(read(text), { target: targets, order: num(order), partial: true }),
      tidying(read(text)),
      UNLIMITED,
    );
    if (!('result' in d)) throw new Error(d.message);
    return d.result;
  };
  test('gradient', () => {
    expect(show(result('x^2*y'))).toBe('[(2·x·y), x^2]');
  });
  test('Hessian', () => {
    const h = result('x^2*y', 2);
    expect(h.kind === 'matrix' && h.rows.map((r) => r.map(show))).toEqual([
      ['(2·y)', '(2·x)'],
      ['(2·x)', '0'],
    ]);
  });
  test('Jacobian', () => {
    const body = tuple([read('x*y'), read('sin(x)')]);
    const d = derive(ask(body, { target: targets, partial: true }), tidying(body), UNLIMITED);
    expect('result' in d && d.result.kind === 'matrix' && d.result.rows.map((r) => r.map(show))).toEqual([
      ['y', 'x'],
      ['cos(x)', '0'],
    ]);
  });
});

describe('boundaries of pieces', () => {
  const at = (text: string): readonly (readonly [boolean | null, boolean | null])[] => {
    const d = derive(ask(read(text)), tidying(read(text)), UNLIMITED);
    return 'boundaries' in d
      ? (d.boundaries ?? []).map((b) => [b.continuous, b.differentiable] as const)
      : [];
  };
  test.each<[string, (readonly [boolean, boolean])[]]>([
    ['piecewise(x, x > 0, 0, x <= 0)', [[true, false]]],
    ['piecewise(x^2, x > 0, 0, x <= 0)', [[true, true]]],
    ['piecewise(1, x > 0, 0, x <= 0)', [[false, false]]],
    ['piecewise(x, x > 0, a*x, x <= 0)', [[true, false]]],
    [
      'piecewise(-1, x < -1, x, x < 1, 1)',
      [
        [true, false],
        [true, false],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(at(text)).toEqual(expected);
  });
});

describe('the check of a whole derivation', () => {
  const circle = equation(read('x^2 + y^2'), read('1'));
  const QUESTIONS: readonly [name: string, question: Question][] = [
    ['a third derivative', ask(read('x*exp(x)'), { order: num(3) })],
    ['order n', ask(read('sin(2*x)'), { order: sym('n') })],
    ['an equation', ask(sym('y'), { equation: circle })],
    ['an equation twice', ask(sym('y'), { equation: circle, order: num(2) })],
    ['a gradient', ask(read('x^2*y + a*x'), { target: tuple([sym('x'), sym('y')]), partial: true })],
    [
      'a Hessian',
      ask(read('x^2*y^3'), { target: tuple([sym('x'), sym('y')]), order: num(2), partial: true }),
    ],
  ];
  test.each(QUESTIONS)('%s agrees, and a wrong result does not', (_, question) => {
    const d = derive(question, tidying(question.body), UNLIMITED);
    if (!('result' in d)) throw new Error(d.message);
    expect(checkDerivation(d).verdict).toBe('agrees');
    const last = d.stages[d.stages.length - 1];
    if (!last) throw new Error('no stage');
    const wrong = (e: Expr): Expr => add(e, read('x/3'));
    const spoilt = {
      ...last,
      result: wrong(last.result),
      root: { ...last.root, substeps: last.root.substeps.map((s) => ({ ...s, result: wrong(s.result) })) },
    };
    const bad = { ...d, result: spoilt.result, stages: [...d.stages.slice(0, -1), spoilt] };
    expect(checkDerivation(bad).verdict).toBe('contradicts');
  });
});

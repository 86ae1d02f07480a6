import { describe, expect, test } from 'vitest';
import { UNLIMITED } from '../../../src/core/derivation.js';
import { deriveOnce } from '../../../src/core/derive.js';
import { compile } from '../../../src/core/evaluate.js';
import { num, ONE, sym, type Expr } from '../../../src/core/expr.js';
import { fill } from '../../../src/core/fold.js';
import { read } from '../../../src/core/ruleText.js';
import { RULES } from '../../../src/core/rules/index.js';
import { verify } from '../../../src/core/verify.js';

/** What a letter of a rule stands for in its test, by its guard. */
const VARYING: Record<string, string> = { u: 'x^2 + 1', v: 'exp(x)', f: 'x^3', x: 'x' };
const FREE: Record<string, string> = { c: '7/3', n: '3', a: '5/2' };

/** The rule's two sides with letters filled in; D becomes a derivative taken by the whole engine. */
function instance(side: Expr, where: Readonly<Record<string, string>>): Expr {
  return fill(side, (e) => {
    if (e.kind !== 'sym' || e.id === 'x') return null;
    const text =
      where[e.id] === 'varies' ? VARYING[e.id] : where[e.id] ? FREE[e.id] : (VARYING[e.id] ?? FREE[e.id]);
    return text === undefined ? null : read(text);
  });
}

function taken(side: Expr): Expr {
  return fill(side, (e) => {
    if (e.kind !== 'diff') return null;
    const step = deriveOnce(
      {
        body: e.body,
        target: sym('x'),
        order: ONE,
        partial: false,
        definitions: new Map(),
        dependent: new Set(),
      },
      UNLIMITED,
    );
    return step?.result ?? null;
  });
}

/** Rules whose formula is a scheme (f, Df) or says no more than D(u) = D(u). */
const SCHEMES = new Set([
  'chain',
  'table',
  'several-arguments',
  'unknown',
  'definition',
  'inner-derivative',
  'entries',
  'series',
  'leibniz-integral',
]);

describe('every rule from its own two sides', () => {
  for (const rule of RULES.filter((r) => !SCHEMES.has(r.name))) {
    test(rule.name, () => {
      if (rule.lhs.kind !== 'diff') throw new Error(`${rule.name}: the left side is no derivative`);
      const body = instance(rule.lhs.body, rule.where);
      const right = taken(instance(rule.rhs, rule.where));
      const check = verify(body, sym('x'), right);
      expect(check, JSON.stringify(check)).toMatchObject({ verdict: 'agrees' });
    });
  }
});

describe('rules told apart by examples', () => {
  const CASES: readonly [expression: string, rule: string][] = [
    ['7', 'constant'],
    ['x', 'identity'],
    ['x^2 + x', 'sum'],
    ['3*x^2', 'constant-multiple'],
    ['x*sin(x)', 'product'],
    ['x^2/5', 'constant-multiple'],
    ['1/x', 'reciprocal'],
    ['x/(x + 1)', 'quotient'],
    ['x^5', 'power'],
    ['2^x', 'exponential'],
    ['x^x', 'general-power'],
    ['sqrt(x)', 'square-root'],
    ['root(x, 3)', 'nth-root'],
    ['root(x, n)', 'root-as-power'],
    ['sin(x)', 'table'],
    ['sin(x^2)', 'chain'],
    ['sqrt(1 + x)', 'chain'],
    ['exp(-x)', 'chain'],
    ['max(0, x)', 'extremum'],
    ['log(2, x)', 'table'],
    ['log(x, x + 1)', 'change-of-base'],
    ['atan2(x, x^2)', 'several-arguments'],
    ['piecewise(x, x > 0, 0, x <= 0)', 'piecewise'],
  ];
  test.each(CASES)('%s by the %s rule', (text, rule) => {
    const step = deriveOnce(
      {
        body: read(text),
        target: sym('x'),
        order: num(1),
        partial: false,
        definitions: new Map(),
        dependent: new Set(),
      },
      UNLIMITED,
    );
    expect(step?.rule).toBe(rule);
  });
});

test('a chain names its substitution and both derivatives', () => {
  const step = deriveOnce(
    {
      body: read('sin(x^2)'),
      target: sym('x'),
      order: ONE,
      partial: false,
      definitions: new Map(),
      dependent: new Set(),
    },
    UNLIMITED,
  );
  expect(step?.substitution?.name.id).toBe('u');
  expect(step?.substeps.map((s) => s.rule)).toEqual(['table', 'power']);
  expect(compile(step?.result as Expr, ['x'])(2)).toBeCloseTo(4 * Math.cos(4), 12);
});

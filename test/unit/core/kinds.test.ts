import { describe, expect, test } from 'vitest';
import { same, sameHead } from '../../../src/core/equality.js';
import {
  add,
  apply,
  at,
  bound,
  call,
  component,
  delta,
  diff,
  div,
  logic,
  matmul,
  matrix,
  mul,
  num,
  PI,
  E,
  piecewise,
  plusminus,
  pow,
  relation,
  root,
  sum,
  sym,
  TWO,
  tuple,
  type Expr,
  type Kind,
} from '../../../src/core/expr.js';
import { KINDS } from '../../../src/core/kinds/index.js';
import { match } from '../../../src/core/pattern.js';
import { read } from '../../../src/core/ruleText.js';
import { shapeOf } from '../../../src/core/shape.js';
import { binder, children, mapChildren, withChildren } from '../../../src/core/walk.js';

const [x, y, i, f] = [sym('x'), sym('y'), sym('i'), sym('f')];
const sumTo = (n: Expr): Expr => binder('sum', i, { lower: num(1), upper: n }, pow(x, i));
const cases = (...conditions: Expr[]): Expr =>
  piecewise(
    conditions.map((condition) => ({ value: x, condition })),
    y,
  );

/** Of each kind a node, and others of the kind that differ from it in one thing besides equal children. */
const SAMPLES: { readonly [K in Kind]: readonly [Expr, ...Expr[]] } = {
  num: [num(2), num(3), num(-2)],
  const: [PI, E],
  sym: [x, y, sym('x', ['hat']), sym('x', [], '1')],
  add: [add(x, y), add(x, x)],
  mul: [mul(x, y), mul(x, x)],
  div: [div(x, y), div(y, x)],
  pow: [pow(x, y), pow(y, x)],
  root: [root(x, y), root(y, x)],
  call: [call('sin', x), call('cos', x), call('sin', y)],
  apply: [apply(f, [x]), apply(f, [x], [1]), apply(f, [x], [i]), apply(sym('g'), [x]), apply(f, [x, y])],
  diff: [diff(y, x), diff(y, x, TWO), diff(y, x, num(1), true)],
  piecewise: [
    cases(relation(['<'], [x, y])),
    cases(relation(['>'], [x, y])),
    piecewise([{ value: x, condition: y }]),
  ],
  relation: [relation(['<'], [x, y]), relation(['>'], [x, y]), relation(['<', '<'], [x, y, x])],
  logic: [logic('and', x, y), logic('or', x, y)],
  at: [at(y, x, TWO), at(y, x, num(3)), at(y, i, TWO)],
  bound: [bound(0), bound(1)],
  binder: [
    sumTo(y),
    sumTo(TWO),
    binder('product', i, { lower: num(1), upper: y }, pow(x, i)),
    binder('sum', i, { lower: num(1) }, pow(x, i)),
  ],
  plusminus: [plusminus(x, y), plusminus(y, x)],
  component: [component(x, [i]), component(x, [i, i]), component(y, [i])],
  delta: [delta(i, x), delta(x, i)],
  tuple: [tuple([x, y]), tuple([y, x]), tuple([x])],
  matmul: [matmul([x, y]), matmul([y, x]), matmul([x, y, x])],
  // Rows of other lengths with the same entries are another matrix.
  matrix: [matrix([[x], [y, x]]), matrix([[x, y], [x]]), matrix([[x, y, x]])],
};
const NODES = Object.values(SAMPLES).flat();

describe('every kind of node', () => {
  test.each(Object.entries(SAMPLES))('%s: differs from others of its kind', (kind, nodes) => {
    for (const [k, e] of nodes.entries()) {
      expect(e.kind).toBe(kind);
      for (const other of nodes.slice(k + 1)) expect(same(e, other)).toBe(false);
    }
  });
  test.each(Object.entries(SAMPLES))('%s: is equal to itself over its own children', (_, nodes) => {
    for (const e of nodes) {
      const copy = withChildren(e, children(e));
      expect([copy.hash, same(copy, e), sameHead(copy, e)]).toEqual([e.hash, true, true]);
      expect(children(copy)).toEqual(children(e));
    }
  });
  test('takes other children where it has any', () => {
    const z = sym('z');
    for (const e of NODES) {
      const [first, ...others] = children(e);
      if (first) expect(children(withChildren(e, [z, ...others]))[0]).toBe(z);
      else expect(mapChildren(e, () => z)).toBe(e);
    }
  });
  test('says when children are missing', () => {
    expect(() => withChildren(div(x, y), [x])).toThrow('too few children');
  });
  test('tells heads apart that equal hashes and children hide', () => {
    const [a, b] = SAMPLES.matrix as readonly [Expr, Expr];
    expect([a.hash === b.hash, children(a).every((c, k) => c === children(b)[k])]).toEqual([true, true]);
    expect(same(a, b)).toBe(false);
  });
  test('is of the order of its children only where that is part of equality', () => {
    const turned = NODES.filter((e) => {
      const [a, b, ...more] = children(e);
      return a && b && !same(a, b) && same(e, withChildren(e, [b, a, ...more]));
    });
    expect([...new Set(turned.map((e) => e.kind))]).toEqual(['add', 'mul']);
    expect(Object.keys(KINDS).filter((k) => KINDS[k as Kind].commutative)).toEqual(['add', 'mul']);
  });
});

describe('patterns', () => {
  const cases: readonly [pattern: string, tree: string, matches: boolean][] = [
    ['u < v', 'x < 1', true],
    ['u < v', 'x > 1', false],
    ['sin(u)', 'cos(x)', false],
    ['u^2', 'x^2', true],
    ['u^2', 'x^3', false],
  ];
  test.each(cases)('%s and %s: %s', (pattern, tree, matches) => {
    expect(match(read(pattern), read(tree)) !== null).toBe(matches);
  });
});

describe('shapes', () => {
  const v = tuple([x, y]);
  const cases: readonly [what: string, e: Expr, shape: readonly number[] | null][] = [
    ['a name', x, null],
    ['numbers together', div(add(x, TWO), mul(x, y)), null],
    ['a list of entries', v, [2]],
    ['a matrix', matrix([[x, y, x], [y, x, y]]), [2, 3]], // prettier-ignore
    ['a sum of lists', sum([v, v]), [2]],
    ['a multiple', mul(TWO, v), [2]],
    ['a fraction of one', div(v, TWO), [2]],
    ['pieces', piecewise([{ value: v, condition: relation(['<'], [x, y]) }]), [2]],
    ['a sum over an index', binder('sum', i, { lower: num(1), upper: TWO }, mul(i, v)), [2]],
    ['an entry', component(v, [i]), null],
    ['a function value', call('sin', v), null],
  ];
  test.each(cases)('%s', (_, e, shape) => {
    expect(shapeOf(e)).toEqual(shape);
  });
});

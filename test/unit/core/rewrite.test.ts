/** Rewriting a tree from either end. */
import { describe, expect, it } from 'vitest';
import { same } from '../../../src/core/equality.js';
import { add, call, mul, num, pow, sym, TWO, type Expr } from '../../../src/core/expr.js';
import { bottomUp, replaceAll, topDown } from '../../../src/core/rewrite.js';

const [x, y, z] = [sym('x'), sym('y'), sym('z')];
const sin = (e: Expr): Expr => call('sin', e);

/** sin(sin(…)) of a sum of the one below with itself: 2ⁿ places, n distinct nodes of each kind. */
function doubled(levels: number): Expr {
  let e: Expr = x;
  for (let i = 0; i < levels; i++) e = sin(add(e, e));
  return e;
}

/** Adds 1 to the name of a chain: x to y, y to z. */
const next = (e: Expr): Expr => (e.kind !== 'sym' ? e : same(e, x) ? y : same(e, y) ? z : e);

describe('bottomUp', () => {
  it.each<[string, (e: Expr) => Expr, Expr, Expr]>([
    ['leaves', next, mul(x, sin(y)), mul(y, sin(z))],
    [
      'a node over children that are done',
      (e) => (e.kind === 'call' && same(e.args[0] ?? e, y) ? z : next(e)),
      sin(x),
      z,
    ],
    ['what it makes is not looked into', (e) => (same(e, x) ? sin(x) : e), pow(x, TWO), pow(sin(x), TWO)],
  ])('%s', (_, f, before, after) => {
    expect(same(bottomUp(f)(before), after)).toBe(true);
  });
});

describe('topDown', () => {
  it.each<[string, Parameters<typeof topDown>[0], Expr, Expr]>([
    ['where null, the children', (e) => (same(e, x) ? y : null), mul(z, sin(x)), mul(z, sin(y))],
    [
      'inside what is replaced nothing happens',
      (e) => (same(e, x) ? y : e.kind === 'call' ? e : null),
      add(x, sin(x)),
      add(y, sin(x)),
    ],
    [
      'parts that are kept are walked on request',
      (e, go) => (same(e, x) ? y : e.kind === 'call' ? go(e.args[0] ?? e) : null),
      add(z, sin(sin(x))),
      add(z, y),
    ],
  ])('%s', (_, f, before, after) => {
    expect(same(topDown(f)(before), after)).toBe(true);
  });
});

describe('every walk', () => {
  it.each<[string, (seen: (e: Expr) => void) => (e: Expr) => Expr]>([
    ['bottomUp', (seen) => bottomUp((e) => (seen(e), e))],
    ['topDown', (seen) => topDown((e) => (seen(e), null))],
  ])('%s does each node once, and keeps a tree in which nothing changes', (_, walk) => {
    const tree = doubled(40);
    let visits = 0;
    const go = walk(() => visits++);
    expect(go(tree)).toBe(tree);
    expect(visits).toBe(81);
  });
});

it.each<[string, Expr, Expr, Expr, Expr]>([
  ['a name', add(x, sin(x)), x, y, add(y, sin(y))],
  ['a part', mul(num(3), sin(pow(x, TWO))), pow(x, TWO), y, mul(num(3), sin(y))],
  ['what stands nowhere', sin(x), sin(y), z, sin(x)],
])('replaceAll: %s', (_, e, what, by, after) => {
  expect(same(replaceAll(e, what, by), after)).toBe(true);
});

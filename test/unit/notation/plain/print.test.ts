import * as mathjs from 'mathjs';
import { describe, expect, it } from 'vitest';
import {
  add,
  apply,
  at,
  call,
  component,
  constant,
  delta,
  diff,
  div,
  exp,
  matrix,
  mul,
  neg,
  num,
  piecewise,
  pow,
  relation,
  root,
  sub,
  sym,
  tuple,
  type Expr,
} from '../../../../src/core/expr.js';
import { binder } from '../../../../src/core/walk.js';
import { FUNCTIONS } from '../../../../src/core/functions/index.js';
import { Rational } from '../../../../src/core/rational.js';
import { EXPANDED } from '../../../../src/notation/plain/expansions.js';
import { printPlain } from '../../../../src/notation/plain/print.js';
import { SPELLINGS } from '../../../../src/notation/plain/spellings.js';

const x = sym('x');
const y = sym('y');
const half = num(Rational.HALF);
const byText = (rows: readonly (readonly [Expr, string])[]): [string, Expr][] =>
  rows.map(([e, text]) => [text, e]);

describe('plain text', () => {
  it.each(
    byText([
      [sub(mul(num(3), pow(x, num(2))), num(1)), '3*x^2 - 1'],
      [mul(x, div(y, num(2))), 'x*(y/2)'],
      [mul(div(x, y), num(2)), 'x/y*2'],
      [div(x, mul(num(2), y)), 'x/(2*y)'],
      [div(div(x, y), num(2)), 'x/y/2'],
      [mul(x, num(-2)), 'x*(-2)'],
      [neg(add(x, y)), '-(x + y)'],
      [sub(x, add(x, y)), 'x - (x + y)'],
      [neg(div(x, y)), '-x/y'],
      [pow(neg(x), num(2)), '(-x)^2'],
      [neg(pow(x, num(2))), '-x^2'],
      [pow(x, num(-2)), 'x^(-2)'],
      [pow(pow(x, y), num(2)), '(x^y)^2'],
      [pow(x, pow(y, num(2))), 'x^y^2'],
      [pow(num(-2), x), '(-2)^x'],
      [pow(half, x), '(1/2)^x'],
      [pow(x, half), 'x^(1/2)'],
      [mul(half, x), '1/2*x'],
      [num(Rational.of(-1, 3)), '-1/3'],
      [root(x), 'sqrt(x)'],
      [root(x, num(3)), 'cbrt(x)'],
      [root(add(x, y), num(5)), 'nthRoot(x + y, 5)'],
      [exp(neg(x)), 'exp(-x)'],
      [call('ln', x), 'log(x)'],
      [call('log', x, num(3)), 'log(x, 3)'],
      [call('sigmoid', x), '1/(1 + exp(-x))'],
      [call('erfc', x), '1 - erf(x)'],
      [mul(num(2), call('erfc', x)), '2*(1 - erf(x))'],
      [call('relu', x), 'max(0, x)'],
      [call('leakyrelu', x), '(x > 0 ? x : 1/100*x)'],
      [piecewise([{ value: x, condition: relation(['>'], [x, num(0)]) }]), '(x > 0 ? x : NaN)'],
      [at(pow(x, num(2)), x, num(3)), '3^2'],
      [delta(sym('i'), sym('k')), '(i == k ? 1 : 0)'],
      [component(sym('z'), [sym('k')]), 'z_k'],
      [component(sym('a'), [num(1), num(2)]), 'a_12'],
      [tuple([x, y]), '[x, y]'],
      [
        matrix([
          [x, num(1)],
          [num(0), y],
        ]),
        '[[x, 1], [0, y]]',
      ],
      [sym('y', ['hat']), 'yhat'],
      [apply(sym('f'), [x]), 'f(x)'],
      [relation(['='], [y, x]), 'y = x'],
      [mul(sym('e'), constant('e')), 'e*exp(1)'],
    ]),
  )('%s', (text, e) => {
    expect(printPlain(e)).toBe(text);
  });

  it.each<[string, Expr]>([
    ['a pending derivative', diff(pow(x, num(2)), x)],
    ['an unknown derivative', apply(sym('f'), [x], [1])],
    ['a sum over an index', binder('sum', sym('i'), {}, component(x, [sym('i')]))],
    ['digamma', call('digamma', x)],
    ['the imaginary unit', constant('i')],
    ['a name of mathjs’s grammar', sym('in')],
    ['an index that is more than a name', component(x, [add(sym('k'), num(1))])],
    ['two names spelled alike', add(sym('w'), sym('w', ['bold']))],
    ['arrows', relation(['->'], [x, y])],
  ])('%s has none', (_, e) => {
    expect(printPlain(e)).toBeNull();
  });

  it('has a spelling for every function that mathjs can compute', () => {
    const missing = FUNCTIONS.map((row) => row.name).filter(
      (f) => !(f in SPELLINGS) && !EXPANDED.includes(f),
    );
    expect(missing).toEqual(['digamma', 'trigamma', 'lambertw', 'Si', 'Ci', 'Ei']);
  });

  it('has every function’s own value in mathjs', () => {
    for (const row of FUNCTIONS) {
      const names = ['u', 'v', 'w'].slice(0, Math.max(row.params.length, row.arity[0]));
      const text = printPlain(call(row.name, ...names.map((n) => sym(n))));
      if (text === null) continue;
      for (const t of [0.1, 0.37, 0.5, 0.83]) {
        const args = names.map((_, i) => {
          const [low, high] = row.sample[i] ?? [0, 1];
          return low + t * (high - low);
        });
        const scope = Object.fromEntries(names.map((n, i) => [n, args[i]]));
        expect(mathjs.evaluate(text, scope), `${text} at ${args.join()}`).toBeCloseTo(
          row.evaluate(...args),
          10,
        );
      }
    }
  });

  it.each([
    'mod', 'to', 'in', 'and', 'xor', 'or', 'not', 'end', 'true', 'false', 'null', 'undefined', 'NaN', 'Infinity',
  ])('has no form for a letter that is named %s, which mathjs takes for something else', (word) => {
    expect(printPlain(add(sym(word), x))).toBeNull();
    expect(printPlain(add(sym(`${word}s`), x))).not.toBeNull();
  }); // prettier-ignore
  it('is null beyond its limit, at once', () => {
    let e: Expr = add(x, num(1));
    for (let i = 0; i < 200; i++) e = mul(e, e);
    expect(printPlain(e)).toBeNull();
    let nested: Expr = x;
    for (let i = 0; i < 60; i++) nested = call('mish', nested);
    expect(printPlain(nested)).toBeNull();
  });

  it('is written for chains of thousands', () => {
    let e: Expr = x;
    for (let i = 0; i < 5000; i++) e = call('sin', e);
    expect(printPlain(e)).toHaveLength(5 * 5000 + 1);
  });
});

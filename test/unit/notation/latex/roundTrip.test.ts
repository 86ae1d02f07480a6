import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { same } from '../../../../src/core/equality.js';
import {
  add,
  apply,
  at,
  call,
  component,
  delta,
  diff,
  div,
  exp,
  logic,
  matrix,
  mul,
  neg,
  num,
  piecewise,
  plusminus,
  pow,
  relation,
  root,
  sub,
  sym,
  TWO,
  tuple,
  type Expr,
} from '../../../../src/core/expr.js';
import { binder, mapChildren } from '../../../../src/core/walk.js';
import { NOTATIONS } from '../../../../src/notation/index.js';
import { parse } from '../../../../src/notation/latex/parse.js';
import { printLatex } from '../../../../src/notation/latex/print.js';
import { recallLetters } from '../../../../src/notation/latex/printedLetters.js';
import { DEFAULT_STYLE, NO_CONTEXT, type Style } from '../../../../src/notation/notation.js';
import { parsePlain } from '../../../../src/notation/plain/parse.js';
import { expressions, signForm } from '../plain/expressions.js';

/** The normal form of spellings, besides that of signs: log₂ u is log(u, 2), log_e is ln, decimals are quotients. */
function spellingForm(e: Expr): Expr {
  const inner = mapChildren(e, spellingForm);
  if (inner.kind === 'num') return num(inner.value);
  if (inner.kind !== 'call') return inner;
  const [u, base] = inner.args;
  if (inner.fn === 'log2' && u) return call('log', u, TWO);
  if (inner.fn === 'log10' && u) return call('log', u, num(10));
  return inner.fn === 'log' && u && base?.kind === 'const' && base.name === 'e' ? call('ln', u) : inner;
}
const normal = (e: Expr): Expr => signForm(spellingForm(recallLetters(e)));

/** The one expression that the printed LaTeX says; undefined where it is read with a problem or as something else. */
function readBack(e: Expr, style: Style = DEFAULT_STYLE): Expr | undefined {
  const { statements, problems } = parse(printLatex(e, style), NO_CONTEXT);
  return problems.length === 0 && statements.length === 1 ? statements[0]?.expr : undefined;
}
function comesBack(e: Expr, style?: Style): boolean {
  const back = readBack(e, style);
  return back !== undefined && same(normal(back), normal(e));
}

const STYLES: readonly (readonly [string, Partial<Style>])[] = [
  ['the usual style', {}],
  ['log for ln', { log: 'log' }],
  ['\\exp', { exponential: 'function' }],
  ['dots', { product: 'cdot' }],
  ['superscript inverses', { inverse: 'superscript' }],
  ['brackets', { argument: 'brackets' }],
  ['decimals', { numbers: 'decimals' }],
  ['slashes', { fractions: 'slash' }],
];

describe('what is printed is read back', () => {
  it.each(STYLES)('in %s, for any expression', (_, style) => {
    fc.assert(
      fc.property(expressions({ spelledOut: true }), (e) => {
        expect(
          comesBack(e, { ...DEFAULT_STYLE, ...style }),
          printLatex(e, { ...DEFAULT_STYLE, ...style }),
        ).toBe(true);
      }),
      { seed: 60, numRuns: 250 },
    );
  });

  const [x, y, n, k, i, f, g] = [sym('x'), sym('y'), sym('n'), sym('k'), sym('i'), sym('f'), sym('g')];
  const [z, h] = [sym('z'), sym('h')];
  const yi = component(y, [i]);
  it.each(
    [
      diff(neg(x), x),
      mul(exp(neg(x)), diff(neg(x), x)),
      add(mul(num(3), diff(pow(x, num(2)), x)), num(1)),
      mul(diff(z, g), diff(g, x)),
      diff(sym('L'), sym('y', ['hat']), num(2), true),
      diff(component(z, [i]), component(z, [k]), num(1), true),
      diff(diff(sym('L'), y, num(1), true), x, num(1), true),
      diff(pow(x, n), x, n),
      diff(pow(x, num(2)), sym('·')),
      apply(f, [apply(g, [x])], [1]),
      apply(f, [x], [n]),
      apply(f, [x], [4]),
      apply(f, [], [1]),
      add(mul(apply(f, [], [1]), g), mul(f, apply(g, [], [1]))),
      pow(apply(f, [], [1]), num(2)),
      piecewise([
        { value: x, condition: relation(['>'], [x, num(0)]) },
        {
          value: neg(x),
          condition: logic('and', relation(['<='], [x, num(0)]), relation(['!='], [y, num(0)])),
        },
      ]),
      at(diff(f, x), x, num(0)),
      at(add(x, num(1)), x, num(0)),
      binder('sum', i, { lower: num(1), upper: n }, pow(component(x, [i]), num(2))),
      binder('sum', i, { condition: relation(['!='], [i, k]) }, yi),
      mul(binder('sum', i, { lower: num(1), upper: n }, yi), x),
      neg(binder('sum', i, {}, mul(yi, call('ln', yi)))),
      binder('sum', sym('j'), {}, binder('sum', i, {}, mul(component(x, [i]), component(y, [sym('j')])))),
      binder('product', i, { lower: num(1), upper: n }, add(x, i)),
      binder('limit', h, { lower: num(0) }, div(call('sin', h), h)),
      binder('limit', h, { lower: num(0), condition: relation(['>'], [h, num(0)]) }, h),
      binder('integral', x, { lower: num(0), upper: num(1) }, add(pow(x, num(2)), num(1))),
      sym('y', [], 'pred'),
      sym('y', ['hat'], 'true'),
      sym('w', ['bold']),
      sym('y', ['bold', 'hat']),
      sym('loss', ['word']),
      pow(sym('x', ['star']), num(2)),
      component(sym('J'), [i, sym('j')]),
      component(sym('w'), [sub(k, num(1))]),
      component(sym('a'), [num(1), num(2)]),
      delta(i, k),
      delta(i, sub(k, num(1))),
      call('max', num(0), x),
      call('floor', x),
      call('ceil', div(x, num(2))),
      call('mod', x, num(2)),
      call('transpose', sym('A')),
      call('norm', sym('w', ['bold'])),
      call('lambertw', x),
      call('beta', x, y),
      call('trigamma', x),
      call('leakyrelu', x, num(2)),
      tuple([x, y]),
      matrix([
        [x, y],
        [num(1), num(2)],
      ]),
      plusminus(x),
      add(x, plusminus(num(1))),
      relation(['=', '<'], [x, y, num(3)]),
      mul(sym('sigma'), add(x, num(1))),
      mul(sym('T'), x, add(y, num(1))),
      mul(y, add(x, num(1))),
      mul(component(y, [k]), sub(num(1), component(y, [k]))),
      mul(pow(f, num(2)), add(x, num(1))),
      mul(sym('p'), sub(num(1), sym('p'))),
      mul(sym('T'), neg(x)),
      mul(sym('d'), x),
      pow(root(x), num(3)),
      mul(call('sigmoid', x), sym('sigma')),
    ].map((e): [string, Expr] => [printLatex(e), e]),
  )('%s', (_, e) => {
    expect(comesBack(e)).toBe(true);
  });

  it.each([
    // A minus, a bracket or a dot lost would make each of these another expression.
    ['x*(-1)*(-y)'],
    ['-(-x)'],
    ['a - (b - (c - d))'],
    ['(a^b)^c*(-a)^b'],
    ['1/(a/(b/c))'],
    ['sin(x)*(y + 1)*cos(x)^2*3'],
    ['(sin(x))^(-1) + sin(x^(-1))'],
    ['exp(-(x - y)^2/(2*a^2))*2^(-x)'],
    ['log(x)*log(y)*(a + b)/log(2)'],
    ['-(x/(-y))^(-2)'],
    ['abs(x)*abs(y - abs(z))'],
  ])('%s', (text) => {
    const e = parsePlain(text).statements[0]?.expr;
    expect(e && comesBack(e)).toBe(true);
  });
});

it('every notation prints and reads what the others say', () => {
  const e = parsePlain('3x^2 sin(x)/(x + 1) - yhat').statements[0]?.expr;
  for (const notation of NOTATIONS) {
    const text = e && notation.print(e);
    const back = notation.parse(text ?? '').statements[0]?.expr;
    expect(e && back && same(back, e), notation.name).toBe(true);
  }
});

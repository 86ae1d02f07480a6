import katex from 'katex';
import fc from 'fast-check';
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
  tuple,
  type Expr,
} from '../../../../src/core/expr.js';
import { binder } from '../../../../src/core/walk.js';
import { FUNCTIONS } from '../../../../src/core/functions/index.js';
import { Rational } from '../../../../src/core/rational.js';
import { latexWithin, printLatex, TOO_LONG } from '../../../../src/notation/latex/print.js';
import { SPELLINGS } from '../../../../src/notation/latex/spellings.js';
import { DEFAULT_STYLE, type Style } from '../../../../src/notation/notation.js';
import { parsePlain } from '../../../../src/notation/plain/parse.js';
import { expressions } from '../plain/expressions.js';

const x = sym('x');
const y = sym('y');
const n = sym('n');
const i = sym('i');
const k = sym('k');
const f = sym('f');
const g = sym('g');

/** Rows titled by their TeX. */
const byTex = (rows: readonly (readonly [Expr, string])[]): [string, Expr][] =>
  rows.map(([e, tex]) => [tex, e]);

function latexOf(text: string, style: Partial<Style> = {}): string {
  const { statements, problems } = parsePlain(text);
  expect(problems).toEqual([]);
  const e = statements[0]?.expr;
  return e ? printLatex(e, { ...DEFAULT_STYLE, ...style }) : '';
}

describe('what is typed as', () => {
  it.each([
    // Signs and coefficients
    ['3x^3 - 2x^2 + 5', '3x^3 - 2x^2 + 5'],
    ['-x', '-x'],
    ['-2x + 1', '-2x + 1'],
    ['-(x + 1)', '-(x + 1)'],
    ['a - (b + c)', 'a - (b + c)'],
    ['a - (b - c)*d', 'a - (b - c)d'],
    ['x*(-1)', 'x \\cdot (-1)'],
    ['3*(-2x)', '3 \\cdot (-2x)'],
    ['(-x)/(1 + x)', '-\\frac{x}{1 + x}'],
    ['(-2x)/y', '-\\frac{2x}{y}'],
    ['(1 - x)/y', '\\frac{1 - x}{y}'],
    ['1*x', '1 \\cdot x'],
    ['0*x', '0 \\cdot x'],
    // Dots only where juxtaposition misreads
    ['2*3', '2 \\cdot 3'],
    ['2*3^x', '2 \\cdot 3^x'],
    ['x*2', 'x \\cdot 2'],
    ['2^x*log(2)', '2^x\\ln 2'],
    ['2*x*y', '2xy'],
    ['alpha*x', '\\alpha x'],
    ['2*(1/3)', '2 \\cdot \\frac{1}{3}'],
    ['(1/2)*(1/x)', '\\frac{1}{2} \\cdot \\frac{1}{x}'],
    ['(1/2)*x', '\\frac{1}{2}x'],
    ['x*(x + 1)', 'x(x + 1)'],
    ['(x + 1)*(x + 2)', '(x + 1)(x + 2)'],
    ['f*(x + 1)', 'f \\cdot (x + 1)'],
    ['f^2*(x + 1)', 'f^2 \\cdot (x + 1)'],
    ['sigma*(x + 1)', '\\sigma \\cdot (x + 1)'],
    ['e^x*(x + 1)', 'e^x(x + 1)'],
    ['x^2*y', 'x^2 y'],
    ['abs(x)*abs(y)', '\\left|x\\right| \\cdot \\left|y\\right|'],
    ['loss*rate', '\\mathrm{loss} \\cdot \\mathrm{rate}'],
    // Functions
    ['sin(x)', '\\sin x'],
    ['sin(2x)', '\\sin 2x'],
    ['log(2x)', '\\ln(2x)'],
    ['log(x^2)', '\\ln(x^2)'],
    ['sin(-x)', '\\sin(-x)'],
    ['sin(x + 1)', '\\sin(x + 1)'],
    ['sin(x/2)', '\\sin\\left(\\frac{x}{2}\\right)'],
    ['sin(cos(x))', '\\sin(\\cos x)'],
    ['sin(sqrt(x))', '\\sin\\sqrt{x}'],
    ['log(abs(x))', '\\ln\\left|x\\right|'],
    ['sin(x)*2', '\\sin x \\cdot 2'],
    ['sin(x)*y', '\\sin x \\cdot y'],
    ['sin(x)*cos(x)', '\\sin x\\cos x'],
    ['sin(x)*(x + 1)', '\\sin x \\cdot (x + 1)'],
    ['2*sin(x)*cos(y)', '2\\sin x\\cos y'],
    ['sin(x)^2', '\\sin^2 x'],
    ['sin(x + 1)^2', '\\sin^2(x + 1)'],
    ['sin(x)^(n - 1)', '\\sin^{n-1} x'],
    ['sin(x)^(-1)', '(\\sin x)^{-1}'],
    ['sin(x)^x', '(\\sin x)^x'],
    ['asin(x)^2', '\\arcsin^2 x'],
    ['sigmoid(x)*(1 - sigmoid(x))', '\\sigma(x)(1 - \\sigma(x))'],
    ['sigmoid(x)^2', '\\sigma(x)^2'],
    ['sigmoid(x)*sigma', '\\operatorname{sigmoid}(x)\\sigma'],
    ['log(x, a)', '\\log_a x'],
    ['log10(x)', '\\log_{10} x'],
    ['log(x, 2)^2', '(\\log_2 x)^2'],
    ['max(0, x)', '\\max(0, x)'],
    ['floor(x/2)', '\\left\\lfloor\\frac{x}{2}\\right\\rfloor'],
    ['expm1(x)*y', '(e^x - 1)y'],
    ['expm1(x/y)', 'e^{x/y} - 1'],
    ['exp(x/y)', 'e^{x/y}'],
    ['ln(x/y)', '\\ln\\left(\\frac{x}{y}\\right)'],
    ['log1p(-x)', '\\ln(1 - x)'],
    ['sech(x)^2', '\\operatorname{sech}^2 x'],
    // Powers and roots
    ['x^10', 'x^{10}'],
    ['(x^2)^3', '(x^2)^3'],
    ['x^2^3', 'x^{2^3}'],
    ['(-2)^x', '(-2)^x'],
    ['-2^x', '-2^x'],
    ['(x/y)^2', '\\left(\\frac{x}{y}\\right)^2'],
    ['sqrt(x)^3', '(\\sqrt{x})^3'],
    ['e^(2x)', 'e^{2x}'],
    ['exp(x)^2', '(e^x)^2'],
    ['exp(-x^2/2)', 'e^{-x^2/2}'],
    ['exp(-(x - mu)^2/(2*sigma^2))', 'e^{-\\frac{(x-\\mu)^2}{2\\sigma^2}}'],
    ['x^(1/2)', 'x^{1/2}'],
    ['x^(-3/2)', 'x^{-3/2}'],
    ['cbrt(x)', '\\sqrt[3]{x}'],
    ['nthRoot(x, 5)', '\\sqrt[5]{x}'],
    ['0.50x', '0.50x'],
    ['.5x', '0.5x'],
    ['1.5e-3x', '1.5 \\cdot 10^{-3}x'],
    // Names
    ['yhat - y', '\\hat{y} - y'],
    ['y_pred', 'y_{\\text{pred}}'],
    ['z_k', 'z_k'],
    ['J_ij', 'J_{ij}'],
    ['x_12', 'x_{12}'],
    ['x > 0 ? x : -x', '\\begin{cases} x & \\text{if } x > 0 \\\\ -x & \\text{otherwise} \\end{cases}'],
  ])('%s prints as %s', (text, tex) => {
    expect(latexOf(text)).toBe(tex);
  });
});

describe('derivatives and unknown functions', () => {
  it.each(
    byTex([
      [diff(neg(x), x), '\\frac{d}{dx}\\left[-x\\right]'],
      [mul(exp(neg(x)), diff(neg(x), x)), 'e^{-x} \\cdot \\frac{d}{dx}\\left[-x\\right]'],
      [mul(num(3), diff(pow(x, num(2)), x)), '3\\frac{d}{dx}\\left[x^2\\right]'],
      [diff(sym('z'), g), '\\frac{dz}{dg}'],
      [mul(diff(sym('z'), g), diff(g, x)), '\\frac{dz}{dg} \\cdot \\frac{dg}{dx}'],
      [diff(sym('L'), sym('y', ['hat']), num(1), true), '\\frac{\\partial L}{\\partial\\hat{y}}'],
      [diff(y, x, num(2)), '\\frac{d^2 y}{dx^2}'],
      [diff(pow(x, n), x, n), '\\frac{d^n}{dx^n}\\left[x^n\\right]'],
      [
        diff(diff(sym('L'), y, num(1), true), x, num(1), true),
        '\\frac{\\partial^2 L}{\\partial x \\, \\partial y}',
      ],
      [
        diff(component(sym('z'), [i]), component(sym('z'), [k]), num(1), true),
        '\\frac{\\partial z_i}{\\partial z_k}',
      ],
      [apply(f, [apply(g, [x])], [1]), "f'(g(x))"],
      [apply(f, [x], [4]), 'f^{(4)}(x)'],
      [apply(f, [x], [n]), 'f^{(n)}(x)'],
      [apply(f, [x, y], [1, 2]), 'f_{xyy}(x, y)'],
      [apply(f, [mul(num(2), x), y], [1, 0]), 'f^{(1,0)}(2x, y)'],
      [add(mul(apply(f, [], [1]), g), mul(f, apply(g, [], [1]))), "f'g + fg'"],
      [pow(apply(f, [], [1]), num(2)), "(f')^2"],
      [diff(pow(x, num(2)), sym('·')), "(x^2)'"],
      [pow(call('sec', sym('·')), num(2)), '\\sec^2'],
      [at(diff(f, x), x, num(0)), '\\left.\\frac{df}{dx}\\right|_{x=0}'],
      [div(mul(sym('d'), y), num(2)), '\\frac{d \\cdot y}{2}'],
    ]),
  )('%s', (tex, e) => {
    expect(printLatex(e)).toBe(tex);
  });
});

describe('binders, arrays and conditions', () => {
  const yi = component(y, [i]);
  it.each(
    byTex([
      [binder('sum', i, { lower: num(1), upper: n }, pow(component(x, [i]), num(2))), '\\sum_{i=1}^n x_i^2'],
      [neg(binder('sum', i, {}, mul(yi, call('ln', yi)))), '-\\sum_i y_i\\ln y_i'],
      [mul(binder('sum', i, {}, yi), x), '\\left(\\sum_i y_i\\right)x'],
      [binder('sum', i, {}, add(yi, num(1))), '\\sum_i (y_i + 1)'],
      [binder('sum', i, { condition: relation(['!='], [i, k]) }, yi), '\\sum_{i \\neq k} y_i'],
      // The bound name gives way to the free one that it would capture.
      [binder('sum', sym('j'), {}, mul(component(x, [sym('j')]), i)), '\\sum_j x_j i'],
      [binder('product', k, { lower: num(1), upper: n }, add(x, k)), '\\prod_{k=1}^n (x + k)'],
      [binder('limit', sym('h'), { lower: num(0) }, sym('h')), '\\lim_{h \\to 0} h'],
      [
        binder(
          'limit',
          sym('h'),
          { lower: num(0), condition: relation(['>'], [sym('h'), num(0)]) },
          sym('h'),
        ),
        '\\lim_{h \\to 0^+} h',
      ],
      [binder('integral', x, { lower: num(0), upper: num(1) }, pow(x, num(2))), '\\int_0^1 x^2 \\, dx'],
      [delta(i, k), '\\delta_{ik}'],
      [delta(i, sub(k, num(1))), '\\delta_{i,k-1}'],
      [component(sym('w'), [sub(k, num(1))]), 'w_{k-1}'],
      [component(sym('a'), [num(1), num(2)]), 'a_{1,2}'],
      [tuple([x, y]), '[x, y]'],
      [
        matrix([
          [x, num(1)],
          [num(0), y],
        ]),
        '\\begin{pmatrix} x & 1 \\\\ 0 & y \\end{pmatrix}',
      ],
      [add(x, plusminus(num(1))), 'x \\pm 1'],
      [relation(['=', '<='], [x, y, num(3)]), 'x = y \\leq 3'],
      [logic('and', relation(['>'], [x, num(0)]), relation(['<'], [y, num(1)])), 'x > 0 \\text{ and } y < 1'],
      [num(Rational.of(-1, 2)), '-\\frac{1}{2}'],
      [pow(num(Rational.of(1, 2)), x), '\\left(\\frac{1}{2}\\right)^x'],
      [constant('infinity'), '\\infty'],
      [sym('theta', ['bold']), '\\boldsymbol{\\theta}'],
      [sym('y', ['bold', 'hat']), '\\hat{\\mathbf{y}}'],
      [pow(sym('x', ['star']), num(2)), '(x^*)^2'],
      [mul(sym('e'), exp(x)), 'e\\exp(x)'],
    ]),
  )('%s', (tex, e) => {
    expect(printLatex(e)).toBe(tex);
  });

  it('renames a bound name that a free one would take', () => {
    const inner = binder('sum', i, {}, mul(component(x, [i]), component(y, [sym('j')])));
    const captured = binder('sum', sym('j'), {}, inner);
    expect(printLatex(captured)).toBe('\\sum_j \\sum_i x_i y_j');
    const twice = binder('sum', i, {}, mul(component(x, [i]), binder('sum', i, {}, component(y, [i]))));
    expect(printLatex(twice)).toBe('\\sum_i x_i\\sum_i y_i');
    const nested = binder(
      'sum',
      k,
      {},
      binder('sum', sym('j'), {}, mul(component(x, [k]), component(y, [sym('j')]))),
    );
    const clash = { ...nested, hint: sym('j') };
    expect(printLatex(clash)).toBe('\\sum_j \\sum_i x_j y_i');
  });
});

describe('styles', () => {
  it.each<[Partial<Style>, string, string]>([
    [{ log: 'log' }, 'log(x)', '\\log x'],
    [{ exponential: 'function' }, 'exp(-x)', '\\exp(-x)'],
    [{ product: 'cdot' }, '2*x*sin(x)', '2x \\cdot \\sin x'],
    [{ inverse: 'superscript' }, 'asin(x)', '\\sin^{-1} x'],
    [{ inverse: 'superscript' }, 'asin(x)^2', '(\\sin^{-1} x)^2'],
    [{ argument: 'brackets' }, 'sin(x)^2', '\\sin^2(x)'],
    [{ numbers: 'decimals' }, '0.25*x', '0.25x'],
    [{ fractions: 'slash' }, '(x + 1)/(2*x)', '(x + 1)/(2x)'],
    [{ fractions: 'slash' }, '-x/2 + 1', '-x/2 + 1'],
    [{ fractions: 'slash' }, '(x/2)*y', '\\frac{x}{2}y'],
    [{ fractions: 'slash' }, '(x/2)^2', '\\left(\\frac{x}{2}\\right)^2'],
    [{ names: { sigmoid: '\\text{sigmoid}' } }, 'sigmoid(x)', '\\text{sigmoid}(x)'],
    [{ names: { y_pred: 'y_{pred}' } }, 'y_pred', 'y_{pred}'],
  ])('%j: %s prints as %s', (style, text, tex) => {
    expect(latexOf(text, style)).toBe(tex);
  });

  it('prints rationals as decimals only where they end', () => {
    const decimals = { ...DEFAULT_STYLE, numbers: 'decimals' } as const;
    expect(printLatex(num(Rational.of(1, 8)), decimals)).toBe('0.125');
    expect(printLatex(num(Rational.of(1, 3)), decimals)).toBe('\\frac{1}{3}');
  });

  it('takes nothing from the prototype of the names', () => {
    expect(printLatex(apply(sym('constructor'), [x]))).toBe('\\mathrm{constructor}(x)');
  });
});

describe('any expression', () => {
  it('is TeX that KaTeX sets', () => {
    fc.assert(
      fc.property(expressions({ spelledOut: true }), (e) => {
        const tex = printLatex(e);
        expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' }), tex).not.toThrow();
      }),
      { seed: 60, numRuns: 150 },
    );
  });

  it('has a spelling for every function of the table', () => {
    expect(FUNCTIONS.map((row) => row.name).filter((name) => !(name in SPELLINGS))).toEqual([]);
  });
});

describe('size', () => {
  it('prints a chain of thousands without running out of stack', () => {
    let e: Expr = x;
    for (let depth = 0; depth < 5000; depth++) e = call('sin', e);
    expect(printLatex(e)).toHaveLength(5 * 4999 + '\\sin x'.length + 4999);
  });

  it('refuses a text without end, quickly', () => {
    let e: Expr = add(x, num(1));
    for (let depth = 0; depth < 200; depth++) e = mul(e, e);
    expect(latexWithin(e)).toBeNull();
    expect(printLatex(e)).toBe(TOO_LONG);
    expect(printLatex(root(x), DEFAULT_STYLE, 5)).toBe(TOO_LONG);
  });

  it('lays out a shared subtree once', () => {
    let e: Expr = x;
    for (let depth = 0; depth < 13; depth++)
      e = piecewise([{ value: e, condition: relation(['>'], [e, num(0)]) }], null);
    expect(printLatex(e, DEFAULT_STYLE, 10_000_000).length).toBeGreaterThan(100_000);
  });
});

it('what was printed before changes nothing: letters, styles and limits are those of each expression', () => {
  const shared = exp(sym('x'));
  const beside = add(shared, sym('e'));
  const plain = { ...DEFAULT_STYLE };
  const byName = { ...DEFAULT_STYLE, exponential: 'function' } as const;
  const all = [
    () => printLatex(shared, plain),
    () => printLatex(beside, plain),
    () => printLatex(shared, byName),
    () => printLatex(shared, plain, 2),
  ];
  const alone = all.map((print) => print());
  expect(alone).toEqual(['e^x', '\\exp(x) + e', '\\exp(x)', TOO_LONG]);
  for (const first of all)
    for (const [i, second] of all.entries()) expect([first(), second()][1]).toBe(alone[i]);
});

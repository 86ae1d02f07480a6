import { describe, expect, it } from 'vitest';
import { type Expr } from '../../../../src/core/expr.js';
import { children } from '../../../../src/core/walk.js';
import { NO_CONTEXT, type Reading } from '../../../../src/notation/notation.js';
import { macrosOf } from '../../../../src/notation/latex/macros/macro.js';
import { NodeSpans } from '../../../../src/notation/latex/nodeSpans.js';
import { parse } from '../../../../src/notation/latex/parse.js';
import { show } from './show.js';
import { linesOf, unmarked } from './table.js';

function nodesOf(reading: Reading): Expr[] {
  const out: Expr[] = [];
  const walk = (e: Expr): void => {
    out.push(e);
    children(e).forEach(walk);
  };
  for (const s of reading.statements) walk(s.expr);
  return out;
}

// TeX with the place of the node marked ⇒ the node.
const PLACES = String.raw`
  a + «\sin x»  ⇒  (sin x)
  a + «\sin (x)» b  ⇒  (sin x)
  a + \sin «x»  ⇒  x
  «\frac{a}{b}» + c  ⇒  (/ a b)
  \frac{«a + d»}{b}  ⇒  (+ a d)
  \frac1«2» x  ⇒  2
  «\hat{y}» + 1  ⇒  hat:y
  «\hat y»_i + 1  ⇒  hat:y
  «\hat y_i» + 1  ⇒  hat:y[i]
  2«\mathbf{w}»  ⇒  bold:w
  2 + «y_{\text{pred}}»  ⇒  y_pred
  2 + «\sqrt[3]{x}»  ⇒  (root x 3)
  «e^{x^2}» + 1  ⇒  (exp (^ x 2))
  a - «(x+1)^2»  ⇒  (^ (+ x 1) 2)
  a - («x+1»)^2  ⇒  (+ x 1)
  «\left( x \right)^2»  ⇒  (^ x 2)
  1 + «\left| x \right|»  ⇒  (abs x)
  \begin{aligned} y = «\begin{cases} x & x > 0 \\ 1 & x < 0 \end{cases}» \end{aligned}  ⇒  (cases [x | (x > 0)] [1 | (x < 0)])
  «\frac{d}{dx} x^2» + 1  ⇒  (D (^ x 2) x)
  \frac{d}{d«x»} y^2  ⇒  x
  \boxed{a + «b^2»}  ⇒  (^ b 2)
  \sum_i «x_i»  ⇒  %0[%0]
  1 «- 3x»  ⇒  (* -3 x)
  \begin{aligned} a &= b \\ &= «c^2» \end{aligned}  ⇒  (^ c 2)
  \begin{cases} «x^2» & x > 0 \\ 0 & x \le 0 \end{cases}  ⇒  (^ x 2)
  \begin{cases} x^2 & «x > 0» \\ 0 & x \le 0 \end{cases}  ⇒  (x > 0)
  a \ne «b^2»  ⇒  (^ b 2)
  «\text{ReLU}(x)» + 1  ⇒  (relu x)
  \color{red}{«x^2»} + 1  ⇒  (^ x 2)
  «\mathcal{L}(w)» + 1  ⇒  calligraphic:L(w)
  «f'(x)» + 1  ⇒  f'(x)
  «\boxed{a + b} + c»  ⇒  (+ a b c)
  a = \boxed{«b + c»}  ⇒  (+ b c)
  «a = \boxed{b + c}»  ⇒  (a = (+ b c))
  «{x}^{2}» + 1  ⇒  (^ x 2)
  «{\color{red} x + y} + z»  ⇒  (+ x y z)
  \sech «x» + 1  ⇒  x
  «\sech x» + 1  ⇒  (sech x)
  a \implies «\frac{b}{c}»  ⇒  (/ b c)
  a \iff «\sin x»  ⇒  (sin x)
  «(x^2)'» + 1  ⇒  (D (^ x 2) ·)
`.replace('%0[%0]', 'x[%0]');

describe('where the nodes stand', () => {
  for (const line of linesOf(PLACES)) {
    const [marked = '', expected = ''] = line.split('⇒').map((s) => s.trim());
    it(line.trim(), () => {
      const { text, from, to } = unmarked(marked);
      const reading = parse(text);
      const there = nodesOf(reading).filter((e) => {
        const span = reading.spans.get(e);
        return span?.from === from && span.to === to;
      });
      expect(there.map(show)).toContain(expected);
    });
  }

  it('a macro keeps the places of its arguments', () => {
    const context = { ...NO_CONTEXT, macros: macrosOf({ '\\half': '\\frac{#1}{2}' }) };
    const tex = 'a + \\half{b^2}';
    const reading = parse(tex, context);
    const square = nodesOf(reading).find((e) => e.kind === 'pow');
    const span = square && reading.spans.get(square);
    expect(span && tex.slice(span.from, span.to)).toBe('b^2');
  });

  it('places of statements', () => {
    const tex = "y = x^2,\\quad y' = 2x \\quad \\text{where } x > 0";
    expect(parse(tex).statements.map((s) => tex.slice(s.from, s.to))).toEqual([
      'y = x^2',
      "y' = 2x",
      'x > 0',
    ]);
  });
});

describe('a symbol that is written a little further on', () => {
  const leaf = (text: string, expected: string) => new NodeSpans(text, new Set()).leaf(expected);
  it.each([
    ['at once', '\\alpha x', { from: 0, to: 6 }],
    ['behind another thing', 'x \\alpha', { from: 2, to: 8 }],
    ['within eighty characters', `x${' '.repeat(73)}\\alpha`, { from: 74, to: 80 }],
    ['and not beyond them', `x${' '.repeat(74)}\\alpha`, { from: 0, to: 0 }],
    ['under its own name', 'x \\alphabet', { from: 0, to: 0 }],
  ])('%s', (_, text, place) => {
    expect(leaf(text, '\\alpha')).toEqual(place);
  });
});

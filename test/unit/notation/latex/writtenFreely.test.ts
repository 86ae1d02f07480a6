import { describe, expect, it } from 'vitest';
import { parse } from '../../../../src/notation/latex/parse.js';
import { readsTable, linesOf, unmarked } from './table.js';

readsTable(
  'labels and stars above a name',
  String.raw`
  y^{pred}  ⇒  upper:y_pred
  y^{\text{new}} - y^{\mathrm{old}}  ⇒  (+ upper:y_new (* -1 upper:y_old))
  y_i^{pred}  ⇒  upper:y_pred[i]
  \frac{\partial L}{\partial y^{pred}}  ⇒  (P L upper:y_pred)
  \frac{\partial L}{\partial w^*}  ⇒  (P L star:w)
  x^\star  ⇒  star:x
  p^{*3}  ⇒  (^ star:p 3)
  y^{*'}  ⇒  star:y'
  S^*(t)  ⇒  star:S(t)
  g'(r^*)  ⇒  g'(star:r)
  h_i^{(l)}  ⇒  h[l,i]
  \sigma_k^{(l)}  ⇒  sigma[l,k]
  f^{(k)}(x)  ⇒  f^(k)(x)
  e^{\max(x, 1)}  ⇒  (exp (max x 1))
`,
);

readsTable(
  'primes, subscripts and bars that say by what or where',
  String.raw`
  f'_x(x, y)  ⇒  (P f(x, y) x)
  f''_{xy}  ⇒  (P (P f x) y)
  z'_x  ⇒  (P z x)
  (x^2)'_x  ⇒  (D (^ x 2) x)
  (xt)''_{t}  ⇒  (D2 (* x t) t)
  f^{'}(x)  ⇒  f'(x)
  y^{''}  ⇒  y''
  \left.\frac{d}{dt}\right|_{t=0} \sin t  ⇒  (at (D (sin t) t) t:=0)
  \frac{d}{dx}\bigg|_{x=2} x^3  ⇒  (at (D (^ x 3) x) x:=2)
  -\partial_x f / \partial_y f  ⇒  (* -1 (/ (P f x) (P f y)))
  \dot V(x)  ⇒  (D V(x) t)
`,
);

readsTable(
  'what stands behind a bar in brackets is an argument, too',
  String.raw`
  p(x \mid m, s)  ⇒  p(x, m, s)
  f(y | \theta)  ⇒  f(y, theta)
  L(\theta | x) = \theta x  ⇒  (L(theta, x) = (* theta x))
  f(|x|)  ⇒  f((abs x))
`,
);

readsTable(
  'signs of one character, and lines',
  String.raw`
  √x  ⇒  (root x 2)
  3√(1+x²)  ⇒  (* 3 (root (+ 1 (^ x 2)) 2))
  ∛x  ⇒  (root x 3)
  ½x²  ⇒  (* (/ 1 2) (^ x 2))
  x^½  ⇒  (^ x (/ 1 2))
  0{,}125x  ⇒  (* 0.125 x)
  1{,}250x  ⇒  (* 1250 x)
  \underline{x + 1}  ⇒  (+ x 1)
  \begin{eqnarray} u &=& 2x \\ v &=& u^2 \end{eqnarray}  ⇒  (u = (* 2 x)) ; {\n} (v = (^ u 2))
  \begin{aligned}[t] u &= 2x \\ v &= u^2 \end{aligned}  ⇒  (u = (* 2 x)) ; {\n} (v = (^ u 2))
  (k > 1)  ⇒  (k > 1)
  y = \ln x \; (x > 0)  ⇒  (y = (ln x)) ; {,} (x > 0)
  y(0) = 2  ⇒  (y(0) = 2)
  m_1 g l + m_2 g (l + r)  ⇒  (+ (* m[1] g l) (* m[2] g (+ l r)))
`,
);

// code: TeX with the problem's place marked.
const PROBLEMS = String.raw`
  unsupported: f' «n^{th}»
  syntax: «x1» + 2
  unsupported: «f^{(l)}»(x)
  unsupported: «p^{(j)}»(k)
  unsupported: «\max»(u)
  syntax: \sin«!»\left(x\right)
  unsupported: «D» f(x)
  unsupported: «D» [x^2]
  syntax: e^«(»-x)
  unsupported: f«(\cdot)»
  unsupported: g«(.)»
  unsupported: «\frac{\partial \ell}{\partial \tau^2}»
`;

describe('what is not read is said', () => {
  for (const line of linesOf(PROBLEMS)) {
    const [, code = '', marked = ''] = /^\s*(\w+): (.*)$/.exec(line) ?? [];
    it(marked, () => {
      const { text, from, to } = unmarked(marked);
      const [problem] = parse(text).problems;
      expect(problem).toMatchObject({ code, from, to });
    });
  }
});

describe('readings that were chosen are said', () => {
  it.each([
    ['c(x) + 1', 'c(x) is read as a function of its bracket, not as a product.'],
    ['c(x) + c', 'c(x) is read as a product, not as a function of its bracket.'],
    ['2\\frac{1}{2}x', '2\\frac{1}{2} is read as a product, not as a mixed number.'],
    ['m_1 g l + m_2 g (l + r)', 'g (l + r) is read as a product, not as a function of its bracket.'],
  ])('%s', (tex, message) => {
    expect(parse(tex).assumptions.map((a) => a.message)).toContain(message);
  });
});

readsTable(
  'sides of an equation that can be read beside one that cannot',
  String.raw`
  \sin(x, y) = x^2 + C  ⇒  {,} (+ (^ x 2) C) ; !syntax
  f'(x) = \sin(x, y) = 2x  ⇒  f'(x) ; {,} (* 2 x) ; !syntax
  f'(x) < \sin(x, y)  ⇒  !syntax
`,
);

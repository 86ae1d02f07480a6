/** What is kept as it is written: it is read, and nothing is said of what it depends on. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../../../src/notation/latex/parse.js';
import { printLatex } from '../../../../src/notation/latex/print.js';
import { show } from './show.js';
import { readsTable } from './table.js';

readsTable(
  'names for what is written and not worked out',
  String.raw`
  \mathbb{E}[X | Y] - 1  ⇒  (+ opaque:\mathbb{E}[X | Y] -1)
  E[X] = 2  ⇒  (opaque:E[X] = 2)
  p P(A | B)  ⇒  (* p opaque:P(A | B))
  \operatorname{Var}(X | Y) < 1  ⇒  (opaque:\operatorname{Var}(X | Y) < 1)
  \Pr(A) + 1  ⇒  (+ opaque:\Pr(A) 1)
  V = r + \max_a Q(s, a) - 1  ⇒  (V = (+ r opaque:\max_a Q(s, a) -1))
  \sup_x |g(x)| \le 1  ⇒  (opaque:\sup_x |g(x)| <= 1)
  x + O(x^2)  ⇒  (+ x opaque:O(x^2))
  y \in \{0, 1\}  ⇒  (y in opaque:\{0, 1\})
  \langle u, v \rangle^2 = 1  ⇒  ((^ (inner u v) 2) = 1)
  y + \Delta y  ⇒  (+ y opaque:\Delta y)
  \int 2x \, dx = x^2 + C  ⇒  (opaque:\int 2x \, dx = (+ (^ x 2) C))
  \int_R f dA + 1  ⇒  (+ opaque:\int_R f dA 1)
  \nabla \cdot F = 0  ⇒  (opaque:\nabla \cdot F = 0)
`,
);

readsTable(
  'other mathematics, in which nothing is differentiated',
  String.raw`
  A \subset B \cup C  ⇒  opaque:A \subset B \cup C
  x \in A \cap B  ⇒  (x in opaque:A \cap B)
  n \mid m  ⇒  opaque:n \mid m
  \{x : x > 0\}  ⇒  opaque:\{x : x > 0\}
  (g_1, \dots, g_n)  ⇒  opaque:(g_1, \dots, g_n)
  y = 1 + x + \cdots  ⇒  (y = opaque:1 + x + \cdots)
  p(x) = \sum_{j=0}^n c_j q_j(x)  ⇒  (p(x) = opaque:\sum_{j=0}^n c_j q_j(x))
  y = \sum x_i = 2x  ⇒  (y = opaque:\sum x_i = (* 2 x))
  \sum_{(i,j) \in E} w  ⇒  opaque:\sum_{(i,j) \in E} w
  P(X = k) = \binom{n}{k} p^k  ⇒  (opaque:P(X = k) = opaque:\binom{n}{k} p^k)
  p \land q  ⇒  opaque:p \land q
  (K - x)^+ = y  ⇒  (opaque:(K - x)^+ = y)
  {}_t q_x = x  ⇒  (opaque:_t q_x = x)
  12\%  ⇒  opaque:12\%
  +  ⇒  opaque:+
  10\times  ⇒  opaque:10\times
`,
);

readsTable(
  'what is differentiated has to be read',
  String.raw`
  f'(x) = x + \cdots  ⇒  (f'(x) = opaque:x + \cdots)
  f'(x) + \cdots  ⇒  !unsupported
  \dot x \in A \cap B  ⇒  ((D x t) in opaque:A \cap B)
  \frac{d}{dx} \binom{n}{k}  ⇒  !unsupported
  \nabla \sum f  ⇒  !unsupported
  x +  ⇒  !syntax
`,
);

readsTable(
  'and what is none of them',
  String.raw`
  E(x)  ⇒  E(x)
  f(y | \theta)  ⇒  f(y, theta)
  \max(x, 1)  ⇒  (max x 1)
  \Delta = b^2 - 4c  ⇒  (Delta = (+ (^ b 2) (* -4 c)))
  \int_0^1 x dx  ⇒  (integral x from 0 to 1 x)
  \vec\nabla f  ⇒  (P f ·)
`,
);

readsTable(
  'quantifiers, slides and blanks',
  String.raw`
  \forall x > 0 : f(x) = x  ⇒  {for all} (x > 0) ; {:} (f(x) = x)
  y = \answer[given]{2x}  ⇒  (y = (* 2 x))
  \begin{gather} \onslide<1->{y = x \\[3mm]} \onslide<2->{z = x^2} \end{gather}  ⇒  (y = x) ; {\n} (z = (^ x 2))
  \begin{align} y &= x \\*[2mm] &= z \end{align}  ⇒  (y = x) ; {\n} = z
  y = \onslide<2->{x^2} \pause + 1  ⇒  (y = (+ (^ x 2) 1))
`,
);

describe('it is printed as it was written', () => {
  it.each([String.raw`\mathbb{E}[X | Y]`, String.raw`2\langle u, v \rangle`])('%s', (tex) => {
    const [statement] = parse(tex).statements;
    const printed = statement ? printLatex(statement.expr) : '';
    const [again] = parse(printed).statements;
    expect(again && show(again.expr)).toBe(statement && show(statement.expr));
  });
});

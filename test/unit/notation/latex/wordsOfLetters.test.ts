import { describe, expect, it } from 'vitest';
import { mul, sym } from '../../../../src/core/expr.js';
import { parse } from '../../../../src/notation/latex/parse.js';
import { printLatex } from '../../../../src/notation/latex/print.js';
import { show, showReading } from './show.js';
import { readsTable } from './table.js';

readsTable(
  'functions without a backslash',
  String.raw`
  sin(x)  ⇒  (sin x)
  cos 3x  ⇒  (cos (* 3 x))
  ln x  ⇒  (ln x)
  lnx  ⇒  (ln x)
  5xlnx  ⇒  (* 5 x (ln x))
  e^{cosx}  ⇒  (exp (cos x))
  sinxcosx  ⇒  (* (sin x) (cos x))
  ysiny  ⇒  (* y (sin y))
  tan^2(x)  ⇒  (^ (tan x) 2)
  sin^{-1}(t)  ⇒  (asin t)
  coth(x)  ⇒  (coth x)
  cosech^2(x)  ⇒  (^ (csch x) 2)
  e^{-at}cosbt  ⇒  (* (exp (* -1 a t)) (cos (* b t)))
  log_2(x)  ⇒  (log x 2)
  sqrt(1+x)  ⇒  (root (+ 1 x) 2)
  max(0, x)  ⇒  (max 0 x)
  ReLU(x)  ⇒  (relu x)
  \int_0^1 sinxdx  ⇒  (integral x from 0 to 1 (sin x))
`,
);

readsTable(
  'words that are names',
  String.raw`
  loss = (y - t)^2  ⇒  (word:loss = (^ (+ y (* -1 t)) 2))
  \frac{\partial MSE}{\partial w}  ⇒  (∂ word:MSE by w)
  MSE = (y - t)^2  ⇒  (word:MSE = (^ (+ y (* -1 t)) 2))
  rate \cdot time  ⇒  (* word:rate word:time)
  Softmax(z)  ⇒  word:Softmax(z)
  cosine  ⇒  word:cosine
  sinus  ⇒  word:sinus
`,
);

readsTable(
  'letters that multiply',
  String.raw`
  \operatorname{tr}(AXB)  ⇒  (trace (* A X B))
  \frac{\partial}{\partial X} AXB  ⇒  (∂ (* A X B) by X)
  xyz  ⇒  (* x y z)
  abcd  ⇒  (* a b c d)
  PQR  ⇒  (* P Q R)
  mgh  ⇒  (* m g h)
  nRT  ⇒  (* n R T)
  r a t e  ⇒  (* r a t #e)
  \int_0^1 xdx  ⇒  (integral x from 0 to 1 x)
`,
);

describe('letters that would spell a word are printed apart', () => {
  it.each(['lost', 'sin', 'maxy', 'rosin', 'tanx'])('%s', (letters) => {
    const product = mul(...Array.from(letters, (c) => sym(c)));
    const [statement] = parse(printLatex(product)).statements;
    expect(statement && show(statement.expr)).toBe(show(product));
  });
});

describe('the words of variances are no products of letters', () => {
  it.each(['Var(X)', 'cov(X)'])('%s', (tex) => {
    expect(showReading(parse(tex))).toBe(`opaque:${tex}`);
  });
});

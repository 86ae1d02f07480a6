import { readsTable } from './table.js';

readsTable(
  'powers',
  String.raw`
  x^2  ⇒  (^ x 2)
  x^{10}  ⇒  (^ x 10)
  x^{-1}  ⇒  (^ x -1)
  x^{n-1}  ⇒  (^ x (+ n -1))
  x^{1/2}  ⇒  (^ x (/ 1 2))
  x^{\frac{2}{3}}  ⇒  (^ x (/ 2 3))
  {x}^{2}  ⇒  (^ x 2)
  x²  ⇒  (^ x 2)
  2^x  ⇒  (^ 2 x)
  a^{x^2}  ⇒  (^ a (^ x 2))
  (x+1)^2  ⇒  (^ (+ x 1) 2)
  (x+1)^{-n}  ⇒  (^ (+ x 1) (* -1 n))
  [x+1]^2  ⇒  (^ (+ x 1) 2)
  {(x+1)}^2  ⇒  (^ (+ x 1) 2)
  \left(x+1\right)^3  ⇒  (^ (+ x 1) 3)
  (-1)^n  ⇒  (^ -1 n)
  (-x)^2  ⇒  (^ (* -1 x) 2)
  |x|^3  ⇒  (^ (abs x) 3)
  x^{(n-1)}  ⇒  (^ x (+ n -1))
  x^{2}y^{3}  ⇒  (* (^ x 2) (^ y 3))
  e^x  ⇒  (exp x)
  e^{-x}  ⇒  (exp (* -1 x))
  e^{x^2/2}  ⇒  (exp (/ (^ x 2) 2))
  e^2  ⇒  (exp 2)
  e  ⇒  #e
  2e^{3x}  ⇒  (* 2 (exp (* 3 x)))
  ae^{ax}  ⇒  (* a (exp (* a x)))
  e^{e^x}  ⇒  (exp (exp x))
  \mathrm{e}^{x}  ⇒  (exp x)
  x^e  ⇒  (^ x #e)
  x^*  ⇒  star:x
  \theta^{*}  ⇒  star:theta
  x^{\pi}  ⇒  (^ x #pi)
  A^T  ⇒  (transpose A)
  A^\top  ⇒  (transpose A)
  \mathbf{w}^T\mathbf{x}  ⇒  (* (transpose bold:w) bold:x)
  (AB)^T  ⇒  (transpose (* A B))
  w^T x  ⇒  (* (transpose w) x)
  \theta^T A  ⇒  (* (transpose theta) A)
  \pi^T A  ⇒  (* (^ #pi T) A)
  x^T  ⇒  (^ x T)
  x^{\mathsf{T}} A  ⇒  (* (transpose x) A)
  10^{-3}  ⇒  (^ 10 -3)
`,
);

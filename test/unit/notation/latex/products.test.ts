import { readsTable } from './table.js';

readsTable(
  'products',
  String.raw`
  xy  ⇒  (* x y)
  2xy  ⇒  (* 2 x y)
  2(x+1)  ⇒  (* 2 (+ x 1))
  (x+1)(x-1)  ⇒  (* (+ x 1) (+ x -1))
  x(x+1)  ⇒  (* x (+ x 1))
  3(2x)  ⇒  (* 3 (* 2 x))
  a \cdot b  ⇒  (* a b)
  2a \times b  ⇒  (* 2 a b)
  a * b  ⇒  (* a b)
  2\cdot 3x  ⇒  (* 2 3 x)
  2 \cdot -x  ⇒  (* 2 (* -1 x))
  x \cdot (-y)  ⇒  (* x (* -1 y))
  ab(c+d)  ⇒  (* a b (+ c d))
  a(b+c)  ⇒  (* a (+ b c))
  n(n-1)  ⇒  (* n (+ n -1))
  (a+b)c  ⇒  (* (+ a b) c)
  x\,y  ⇒  (* x y)
  x\;y  ⇒  (* x y)
  [x+1]y  ⇒  (* (+ x 1) y)
  \{x+1\}y  ⇒  (* (+ x 1) y)
  \left(x+1\right)\left[x-1\right]  ⇒  (* (+ x 1) (+ x -1))
  \bigl(x+1\bigr)\Bigl[y\Bigr]  ⇒  (* (+ x 1) y)
  2^3 \cdot 3^2  ⇒  (* (^ 2 3) (^ 3 2))
  2^3 5  ⇒  (* (^ 2 3) 5)
  \pi r^2  ⇒  (* #pi (^ r 2))
  2\pi  ⇒  (* 2 #pi)
  2\sqrt{x}y  ⇒  (* 2 (root x 2) y)
  \frac{1}{2}x\frac{1}{y}  ⇒  (* (/ 1 2) x (/ 1 y))
  x{y}z  ⇒  (* x y z)
  \mathrm{loss} \cdot x  ⇒  (* word:loss x)
  x·y  ⇒  (* x y)
`,
);

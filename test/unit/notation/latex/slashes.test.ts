import { readsTable } from './table.js';

readsTable(
  'what stands below a slash',
  String.raw`
  p^2/2m  ⇒  (/ (^ p 2) (* 2 m))
  h\nu/kT  ⇒  (/ (* h nu) (* k T))
  x/2y + 1  ⇒  (+ (/ x (* 2 y)) 1)
  1/2x  ⇒  (* (/ 1 2) x)
  3/4t^2  ⇒  (* (/ 3 4) (^ t 2))
  \pi/2 x  ⇒  (* (/ #pi 2) x)
  x/2\,y  ⇒  (* (/ x 2) y)
  x/2 \cdot y  ⇒  (* (/ x 2) y)
  x/2(y + 1)  ⇒  (* (/ x 2) (+ y 1))
  x/y f(x)  ⇒  (* (/ x y) f(x))
  x/y \sin x  ⇒  (* (/ x y) (sin x))
  x/2 - y  ⇒  (+ (/ x 2) (* -1 y))
  \int_0^1 x/2 dx  ⇒  (integral x from 0 to 1 (/ x 2))
  `,
);

readsTable(
  'signs between factors',
  String.raw`
  f'(g(x)).g'(x)  ⇒  (* f'(g(x)) g'(x))
  y = x. z = 2  ⇒  (y = x) ; {.} (z = 2)
  W\,(x + 1)  ⇒  (* W (+ x 1))
  f\,(x)  ⇒  f(x)
  (\arcsin)'(x)  ⇒  !unsupported
  \left.\frac{\partial f}{\partial x}\right|_y  ⇒  (P f x)
  `,
);

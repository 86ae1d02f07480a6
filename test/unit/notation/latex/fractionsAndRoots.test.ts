import { readsTable } from './table.js';

readsTable(
  'fractions and roots',
  String.raw`
  \frac{a}{b}  ⇒  (/ a b)
  \frac12  ⇒  (/ 1 2)
  \tfrac{1}{2}x  ⇒  (* (/ 1 2) x)
  \dfrac{x+1}{x-1}  ⇒  (/ (+ x 1) (+ x -1))
  \cfrac{1}{1+x}  ⇒  (/ 1 (+ 1 x))
  {a \over b}  ⇒  (/ a b)
  \frac{a}{\frac{b}{c}}  ⇒  (/ a (/ b c))
  a/b  ⇒  (/ a b)
  a/b/c  ⇒  (/ (/ a b) c)
  ab/c  ⇒  (/ (* a b) c)
  a \cdot b/c  ⇒  (* a (/ b c))
  (x+1)/(x-1)  ⇒  (/ (+ x 1) (+ x -1))
  x^2/2  ⇒  (/ (^ x 2) 2)
  1/2x  ⇒  (* (/ 1 2) x)
  a/bc  ⇒  (/ a (* b c))
  x/2\pi  ⇒  (/ x (* 2 #pi))
  -1/x  ⇒  (* -1 (/ 1 x))
  1/x^2  ⇒  (/ 1 (^ x 2))
  1/\sin x  ⇒  (/ 1 (sin x))
  1/\cos^2 x  ⇒  (/ 1 (^ (cos x) 2))
  a \div b  ⇒  (/ a b)
  QK/\sqrt{d}  ⇒  (/ (* Q K) (root d 2))
  \sqrt{x}  ⇒  (root x 2)
  \sqrt x  ⇒  (root x 2)
  \sqrt[3]{x}  ⇒  (root x 3)
  \sqrt[n]{x+1}  ⇒  (root (+ x 1) n)
  \sqrt{\sqrt{x}}  ⇒  (root (root x 2) 2)
  \sqrt{2}^3  ⇒  (^ (root 2 2) 3)
  \sqrt{x}\sqrt{y}  ⇒  (* (root x 2) (root y 2))
  \left(\frac{a}{b}\right)^{-1}  ⇒  (^ (/ a b) -1)
`,
);

import { readsTable } from './table.js';

readsTable(
  'what parts statements',
  String.raw`
  y = x^2 \; \; \; y' = 2x  ⇒  (y = (^ x 2)) ; {,} (y' = (* 2 x))
  y = x^2 ~~~~ y' = 2x  ⇒  (y = (^ x 2)) ; {,} (y' = (* 2 x))
  y = x^2 \hspace{0.5in} y' = 2x  ⇒  (y = (^ x 2)) ; {,} (y' = (* 2 x))
  y = x^2 \rightarrow y' = 2x  ⇒  (y = (^ x 2)) ; {implies} (y' = (* 2 x))
  y = x \, \, y  ⇒  (y = (* x y))
  y = x \hspace{2pt} y  ⇒  (y = (* x y))
  y = x ~ y  ⇒  (y = (* x y))
  x^2 \rightarrow 2x  ⇒  ((^ x 2) -> (* 2 x))
  `,
);
readsTable(
  'numbers of items',
  String.raw`
  (2)\ (x^3)' = 3x^2  ⇒  ((D (^ x 3) ·) = (* 3 (^ x 2)))
  (3)(fg)' = h  ⇒  ((D (* f g) ·) = h)
  (b)\quad y = x^2  ⇒  (y = (^ x 2))
  (b) y = x^2  ⇒  ((* b y) = (^ x 2))
  (2)(x + 1)  ⇒  (* 2 (+ x 1))
  (2) + x = y  ⇒  ((+ 2 x) = y)
  `,
);
readsTable(
  'bracketed exponents of numbers',
  String.raw`
  (-1)^{(n-1)} x  ⇒  (* (^ -1 (+ n -1)) x)
  (\sin x)^{(n)}  ⇒  (Dn (sin x) ·)
  `,
);

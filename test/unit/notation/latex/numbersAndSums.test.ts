import { readsTable } from './table.js';

readsTable(
  'numbers, signs and sums',
  String.raw`
  7  ⇒  7
  0.50  ⇒  0.50
  .25  ⇒  .25
  3.14x  ⇒  (* 3.14 x)
  2{,}500  ⇒  2500
  1{,}5x + 2,25  ⇒  (+ (* 1.5 x) 2.25)
  x = 1,2,3  ⇒  (x = 1) ; {,} 2 ; {,} 3
  2, 5x  ⇒  2 ; {,} (* 5 x)
  1\,000\,000  ⇒  1000000
  0{,}25  ⇒  0.25
  12{,}5  ⇒  12.5
  -4  ⇒  -4
  -0.5  ⇒  -0.5
  a - b  ⇒  (+ a (* -1 b))
  a - b - c  ⇒  (+ a (* -1 b) (* -1 c))
  a - (b - c)  ⇒  (+ a (* -1 (+ b (* -1 c))))
  -a + b  ⇒  (+ (* -1 a) b)
  -3x^2  ⇒  (* -3 (^ x 2))
  -(3x)  ⇒  (* -3 x)
  -x^2  ⇒  (* -1 (^ x 2))
  +x  ⇒  x
  --x  ⇒  x
  x - -y  ⇒  (+ x y)
  a + b + c  ⇒  (+ a b c)
  (a + b) + c  ⇒  (+ (+ a b) c)
  a \pm b  ⇒  (+ a (± b))
  \pm 2  ⇒  (± 2)
  a \mp b  ⇒  (+ a (* -1 (± b)))
  x − y  ⇒  (+ x (* -1 y))
  5 - 3x + x^2  ⇒  (+ 5 (* -3 x) (^ x 2))
  \infty  ⇒  #infinity
  -\infty  ⇒  (* -1 #infinity)
`,
);

import { readsTable } from './table.js';

readsTable(
  'cases and matrices',
  String.raw`
  \begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}  ⇒  (cases [x | (x > 0)] [0 | (x <= 0)])
  \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}  ⇒  (cases [x | (x > 0)] [0])
  \begin{cases} x, & \text{if } x > 0, \\ 0, & \text{otherwise.} \end{cases}  ⇒  (cases [x | (x > 0)] [0])
  \begin{cases} 1 & \text{for } 0 \le x < 1 \\ 2 & \text{else} \end{cases}  ⇒  (cases [1 | (0 <= x < 1)] [2])
  \begin{cases} a & i = k \\ b & i \ne k \end{cases}  ⇒  (cases [a | (i = k)] [b | (i != k)])
  \begin{cases} 1 & x > 0 \text{ and } y > 0 \\ 0 & \text{otherwise} \end{cases}  ⇒  (cases [1 | (and (x > 0) (y > 0))] [0])
  \begin{cases} 1 & x < 0 \text{ or } x > 1 \\ 0 & \text{else} \end{cases}  ⇒  (cases [1 | (or (x < 0) (x > 1))] [0])
  \begin{cases} 1 \text{ if } x > 0 \\ 0 \text{ otherwise} \end{cases}  ⇒  (cases [1 | (x > 0)] [0])
  \begin{cases} x, x > 0 \\ -x, x \le 0 \end{cases}  ⇒  (cases [x | (x > 0)] [(* -1 x) | (x <= 0)])
  \begin{cases} x & x \in [0, 1] \\ 0 & \text{otherwise} \end{cases}  ⇒  (cases [x | (x in <0, 1>)] [0])
  \begin{cases} 1 & \text{if $x > 0$} \\ 0 & \text{otherwise} \end{cases}  ⇒  (cases [1 | (x > 0)] [0])
  f(x) = \begin{dcases} \frac12 x^2 & |x| \le 1 \\ |x| - \frac12 & \text{otherwise} \end{dcases}  ⇒  (f(x) = (cases [(* (/ 1 2) (^ x 2)) | ((abs x) <= 1)] [(+ (abs x) (* -1 (/ 1 2)))]))
  \left\{ \begin{array}{ll} x & x \ge 0 \\ -x & x < 0 \end{array} \right.  ⇒  (cases [x | (x >= 0)] [(* -1 x) | (x < 0)])
  1 \text{ if } x > 0, \ 0 \text{ otherwise}  ⇒  (cases [1 | (x > 0)] [0])
  f(x) = x \text{ if } x > 0, \; -x \text{ if } x \le 0  ⇒  (f(x) = (cases [x | (x > 0)] [(* -1 x) | (x <= 0)]))
  f(x) = x^2 \text{ for } x \ge 0 \text{ and } -x \text{ for } x < 0  ⇒  (f(x) = (cases [(^ x 2) | (x >= 0)] [(* -1 x) | (x < 0)]))
  x^2 \text{ if } x > 0  ⇒  (^ x 2) ; {if} (x > 0)
  \begin{pmatrix} a & b \\ c & d \end{pmatrix}  ⇒  [a b; c d]
  \begin{bmatrix} 1 \\ 2 \end{bmatrix}^T  ⇒  (transpose [1; 2])
  \begin{vmatrix} a & b \\ c & d \end{vmatrix}  ⇒  (det [a b; c d])
  [1, 2, 3]  ⇒  <1, 2, 3>
  (a, b)  ⇒  <a, b>
`,
);

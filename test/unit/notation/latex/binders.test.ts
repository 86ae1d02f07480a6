import { readsTable } from './table.js';

readsTable(
  'sums, products, integrals and limits',
  String.raw`
  \sum_{i=1}^n x_i  ⇒  (sum i from 1 to n x[i])
  \sum_i x_i  ⇒  (sum i x[i])
  \sum_{i=1}^{n} i^2  ⇒  (sum i from 1 to n (^ i 2))
  \sum\limits_{i=0}^{\infty} \frac{x^i}{2}  ⇒  (sum i from 0 to #infinity (/ (^ x i) 2))
  \sum_i x_i y_i + 1  ⇒  (+ (sum i (* x[i] y[i])) 1)
  \sum_i x_i \cdot y_i  ⇒  (sum i (* x[i] y[i]))
  \sum_i (x_i - y_i)^2  ⇒  (sum i (^ (+ x[i] (* -1 y[i])) 2))
  \frac{1}{n}\sum_i x_i  ⇒  (* (/ 1 n) (sum i x[i]))
  -\sum_i y_i\log p_i  ⇒  (* -1 (sum i (* y[i] (ln p[i]))))
  \sum_{i\ne k} y_i  ⇒  (sum i if (i != k) y[i])
  \sum_{i \neq j} a_{ij}  ⇒  (sum i if (i != j) a[i,j])
  \sum_{i=1, i\ne k}^n y_i  ⇒  (sum i from 1 to n if (i != k) y[i])
  \sum_{i,j} a_{ij}  ⇒  (sum i (sum j a[i,j]))
  \sum_{i \in S} x_i  ⇒  (sum i if (i in S) x[i])
  \sum_{1\le i\le n} x_i  ⇒  (sum i from 1 to n x[i])
  \sum_i \sum_j a_{ij}x_j  ⇒  (sum i (sum j (* a[i,j] x[j])))
  \sum_{\substack{i=1\\ i\ne k}}^n x_i  ⇒  (sum i from 1 to n if (i != k) x[i])
  \prod_{i=1}^n x_i  ⇒  (product i from 1 to n x[i])
  \prod_i (1 - p_i)  ⇒  (product i (+ 1 (* -1 p[i])))
  \sum_i e^{z_i}  ⇒  (sum i (exp z[i]))
  \int_0^1 x^2\,dx  ⇒  (integral x from 0 to 1 (^ x 2))
  \int_0^1 x^2 \mathrm{d}x  ⇒  (integral x from 0 to 1 (^ x 2))
  \int_0^x f(t)\,dt  ⇒  (integral t from 0 to x f(t))
  \int_0^x f(t)\,dt (a + b)  ⇒  (* (integral t from 0 to x f(t)) (+ a b))
  \int_0^x f(t)\,d\phi(t)  ⇒  !unsupported
  \int_a^b \sin(x) dx + 1  ⇒  (+ (integral x from a to b (sin x)) 1)
  \int_0^1\int_0^x xy\,dy\,dx  ⇒  (integral x from 0 to 1 (integral y from 0 to x (* x y)))
  \int_1^x \frac{dt}{t}  ⇒  (integral t from 1 to x (/ 1 t))
  \frac{d}{dx}\int_0^x e^{-t^2}dt  ⇒  (D (integral t from 0 to x (exp (* -1 (^ t 2)))) x)
  \int_{-\infty}^{\infty} e^{-x^2} dx  ⇒  (integral x from (* -1 #infinity) to #infinity (exp (* -1 (^ x 2))))
  \lim_{x\to 0}\frac{\sin x}{x}  ⇒  (limit x from 0 (/ (sin x) x))
  \lim_{h \to 0} \frac{f(x+h)-f(x)}{h}  ⇒  (limit h from 0 (/ (+ f((+ x h)) (* -1 f(x))) h))
  \lim_{x\to 0^+} \ln x  ⇒  (limit x from 0 if (x > 0) (ln x))
  \lim_{n\to\infty} \left(1+\frac1n\right)^n  ⇒  (limit n from #infinity (^ (+ 1 (/ 1 n)) n))
  \lim_{x \rightarrow a} f(x) = L  ⇒  ((limit x from a f(x)) = L)
  ∑_{i=1}^n i  ⇒  (sum i from 1 to n i)
`,
);

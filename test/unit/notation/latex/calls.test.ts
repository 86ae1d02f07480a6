import { readsTable } from './table.js';

readsTable(
  'calls and products before a bracket',
  String.raw`
  f(x)  ⇒  f(x)
  (f + g)(x)  ⇒  (+ f(x) g(x))
  (2f - 3g)(t)  ⇒  (+ (* 2 f(t)) (* -3 g(t)))
  (fg)(x)  ⇒  (* f(x) g(x))
  \left(\frac{f}{g}\right)(x)  ⇒  (/ f(x) g(x))
  (f \circ g)(x)  ⇒  f(g(x))
  (f \circ g \circ h')(x)  ⇒  !unsupported
  (u + v)(t)  ⇒  (* (+ u v) t)
  (f + 1)(x + 1)  ⇒  (* (+ f 1) (+ x 1))
  (x + f)(x)  ⇒  (* (+ x f) x)
  G_{\max}(1 - r)  ⇒  (* G_max (+ 1 (* -1 r)))
  F_0(1 + rt)  ⇒  (* F[0] (+ 1 (* r t)))
  F_0(t)  ⇒  F_0(t)
  f(x, y)  ⇒  f(x, y)
  f(g(x))  ⇒  f(g(x))
  f(x+h)  ⇒  f((+ x h))
  g(2x)  ⇒  g((* 2 x))
  u(x)v(x)  ⇒  (* u(x) v(x))
  F(x)  ⇒  F(x)
  h(x)^2  ⇒  (^ h(x) 2)
  f^2(x)  ⇒  (^ f(x) 2)
  \rho^2(r)  ⇒  (^ rho(r) 2)
  \rho^2(1 + r)  ⇒  (* (^ rho 2) (+ 1 r))
  x^2(t)  ⇒  (^ x(t) 2)
  P_\ell(\cos\theta)  ⇒  P_ell((cos theta))
  P_\ell(\cos\theta + 1)  ⇒  (* P[ell] (+ (cos theta) 1))
  A_n(\cos\theta)  ⇒  (* A[n] (cos theta))
  \overline{x}(t)  ⇒  overline:x(t)
  \mathbf{r}(t)  ⇒  bold:r(t)
  \mathbf{r}(x)  ⇒  (* bold:r x)
  \boldsymbol\phi(\mathbf{x})  ⇒  bold:phi(bold:x)
  \mathbf{W}(\mathbf{x})  ⇒  (* bold:W bold:x)
  (2 \cdot 3 + 1)^{(2 \cdot 3)}  ⇒  (^ (+ (* 2 3) 1) (* 2 3))
  d^2_{goal}(p)  ⇒  (^ d_goal(p) 2)
  d^2(p)  ⇒  (* (^ d 2) p)
  x^2(y)  ⇒  (* (^ x 2) y)
  (f')^2(x)  ⇒  (^ f'(x) 2)
  (f'')(x)  ⇒  f''(x)
  (f')^2(x + 1)  ⇒  (* (^ f' 2) (+ x 1))
  (a')^2(x)  ⇒  (* (^ a' 2) x)
  p_\theta(\tau^n)  ⇒  p_theta((^ tau n))
  p_k(\tau^n)  ⇒  (* p[k] (^ tau n))
  p_\theta(\tau^2)  ⇒  (* p_theta (^ tau 2))
  2f(x)  ⇒  (* 2 f(x))
  f(x)g(x)  ⇒  (* f(x) g(x))
  xf(x)  ⇒  (* x f(x))
  \phi(x)  ⇒  phi(x)
  \Phi(x)  ⇒  Phi(x)
  \psi(x)  ⇒  psi(x)
  f_1(x)  ⇒  f_1(x)
  g_\theta(x)  ⇒  g_theta(x)
  f[x]  ⇒  f(x)
  u(1-u)  ⇒  (* u (+ 1 (* -1 u)))
  f(f(x))  ⇒  f(f(x))
  L(y, \hat y)  ⇒  L(y, hat:y)
  J(\theta)  ⇒  J(theta)
  \mathcal{L}(\theta)  ⇒  calligraphic:L(theta)
  y(x)  ⇒  y(x)
  s(t)  ⇒  s(t)
  P(x)  ⇒  P(x)
  a(x)  ⇒  a(x)
  n(x)  ⇒  n(x)
  f[g(x)]  ⇒  f(g(x))
  f[x + 1]  ⇒  f((+ x 1))
  c[x + 1]  ⇒  (* c (+ x 1))
  a(x) + a  ⇒  (+ (* a x) a)
  \frac{d}{dt} k(t)  ⇒  (D k(t) t)
  \frac{d}{dt} k(t + 1)  ⇒  (D (* k (+ t 1)) t)
  \frac{d}{dx} a(x + b)^2  ⇒  (D (* a (^ (+ x b) 2)) x)
  \frac{d}{dx} \delta(x - a)  ⇒  (D delta((+ x (* -1 a))) x)
  \delta(x - a) + \delta  ⇒  (+ (* delta (+ x (* -1 a))) delta)
  x(x+1)  ⇒  (* x (+ x 1))
  x(2\sin x + x\cos x)  ⇒  (* x (+ (* 2 (sin x)) (* x (cos x))))
  e^x(x+1)  ⇒  (* (exp x) (+ x 1))
  \hat y(1-\hat y)  ⇒  (* hat:y (+ 1 (* -1 hat:y)))
  \sigma_i(1-\sigma_i)  ⇒  (* sigma[i] (+ 1 (* -1 sigma[i])))
  y_k(1-\hat y_k)  ⇒  (* y[k] (+ 1 (* -1 hat:y[k])))
  2(x)  ⇒  (* 2 x)
  x^2(x+1)  ⇒  (* (^ x 2) (+ x 1))
  x^2(y)  ⇒  (* (^ x 2) y)
  f(x)(1-f(x))  ⇒  (* f(x) (+ 1 (* -1 f(x))))
  \sigma(x)  ⇒  (sigmoid x)
  \sigma(x)(1-\sigma(x))  ⇒  (* (sigmoid x) (+ 1 (* -1 (sigmoid x))))
  \sigma(2x+1)  ⇒  (sigmoid (+ (* 2 x) 1))
  \sigma(1-\sigma)  ⇒  (* sigma (+ 1 (* -1 sigma)))
  \sigma  ⇒  sigma
  \sigma^2  ⇒  (^ sigma 2)
  \sigma^2(x-\mu)  ⇒  (* (^ sigma 2) (+ x (* -1 mu)))
  \sigma^2(x)  ⇒  (^ (sigmoid x) 2)
  \sigma(x)^2  ⇒  (^ (sigmoid x) 2)
  \Gamma(x)  ⇒  (gamma x)
  \Gamma  ⇒  Gamma
  p(x) = ax + b  ⇒  (p(x) = (+ (* a x) b))
  \text{loss}(x)  ⇒  word:loss(x)
  \operatorname{foo}(x, y)  ⇒  word:foo(x, y)
  \text{softmax}(\mathbf{z})  ⇒  word:softmax(bold:z)
  \text{softmax}(z_i)  ⇒  word:softmax(z)[i]
  \operatorname{softmax}(z)_i  ⇒  word:softmax(z)[i]
  q(x+1) + q(x)  ⇒  (+ q((+ x 1)) q(x))
  f(x)_i  ⇒  f(x)[i]
  \sin(x)_k  ⇒  (sin x)[k]
`,
);

readsTable(
  'where the argument without a bracket ends',
  String.raw`
  \sin x f'(x)  ⇒  (* (sin x) f'(x))
  \sin x y  ⇒  (sin (* x y))
  \sin 2x  ⇒  (sin (* 2 x))
  \sin 2 (x + 1)  ⇒  (sin (* 2 (+ x 1)))
  \ln x g''(x)  ⇒  (* (ln x) g''(x))
`,
);

readsTable(
  'full stops and gaps at either end',
  String.raw`
  x^2.  ⇒  (^ x 2)
  x^2 \quad  ⇒  (^ x 2)
  \quad x^2 .  ⇒  (^ x 2)
  x^2 + 1.5  ⇒  (+ (^ x 2) 1.5)
`,
);

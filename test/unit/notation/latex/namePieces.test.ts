import { readsTable } from './table.js';

readsTable(
  'names and subscripts',
  String.raw`
  x  ⇒  x
  \alpha  ⇒  alpha
  α + β  ⇒  (+ alpha beta)
  \varepsilon  ⇒  varepsilon
  \hat y  ⇒  hat:y
  \hat{y}  ⇒  hat:y
  \widehat{y}  ⇒  hat:y
  \bar x  ⇒  bar:x
  \overline{x}  ⇒  overline:x
  \tilde{x}  ⇒  tilde:x
  \vec v  ⇒  vec:v
  \mathbf w  ⇒  bold:w
  \mathbf{w}  ⇒  bold:w
  \boldsymbol{w}  ⇒  bold:w
  \bm{w}  ⇒  bold:w
  \pmb{w}  ⇒  bold:w
  \mathcal L  ⇒  calligraphic:L
  \mathcal{L}  ⇒  calligraphic:L
  \mathbb{R}  ⇒  blackboard:R
  \mathfrak g  ⇒  fraktur:g
  \mathscr{L}  ⇒  script:L
  \mathrm{x}  ⇒  roman:x
  \textbf{x}  ⇒  bold:x
  \hat{\mathbf{y}}  ⇒  bold:hat:y
  \mathbf{\hat y}  ⇒  bold:hat:y
  ŷ  ⇒  hat:y
  y_{pred}  ⇒  y_pred
  y_{\text{pred}}  ⇒  y_pred
  y_{\mathrm{true}}  ⇒  y_true
  \hat{y}_{\text{true}}  ⇒  hat:y_true
  \alpha_{\text{min}}  ⇒  alpha_min
  T_{\max}  ⇒  T_max
  k_B  ⇒  k_B
  v_x  ⇒  v_x
  x_t  ⇒  x_t
  x_{in}  ⇒  x_in
  x_{min}  ⇒  x_min
  W_{hh}  ⇒  W_hh
  x_\alpha  ⇒  x_alpha
  x_+  ⇒  x_+
  \ell  ⇒  ell
  \hbar  ⇒  hbar
  \text{loss}  ⇒  word:loss
  \mathrm{loss}  ⇒  word:loss
  \operatorname{cost}  ⇒  word:cost
  z_k  ⇒  z[k]
  z_i  ⇒  z[i]
  J_{ij}  ⇒  J[i,j]
  T_{ijk}  ⇒  T[i,j,k]
  a_{i,j}  ⇒  a[i,j]
  a_{i1}  ⇒  a[i,1]
  x_1  ⇒  x[1]
  x_0  ⇒  x[0]
  a_{11}  ⇒  a[11]
  x_{k-1}  ⇒  x[(+ k -1)]
  x_{n+1}  ⇒  x[(+ n 1)]
  z_{i_1}  ⇒  z[i[1]]
  \hat y_i  ⇒  hat:y[i]
  \hat{y_i}  ⇒  hat:y[i]
  \mathbf{x}_i  ⇒  bold:x[i]
  \mathbf{w}_{1}  ⇒  bold:w[1]
  \theta_j^2  ⇒  (^ theta[j] 2)
  x_i^2  ⇒  (^ x[i] 2)
  \ell_i  ⇒  ell[i]
  \sigma_i  ⇒  sigma[i]
  x^{(i)}  ⇒  x[i]
  x_j^{(i)}  ⇒  x[i,j]
  W^{(1)}  ⇒  W[1]
  a^{[l]}  ⇒  a[l]
  \delta_{ij}  ⇒  (delta i j)
  \delta_{ik}^2  ⇒  (^ (delta i k) 2)
  \delta  ⇒  delta
  \delta_1  ⇒  delta[1]
  D_1  ⇒  D[1]
`,
);

import { readsTable } from './table.js';

readsTable(
  'equations between differentials are such for a derivative',
  String.raw`
  dy = 2x\,dx  ⇒  ((D y x) = (* 2 x))
  \mathrm{d}u = -\sin x\,\mathrm{d}x  ⇒  ((D u x) = (* -1 (sin x)))
  du = \frac{dx}{x}  ⇒  ((D u x) = (/ 1 x))
  dx = du/2  ⇒  ((D x u) = (/ 1 2))
  du = dx  ⇒  ((D u x) = 1)
  dy = f'(x) \cdot dx = 2x\,dx  ⇒  ((D y x) = f'(x) = (* 2 x))
  d\theta = \frac{2\,du}{1 + u^2}  ⇒  ((D theta u) = (/ 2 (+ 1 (^ u 2))))
`,
);

readsTable(
  'sums of differentials, squares and measures are none',
  String.raw`
  dz = f_x dx + f_y dy  ⇒  !unsupported
  ds^2 = dx^2  ⇒  !unsupported
  dV = r\,dz\,dr\,d\theta  ⇒  !unsupported
  dy = 2x\,dx = 2u\,du  ⇒  !unsupported
  dx = 2\,dx  ⇒  !unsupported
  dy < 2x\,dx  ⇒  !unsupported
  dy = \frac{dy}{dx} dx  ⇒  !unsupported
`,
);

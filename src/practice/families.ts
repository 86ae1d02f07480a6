/** Families of exercises: how each makes the text of a question, in LaTeX. */
import type { Random } from './random.js';

export interface Family {
  readonly name: string;
  readonly title: string;
  readonly make: (r: Random) => string;
}

/** A factor in front: nothing for 1. */
const times = (n: number): string => (n === 1 ? '' : String(n));
/** n x^k, as one writes it. */
const monomial = (n: number, k: number): string =>
  `${times(n)}x${k === 1 ? '' : `^${k < 10 ? String(k) : `{${String(k)}}`}`}`;
const plus = (r: Random, n: number): string => `${r.pick(['+', '-'])} ${String(n)}`;
/** ax² + b, 3x − 1. */
const inner = (r: Random): string => `${monomial(r.whole(1, 4), r.whole(1, 3))} ${plus(r, r.whole(1, 9))}`;

/** Factors in the order in which a product has them: x² sin x. */
const SIMPLE: readonly ((r: Random) => string)[] = [
  (r) => monomial(1, r.whole(2, 5)),
  () => '\\sqrt{x}',
  () => 'e^x',
  () => '\\ln x',
  () => '\\sin x',
  () => '\\cos x',
];
const TRIGONOMETRIC = ['\\sin', '\\cos', '\\tan'];
const INVERSE = ['\\arcsin', '\\arccos', '\\arctan'];

export const FAMILIES: readonly Family[] = [
  {
    name: 'power',
    title: 'Powers and sums',
    make: (r: Random): string => {
      const [k, m] = [r.whole(3, 7), r.whole(1, 2)];
      const last = r.pick([() => String(r.whole(1, 9)), () => '\\sqrt{x}', () => '\\frac{1}{x}'])();
      return `${monomial(r.whole(1, 6), k)} ${r.pick(['+', '-'])} ${monomial(r.whole(2, 9), m)} + ${last}`;
    },
  },
  {
    name: 'product',
    title: 'Products',
    make: (r: Random): string => {
      const chosen = r.two(SIMPLE);
      return SIMPLE.filter((f) => chosen.includes(f))
        .map((f) => f(r))
        .join(' ');
    },
  },
  {
    name: 'quotient',
    title: 'Quotients',
    make: (r: Random): string => {
      const n = String(r.whole(1, 9));
      const over = (top: string, bottom: string): string => `\\frac{${top}}{${bottom}}`;
      return r.pick([
        over(monomial(r.whole(1, 5), r.whole(1, 2)), r.pick([`x^2 + ${n}`, `x + ${n}`])),
        over(r.pick(['\\sin x', '\\ln x', 'e^x']), r.pick(['x', `x + ${n}`, `x^2 + ${n}`])),
        over(`x - ${n}`, `x + ${n}`),
      ]);
    },
  },
  {
    name: 'chain',
    title: 'The chain rule',
    make: (r: Random): string => {
      const u = inner(r);
      return r.pick([
        `\\sin(${u})`,
        `\\cos(${u})`,
        `e^{${u}}`,
        `(${u})^${String(r.whole(3, 8))}`,
        `\\sqrt{${u}}`,
        `\\ln(x^${String(r.whole(2, 5))} + ${String(r.whole(1, 9))})`,
        `\\sin^${String(r.whole(2, 4))} x`,
      ]);
    },
  },
  {
    name: 'trigonometric',
    title: 'Trigonometric functions',
    make: (r: Random): string => {
      const f = r.pick(TRIGONOMETRIC);
      return r.pick([
        `${f}(${String(r.whole(2, 7))}x)`,
        `\\sin x \\cos x`,
        `x^2 ${f} x`,
        `${f}^2 x`,
        `\\frac{${f} x}{x}`,
      ]);
    },
  },
  {
    name: 'inverse',
    title: 'Inverse functions',
    make: (r: Random): string => {
      const f = r.pick(INVERSE);
      return r.pick([
        `${f}(${String(r.whole(2, 6))}x)`,
        `x ${f} x`,
        `${f}(x^2)`,
        `\\arctan(e^{${monomial(r.whole(1, 3), 1)}})`,
      ]);
    },
  },
  {
    name: 'logarithms',
    title: 'Logarithms and exponentials',
    make: (r: Random): string => {
      const n = r.whole(2, 7);
      return r.pick([
        `x^${String(n)} \\ln x`,
        `\\ln(x^2 + ${String(n)})`,
        `\\frac{\\ln x}{x^${String(n)}}`,
        `${String(n)}^x`,
        `\\log_{${String(n)}} x`,
        `x e^{-${String(n)}x}`,
        `\\ln(\\cos x)`,
      ]);
    },
  },
  {
    name: 'logarithmic-differentiation',
    title: 'Logarithmic differentiation',
    make: (r: Random): string =>
      r.pick([
        `x^{${times(r.whole(1, 5))}x}`,
        `x^{\\sin x}`,
        `x^{\\ln x}`,
        `(\\ln x)^x`,
        `x^{\\sqrt{x}}`,
        `(x^2 + ${String(r.whole(1, 5))})^x`,
      ]),
  },
  {
    name: 'implicit',
    title: 'Implicit functions',
    make: (r: Random): string => {
      const [a, b] = [r.whole(1, 6), r.whole(2, 30)];
      return r.pick([
        `x^2 + ${times(a)}y^2 = ${String(b)}`,
        `x^3 + y^3 = ${String(b)}xy`,
        `${times(a)}xy + y^2 = ${String(b)}`,
        `e^y + ${times(a)}x = ${String(b)}`,
      ]);
    },
  },
  {
    name: 'pieces',
    title: 'Absolute values, maxima and pieces',
    make: (r: Random): string => {
      const n = r.whole(1, 6);
      return r.pick([
        `|x - ${String(n)}|`,
        `\\max(0, ${times(n)}x)`,
        `\\max(x, ${String(n)})`,
        `|x^2 - ${String(n * n)}|`,
        `\\begin{cases} x^2 & x < ${String(n)} \\\\ ${times(2 * n)}x & x \\ge ${String(n)} \\end{cases}`,
      ]);
    },
  },
  {
    name: 'higher-orders',
    title: 'Higher orders',
    make: (r: Random): string => {
      const of = r.pick([
        () => monomial(r.whole(1, 4), r.whole(4, 6)),
        () => `\\sin(${String(r.whole(2, 5))}x)`,
        () => `x e^x`,
        () => `e^{${String(r.whole(2, 5))}x}`,
        () => '\\ln x',
      ])();
      return `\\frac{d^2}{dx^2} \\left(${of}\\right)`;
    },
  },
  {
    name: 'machine-learning',
    title: 'Machine learning',
    make: (r: Random): string => {
      const n = r.whole(2, 5);
      return r.pick([
        '\\frac{d}{dx} \\frac{1}{1 + e^{-x}}',
        `\\frac{d}{dx} \\ln(1 + e^{${String(n)}x})`,
        `\\frac{d}{dx} \\tanh(${String(n)}x)`,
        '\\frac{\\partial}{\\partial w} (y - wx)^2',
        '\\frac{\\partial}{\\partial b} (y - wx - b)^2',
        '\\frac{d}{dp} (-y \\ln p - (1 - y) \\ln(1 - p))',
        '\\frac{d}{dx} e^{-x^2/2}',
        `\\frac{d}{dx} \\frac{x}{1 + e^{-${String(n)}x}}`,
      ]);
    },
  },
  {
    name: 'physics',
    title: 'Physics',
    make: (r: Random): string => {
      const n = r.whole(2, 9);
      return r.pick([
        '\\frac{d}{dt} (v_0 t - \\frac{1}{2} g t^2)',
        '\\frac{d}{dt} A \\cos(\\omega t + \\varphi)',
        '\\frac{d}{dt} A e^{-\\gamma t} \\cos(\\omega t)',
        '\\frac{d}{dr} \\frac{k}{r^2}',
        '\\frac{d}{dt} N_0 e^{-\\lambda t}',
        `\\frac{d}{dt} ${String(n)}t e^{-t}`,
        '\\frac{d}{dv} \\frac{m}{2} v^2',
        '\\frac{d}{dr} \\left(\\frac{a}{r^{12}} - \\frac{b}{r^6}\\right)',
      ]);
    },
  },
];

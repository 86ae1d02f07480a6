/** Families of questions that grow with n, as text. */

export interface Family {
  readonly name: string;
  readonly sizes: readonly number[];
  /** A request of `derive --jsonl`. */
  readonly request: (n: number) => Request;
}
interface Request {
  readonly text: string;
  readonly notation: 'plain' | 'latex';
  readonly variable?: string;
  readonly order?: number;
}

const VARIABLES = [2, 4, 8, 16, 32];
const DEPTHS = [2, 4, 8, 16, 32, 64];
const LENGTHS = [10, 30, 100, 300, 1000];
const ORDERS = [1, 2, 5, 10, 20, 30, 40, 50];

const upTo = (n: number, f: (i: string) => string): string[] =>
  Array.from({ length: n }, (_, i) => f(String(i + 1)));
const nested = (n: number, around: (inner: string, i: number) => string): string =>
  upTo(n, String).reduce((inner, i) => around(inner, Number(i)), 'x');

const plain = (text: string): Request => ({ text, notation: 'plain', variable: 'x' });
const latex = (text: string): Request => ({ text, notation: 'latex' });
const nth =
  (text: string) =>
  (order: number): Request => ({ ...plain(text), order });

const squares = (n: number): string => upTo(n, (i) => `x_{${i}}^2`).join(' + ');
const product = (n: number): string => upTo(n, (i) => `x_{${i}}`).join(' ');
const logSumExp = (n: number): string => `\\ln\\left(${upTo(n, (i) => `e^{x_{${i}}}`).join(' + ')}\\right)`;
const rosenbrock = (n: number): string =>
  upTo(n - 1, (i) => `100 (x_{${Number(i) + 1}} - x_{${i}}^2)^2 + (1 - x_{${i}})^2`).join(' + ');
const gradient =
  (f: (n: number) => string) =>
  (n: number): Request =>
    latex(`\\nabla \\left(${f(n)}\\right)`);
const hessian =
  (f: (n: number) => string) =>
  (n: number): Request =>
    latex(`\\nabla\\nabla \\left(${f(n)}\\right)`);

const MIXED = ['sqrt(1 + U)', 'exp(-U)', 'tanh(U)', 'atan(U)'];

export const FAMILIES: readonly Family[] = [
  { name: 'gradient of x₁² + … + xₙ²', sizes: VARIABLES, request: gradient(squares) },
  { name: 'gradient of Rosenbrock’s function', sizes: VARIABLES, request: gradient(rosenbrock) },
  { name: 'gradient of ln(e^x₁ + … + e^xₙ)', sizes: VARIABLES, request: gradient(logSumExp) },
  { name: 'Hessian of x₁² + … + xₙ²', sizes: VARIABLES, request: hessian(squares) },
  { name: 'Hessian of x₁x₂…xₙ', sizes: VARIABLES, request: hessian(product) },
  { name: 'Hessian of Rosenbrock’s function', sizes: VARIABLES, request: hessian(rosenbrock) },
  { name: 'Hessian of ln(e^x₁ + … + e^xₙ)', sizes: VARIABLES, request: hessian(logSumExp) },
  {
    name: 'x/(1 + x/(1 + …)), n deep',
    sizes: DEPTHS,
    request: (n) => plain(nested(n, (u) => `x/(1 + ${u})`)),
  },
  {
    name: '√(1 + √(1 + …)), n deep',
    sizes: DEPTHS,
    request: (n) => plain(nested(n, (u) => `sqrt(1 + ${u})`)),
  },
  { name: 'x^(x^(…x)), n high', sizes: DEPTHS, request: (n) => plain(nested(n, (u) => `x^(${u})`)) },
  {
    name: 'sin(sin(…x)), n deep',
    sizes: [4, 16, 64, 256],
    request: (n) => plain(nested(n, (u) => `sin(${u})`)),
  },
  {
    name: '√, exp, tanh, atan in turn, n deep',
    sizes: DEPTHS,
    request: (n) => plain(nested(n, (u, i) => (MIXED[i % MIXED.length] ?? '').replace('U', u))),
  },
  {
    name: '(x + 1)(x + 2)…(x + n)',
    sizes: LENGTHS,
    request: (n) => plain(upTo(n, (i) => `(x + ${i})`).join('*')),
  },
  {
    name: 'sin x · sin 2x · … · sin nx',
    sizes: LENGTHS,
    request: (n) => plain(upTo(n, (i) => `sin(${i}*x)`).join('*')),
  },
  {
    name: 'x + 2x² + … + nxⁿ',
    sizes: LENGTHS,
    request: (n) => plain(upTo(n, (i) => `${i}*x^${i}`).join(' + ')),
  },
  {
    name: 'sum of n terms xⁱ sin ix',
    sizes: LENGTHS,
    request: (n) => plain(upTo(n, (i) => `x^${i}*sin(${i}*x)`).join(' + ')),
  },
  { name: 'n-th derivative of tanh x', sizes: ORDERS, request: nth('tanh(x)') },
  { name: 'n-th derivative of 1/(1 + e^-x)', sizes: ORDERS, request: nth('1/(1 + exp(-x))') },
  { name: 'n-th derivative of 1/(1 + x²)', sizes: ORDERS, request: nth('1/(1 + x^2)') },
  { name: 'n-th derivative of x^x', sizes: ORDERS, request: nth('x^x') },
  { name: 'n-th derivative of e^(sin x)', sizes: ORDERS, request: nth('exp(sin(x))') },
  { name: 'n-th derivative of xᵐe^x', sizes: ORDERS, request: nth('x^m*exp(x)') },
  { name: 'n-th derivative of x⁵e^x', sizes: ORDERS, request: nth('x^5*exp(x)') },
  { name: 'n-th derivative of e^x cos x', sizes: ORDERS, request: nth('exp(x)*cos(x)') },
];

/** How LaTeX spells the functions of the table, for reading. */
import { familyNames, functionRow, MOST_ARGUMENTS } from '../../core/index.js';

interface Spelled {
  readonly fn: string;
  readonly least: number;
  readonly most: number;
}
const row = (fn: string, least = 1, most = least): Spelled => ({ fn, least, most });

const INVERSE_PREFIXES = ['arc', 'ar', 'a'];

const SPELLINGS = new Map<string, Spelled>();
for (const name of [...familyNames('trigonometric'), ...familyNames('hyperbolic')]) {
  SPELLINGS.set(name, row(name));
  for (const prefix of INVERSE_PREFIXES) SPELLINGS.set(prefix + name, row('a' + name));
}
const OTHERS: Readonly<Record<string, Spelled>> = {
  tg: row('tan'), ctg: row('cot'), cotg: row('cot'), cosec: row('csc'), cosech: row('csch'), sh: row('sinh'), ch: row('cosh'), th: row('tanh'),
  cth: row('coth'), arctg: row('atan'), arcctg: row('acot'), arccosec: row('acsc'),
  exp: row('exp'), expm1: row('expm1'), ln: row('ln'), log: row('log'), lg: row('log10'), lb: row('log2'),
  log1p: row('log1p'), log2: row('log2'), log10: row('log10'), sqrt: row('sqrt'), cbrt: row('cbrt'),
  abs: row('abs'), sgn: row('sign'), sign: row('sign'), signum: row('sign'), floor: row('floor'), ceil: row('ceil'),
  round: row('round'), mod: row('mod', 2), rem: row('rem', 2), trunc: row('trunc'), min: row('min', 1, MOST_ARGUMENTS), max: row('max', 1, MOST_ARGUMENTS), clamp: row('clamp', 3),
  clip: row('clamp', 3), hypot: row('hypot', 1, MOST_ARGUMENTS), atan2: row('atan2', 2), arctan2: row('atan2', 2),
  erf: row('erf'), erfc: row('erfc'), gamma: row('gamma'), beta: row('beta', 2), digamma: row('digamma'), trigamma: row('trigamma'), factorial: row('factorial'), lngamma: row('lngamma'), lambertw: row('lambertw'),
  si: row('Si'), ci: row('Ci'), ei: row('Ei'), heaviside: row('heaviside'), sinc: row('sinc'),
  sigmoid: row('sigmoid'), logistic: row('sigmoid'), expit: row('sigmoid'), relu: row('relu'),
  leakyrelu: row('leakyrelu', 1, 2), lrelu: row('leakyrelu', 1, 2), elu: row('elu', 1, 2), gelu: row('gelu'),
  silu: row('silu'), swish: row('silu'), softplus: row('softplus'), mish: row('mish'), softsign: row('softsign'),
  hardsigmoid: row('hardsigmoid'), logit: row('logit'), normcdf: row('normcdf'), normpdf: row('normpdf'),
  norm: row('norm', 1, 2), transpose: row('transpose'), inverse: row('inverse'), det: row('det'), tr: row('trace'), trace: row('trace'),
}; // prettier-ignore
for (const [spelling, s] of Object.entries(OTHERS)) SPELLINGS.set(spelling, s);

// Capitals tell Si from SI, but ReLU, RELU and relu are one: only the longer names are read in any case.
const EXACT: Readonly<Record<string, string>> = {
  Si: 'si',
  Ci: 'ci',
  Ei: 'ei',
  Tr: 'tr',
  Ln: 'ln',
  Log: 'log',
  Arg: 'arg',
};

/** The function that a word names, with its number of arguments; null for any other word. */
export function functionOf(word: string): Spelled | null {
  const plain = word.replace(/[\s_-]/g, '');
  if (Object.hasOwn(EXACT, plain)) return SPELLINGS.get(EXACT[plain] ?? '') ?? null;
  const known = SPELLINGS.get(plain) ?? (plain.length > 2 ? SPELLINGS.get(plain.toLowerCase()) : undefined);
  return known && !['si', 'ci', 'ei'].includes(plain) ? known : null;
}
export const isKnownWord = (word: string): boolean => functionOf(word) !== null;

/** The function named by f^{-1}; null for those that have no such name, and for inverses themselves. */
export function inverseOf(fn: string): string | null {
  const { family = null, inverse = null } = functionRow(fn) ?? {};
  return family?.startsWith('inverse') ? null : inverse;
}

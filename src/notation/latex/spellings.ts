/**
 * How LaTeX spells the functions, by function name. Functions that are not spelled by a name of their own
 * (e^x, log_a x, x mod y, …) have their form here and their layout in calls.ts.
 */
export type Spelling =
  /** A name that takes a simple argument without brackets, and a power on the name: \sin^2 x. */
  | { readonly form: 'bare'; readonly tex: string; readonly superscript?: string }
  /** A name whose arguments always stand in brackets; `letter` is the symbol that it looks like, `symbol` with a subscript. */
  | { readonly form: 'call'; readonly tex: string; readonly letter?: string; readonly symbol?: string }
  | { readonly form: 'fence'; readonly open: string; readonly close: string }
  /** A form of its own. */
  | { readonly form: 'own' };

const bare = (tex: string, superscript?: string): Spelling =>
  superscript ? { form: 'bare', tex, superscript } : { form: 'bare', tex };
const named = (name: string): Spelling => ({ form: 'call', tex: `\\operatorname{${name}}` });
const called = (tex: string): Spelling => ({ form: 'call', tex });
const byLetter = (letter: string): Spelling => ({
  form: 'call',
  tex: letter.length > 1 ? '\\' + letter : letter,
  letter,
});
const OWN: Spelling = { form: 'own' };

export const SPELLINGS: Readonly<Record<string, Spelling>> = {
  sin: bare('\\sin'),
  cos: bare('\\cos'),
  tan: bare('\\tan'),
  cot: bare('\\cot'),
  sec: bare('\\sec'),
  csc: bare('\\csc'),
  asin: bare('\\arcsin', '\\sin^{-1}'),
  acos: bare('\\arccos', '\\cos^{-1}'),
  atan: bare('\\arctan', '\\tan^{-1}'),
  acot: bare('\\operatorname{arccot}', '\\cot^{-1}'),
  asec: bare('\\operatorname{arcsec}', '\\sec^{-1}'),
  acsc: bare('\\operatorname{arccsc}', '\\csc^{-1}'),
  sinh: bare('\\sinh'),
  cosh: bare('\\cosh'),
  tanh: bare('\\tanh'),
  coth: bare('\\coth'),
  sech: bare('\\operatorname{sech}'),
  csch: bare('\\operatorname{csch}'),
  asinh: bare('\\operatorname{arsinh}', '\\sinh^{-1}'),
  acosh: bare('\\operatorname{arcosh}', '\\cosh^{-1}'),
  atanh: bare('\\operatorname{artanh}', '\\tanh^{-1}'),
  acoth: bare('\\operatorname{arcoth}', '\\coth^{-1}'),
  asech: bare('\\operatorname{arsech}', '\\operatorname{sech}^{-1}'),
  acsch: bare('\\operatorname{arcsch}', '\\operatorname{csch}^{-1}'),
  exp: OWN,
  expm1: OWN,
  ln: OWN,
  log: OWN,
  log1p: OWN,
  log2: OWN,
  log10: OWN,
  mod: named('mod'),
  rem: named('rem'),
  trunc: named('trunc'),
  abs: { form: 'fence', open: '|', close: '|' },
  floor: { form: 'fence', open: '\\lfloor', close: '\\rfloor' },
  ceil: { form: 'fence', open: '\\lceil', close: '\\rceil' },
  sign: named('sgn'),
  round: named('round'),
  min: called('\\min'),
  max: called('\\max'),
  clamp: named('clamp'),
  hypot: named('hypot'),
  atan2: named('atan2'),
  erf: named('erf'),
  erfc: named('erfc'),
  normpdf: byLetter('phi'),
  normcdf: byLetter('Phi'),
  gamma: byLetter('Gamma'),
  lngamma: OWN,
  digamma: byLetter('psi'),
  trigamma: { form: 'call', tex: '\\psi_1', letter: 'psi', symbol: 'psi_1' },
  beta: { form: 'call', tex: '\\mathrm{B}', letter: 'roman:B' },
  lambertw: byLetter('W'),
  Si: named('Si'),
  Ci: named('Ci'),
  Ei: named('Ei'),
  heaviside: byLetter('H'),
  sinc: named('sinc'),
  sigmoid: byLetter('sigma'),
  relu: named('ReLU'),
  leakyrelu: named('LeakyReLU'),
  elu: named('ELU'),
  gelu: named('GELU'),
  silu: named('SiLU'),
  softplus: named('softplus'),
  mish: named('Mish'),
  softsign: named('softsign'),
  hardsigmoid: named('hardsigmoid'),
  logit: named('logit'),
  softmax: named('softmax'),
  logsoftmax: named('log\\,softmax'),
  logsumexp: named('logsumexp'),
  factorial: OWN,
  trace: named('tr'),
  det: bare('\\det'),
  diag: named('diag'),
};

/** The spelling of a function by its name; undefined where it has none of its own. */
export const spellingOf = (fn: string): Spelling | undefined =>
  Object.hasOwn(SPELLINGS, fn) ? SPELLINGS[fn] : undefined;

/** The letters that functions are spelled by. */
export const FUNCTION_LETTERS: readonly string[] = Object.values(SPELLINGS).flatMap((s) =>
  s.form === 'call' && s.letter !== undefined ? [s.letter] : [],
);

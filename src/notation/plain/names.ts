/** Names of plain notation: x, alpha, yhat, y_pred, z_k, pi. */
import {
  component,
  constant,
  E,
  INFINITY,
  num,
  PI,
  sym,
  type Expr,
  type Mark,
  type Sym,
} from '../../core/index.js';
import { isUsualIndex } from '../../customs/usually.js';

/** Greek letters by their names, and by themselves. */
const GREEK_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    α: 'alpha',
    β: 'beta',
    γ: 'gamma',
    δ: 'delta',
    ε: 'epsilon',
    ζ: 'zeta',
    η: 'eta',
    θ: 'theta',
    ι: 'iota',
    κ: 'kappa',
    λ: 'lambda',
    μ: 'mu',
    ν: 'nu',
    ξ: 'xi',
    π: 'pi',
    ρ: 'rho',
    σ: 'sigma',
    ς: 'varsigma',
    τ: 'tau',
    υ: 'upsilon',
    φ: 'phi',
    χ: 'chi',
    ψ: 'psi',
    ω: 'omega',
    ϕ: 'varphi',
    ϑ: 'vartheta',
    ϵ: 'varepsilon',
    Γ: 'Gamma',
    Δ: 'Delta',
    Θ: 'Theta',
    Λ: 'Lambda',
    Ξ: 'Xi',
    Π: 'Pi',
    Σ: 'Sigma',
    Υ: 'Upsilon',
    Φ: 'Phi',
    Ψ: 'Psi',
    Ω: 'Omega',
    ℓ: 'ell',
  }),
);
const GREEK_NAMES: ReadonlySet<string> = new Set([...GREEK_LETTERS.values(), 'omicron']);

/** Whether a name is one letter to the eye: x, α, "alpha". */
export const isLetter = (base: string): boolean => Array.from(base).length === 1 || GREEK_NAMES.has(base);

/** The symbol of a name: 'yhat' is ŷ, 'y_pred' has a subscript, 'θ' is theta. */
export function symbolOf(name: string): Sym {
  const { base, marks, sub } = parts(name);
  return sym(base, marks, sub);
}

/** The symbol, or the component where the subscript counts: z_k, J_ij, x_1. */
export function nameExpr(name: string): Expr {
  const { base, marks, sub } = parts(name);
  if (sub === null || !(/^\d{1,9}$/.test(sub) || isIndexRun(sub))) return sym(base, marks, sub);
  const indices = /^\d/.test(sub) ? [num(Number(sub))] : Array.from(sub, (letter) => sym(letter));
  return component(sym(base, marks), indices);
}
/** One index or two: k, ij. */
const isIndexRun = (sub: string): boolean => sub.length <= 2 && Array.from(sub).every(isUsualIndex);

interface Parts {
  readonly base: string;
  readonly marks: readonly Mark[];
  readonly sub: string | null;
}
function parts(name: string): Parts {
  const cut = name.indexOf('_', 1);
  const stem = cut < 0 ? name : name.slice(0, cut);
  const sub = cut < 0 || cut === name.length - 1 ? null : name.slice(cut + 1);
  const [base, accents] = accented(stem);
  if (cut === name.length - 1) return { base: name, marks: ['word'], sub: null };
  return { base, marks: accents, sub: sub === null ? null : (GREEK_LETTERS.get(sub) ?? sub) };
}

/** A letter and the accents on it, from the inside out: x̄ and xbar alike. A longer name is a word. */
function accented(stem: string): [string, Mark[]] {
  const plain = stem.normalize('NFD');
  const letters = plain.replace(/[\u0300-\u036f]/g, '');
  const combining = Array.from(plain).flatMap((c) => COMBINING.get(c) ?? []);
  const base = GREEK_LETTERS.get(letters) ?? letters;
  if (combining.length > 0 && isLetter(base)) return [base, combining];
  if (plain !== letters) return [stem, ['word']];
  const marks: Mark[] = [];
  let rest = letters;
  for (let mark = lastAccent(rest); mark; mark = lastAccent(rest)) {
    marks.push(mark);
    rest = rest.slice(0, -mark.length);
  }
  const inner = GREEK_LETTERS.get(rest) ?? rest;
  if (isLetter(inner)) return [inner, marks];
  return isLetter(base) ? [base, []] : [base, ['word']];
}
const COMBINING: ReadonlyMap<string, Mark> = new Map([
  ['\u0302', 'hat'],
  ['\u0303', 'tilde'],
  ['\u0304', 'bar'],
  ['\u0305', 'bar'],
  ['\u030c', 'check'],
  ['\u20d7', 'vec'],
]);
const ACCENTS = ['hat', 'bar', 'tilde', 'vec', 'check', 'star'] as const;
const lastAccent = (s: string): Mark | undefined => ACCENTS.find((a) => s.endsWith(a) && s.length > a.length);

/** Constants, each a node of its own: places are kept by node. */
export function constantOf(name: string): Expr | null {
  switch (name) {
    case 'pi':
    case 'π':
    case 'PI':
      return constant(PI.name);
    case 'e':
      return constant(E.name);
    case 'Infinity':
    case 'inf':
    case 'oo':
      return constant(INFINITY.name);
    case 'true':
    case 'false':
      return constant(name);
    default:
      return null;
  }
}

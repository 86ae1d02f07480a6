/** How names are typeset: letters, Greek, accents, styles, subscripts in words. */
import { isSquareName, type ConstantName, type Mark, type Sym } from '../../core/index.js';
import { isCallable } from '../../customs/usually.js';
import { type Edge, glue, type PrintedPiece, piece, Rank, script } from './printPieces.js';

/** Names that are TeX commands for a single letter. */
export const GREEK: ReadonlySet<string> = new Set([
  'alpha',
  'beta',
  'gamma',
  'delta',
  'epsilon',
  'varepsilon',
  'zeta',
  'eta',
  'theta',
  'vartheta',
  'iota',
  'kappa',
  'lambda',
  'mu',
  'nu',
  'xi',
  'pi',
  'varpi',
  'rho',
  'varrho',
  'sigma',
  'varsigma',
  'tau',
  'upsilon',
  'phi',
  'varphi',
  'chi',
  'psi',
  'omega',
  'Gamma',
  'Delta',
  'Theta',
  'Lambda',
  'Xi',
  'Pi',
  'Sigma',
  'Upsilon',
  'Phi',
  'Psi',
  'Omega',
]);
/** Other names that are commands for a letter or sign. */
const LETTER_COMMANDS: ReadonlySet<string> = new Set([
  'ell',
  'hbar',
  'imath',
  'jmath',
  'Re',
  'Im',
  'aleph',
  'wp',
  'nabla',
]);

const COMMANDS: Readonly<
  Record<Exclude<Mark, 'star' | 'word' | 'upper' | 'opaque' | 'prime' | 'squared'>, string>
> = {
  hat: '\\hat',
  bar: '\\bar',
  tilde: '\\tilde',
  vec: '\\vec',
  check: '\\check',
  overline: '\\overline',
  underline: '\\underline',
  bold: '\\mathbf',
  roman: '\\mathrm',
  calligraphic: '\\mathcal',
  blackboard: '\\mathbb',
  fraktur: '\\mathfrak',
  script: '\\mathscr',
  sans: '\\mathsf',
  mono: '\\mathtt',
};

const CONSTANTS: Readonly<Record<ConstantName, string>> = {
  pi: '\\pi',
  e: 'e',
  i: 'i',
  infinity: '\\infty',
  true: '\\text{true}',
  false: '\\text{false}',
};

export function constantPiece(name: ConstantName): PrintedPiece {
  return piece(CONSTANTS[name], Rank.Atom, { head: 'name', tail: 'name' });
}

/** A symbol; `own` is the author's spelling of it, where known. */
export function symbolPiece(s: Sym, own?: string): PrintedPiece {
  if (s.marks.includes('opaque')) return piece(s.base, Rank.Sum, { head: 'word', tail: 'word' });
  const tex = own ?? symbolTex(s);
  // A superscript of its own takes no second one: it stands in brackets under a power.
  const isRaised = s.marks.some((m) => RAISED.has(m));
  const rank = isRaised ? Rank.Power : Rank.Atom;
  const tail = symbolEdge(s);
  return piece(tex, rank, { head: tail === 'word' ? 'word' : 'name', tail });
}

/** The name without its subscript, and the subscript's TeX: an index may still have to join it. */
export function symbolParts(s: Sym): { stem: string; sub: string | null } {
  const stem = markedBase(s);
  if (s.sub === null) return { stem, sub: null };
  const written = subscriptTex(s.sub);
  return s.marks.includes('upper') ? { stem: `${stem}^{${written}}`, sub: null } : { stem, sub: written };
}

function symbolTex(s: Sym): string {
  const { stem, sub } = symbolParts(s);
  return (sub === null ? stem : stem + script('_', sub)) + (isSquareName(s) ? '^2' : '');
}
const RAISED: ReadonlySet<Mark> = new Set<Mark>(['star', 'upper', 'prime', 'squared']);

function symbolEdge(s: Sym): Edge {
  if (isLong(s.base)) return 'word';
  if (s.id === 'd') return 'differential';
  return isCallable(s.id) ? 'callable' : 'name';
}

function markedBase(s: Sym): string {
  const upright = isLong(s.base) && !s.marks.some((m) => m in COMMANDS && !ACCENT_MARKS.has(m));
  const bare = upright ? `\\mathrm{${escapeName(s.base)}}` : letterTex(s.base);
  // Marks are listed from the inside out: ['bold', 'hat'] is \hat{\mathbf{y}}.
  return s.marks.reduce((tex, m) => wrapped(m, tex, s.base), bare);
}
const ACCENT_MARKS: ReadonlySet<Mark> = new Set<Mark>([
  'hat',
  'bar',
  'tilde',
  'vec',
  'check',
  'star',
  'overline',
  'underline',
  'word',
  'upper',
  'prime',
  'squared',
]);

function wrapped(mark: Mark, tex: string, base: string): string {
  if (mark === 'star') return `${tex}^*`;
  if (mark === 'prime') return `${tex}'`;
  if (mark === 'word' || mark === 'upper' || mark === 'opaque' || mark === 'squared') return tex;
  if (mark === 'bold' && GREEK.has(base)) return `\\boldsymbol{${tex}}`;
  return `${COMMANDS[mark]}{${tex}}`;
}

function letterTex(base: string): string {
  if (GREEK.has(base) || LETTER_COMMANDS.has(base)) return '\\' + base;
  return escapeName(base);
}
function isLong(base: string): boolean {
  return base.length > 1 && Array.from(base).length > 1 && !GREEK.has(base) && !LETTER_COMMANDS.has(base);
}
/** Underscores and signs that TeX would act on. */
const escapeName = (name: string): string =>
  name
    .replace(/[\\{}]/g, '')
    .replace(/[_$%#&]/g, (c) => '\\' + c)
    .replace(/[~^]/g, '');

/** Words and runs of letters stand upright; numbers, letters and Greek as they are. */
function subscriptTex(sub: string): string {
  if (GREEK.has(sub)) return '\\' + sub;
  if (/^([A-Za-z]|\d+)$/.test(sub)) return sub;
  // f_{m−1}, the function before f_m.
  if (/^[A-Za-z][+-]\d{1,3}$/.test(sub)) return sub;
  if (/^[A-Za-z][A-Za-z -]*$/.test(sub)) return `\\text{${sub}}`;
  return sub
    .split(/(?<=,)|(?=,)/)
    .map(subscriptPart)
    .reduce(glue, '');
}

/** Whether a part of a subscript is a name by itself: a sign within one is read as an operation, or not at all. */
const isBare = (part: string): boolean =>
  part.length < 2 ? /[\p{Script=Latin}\d+*-]/u.test(part) : /^(?:\d+|[A-Za-z]+\d+)$/.test(part);

function subscriptPart(part: string): string {
  if (part === ',') return part;
  if (GREEK.has(part)) return '\\' + part;
  return isBare(part) ? escapeName(part) : `\\text{${escapeName(part)}}`;
}

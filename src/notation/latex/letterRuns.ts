/**
 * Letters side by side that spell a word: sin(x) and lnx without a backslash, loss, MSE. TeX sets each of them as a
 * letter by itself; nobody who writes them means the product.
 */
import { isUsualArgument } from '../../customs/usually.js';
import { functionOf } from './functions.js';
import { hasScripts, place, type NamePiece, type Piece } from './piece.js';

/** The list with the words among its runs of letters as one piece each. `text` is the source that the places are of. */
export function withWords(pieces: readonly Piece[], text: string): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < pieces.length;) {
    const to = runEnd(pieces, i, text);
    const run = pieces.slice(i, to) as NamePiece[];
    const isKept = run.length < 2 || isMatrixProduct(run, text);
    out.push(...(isKept ? pieces.slice(i, Math.max(to, i + 1)) : spelled(run, pieces[to])));
    i = Math.max(to, i + 1);
  }
  return out;
}

/**
 * tr(AXB), ∂/∂X of AXB: capitals of which one is what is differentiated by, or that stand where only a matrix can, are a
 * product and no word.
 */
function isMatrixProduct(run: readonly NamePiece[], text: string): boolean {
  const letters = run.map((p) => p.base);
  if (!letters.every((c) => /^[A-Z]$/.test(c))) return false;
  const from = run[0]?.from ?? 0;
  const before = text.slice(Math.max(0, from - NEAR), from);
  if (TRACE.test(before)) return true;
  return [...before.matchAll(BY)].some(([, c = '']) => letters.includes(c));
}
const TRACE = /(?:tr|Tr|trace|det)\s?\}?\s?(?:\\(?:left|big|Big))?[([]\s?$/;
/** So far before it an operator is looked for. */
const NEAR = 60;
/** ∂X and ∇_X of one capital. */
const BY = /\\(?:partial|nabla_)[ \t]?\{?([A-Z])(?![A-Za-z])/g;

/** Where a run of plain letters ends that begins at `from`; its last letter may carry scripts. */
function runEnd(pieces: readonly Piece[], from: number, text: string): number {
  let to = from;
  for (; to < pieces.length; to++) {
    const [p, before] = [pieces[to], to > from ? pieces[to - 1] : undefined];
    if (!p || !isWritten(p, text) || (before && (hasScripts(before) || before.to !== p.from))) break;
  }
  return to;
}
/** A letter that stands in the source as itself. */
const isWritten = (p: Piece, text: string): p is NamePiece =>
  p.kind === 'name' && p.marks.length === 0 && p.base.length === 1 && text[p.from] === p.base;

/** Whether letters side by side read as a word or as functions, at least before a bracket: their product does not. */
export const readAsWords = (letters: string): boolean =>
  isWord(letters, true) || functionsIn(letters) !== null;

/** The run as words and letters: one word, functions with their letters (xsinx), or letters alone. */
function spelled(run: readonly NamePiece[], next: Piece | undefined): Piece[] {
  const letters = run.map((p) => p.base).join('');
  if (isWord(letters, opens(next))) return [joined(run)];
  const lengths = functionsIn(letters);
  if (!lengths) return [...run];
  let at = 0;
  return lengths.map((n) => {
    at += n;
    return joined(run.slice(at - n, at));
  });
}

/** The letters as one piece, with the scripts of the last. */
function joined(run: readonly NamePiece[]): Piece {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) throw new Error('a run');
  if (run.length === 1) return first;
  const text = run.map((p) => p.base).join('');
  const { primes, sup, sub, headTo, to } = last;
  return { kind: 'word', text, ...place({ from: first.from, to: headTo }), primes, sup, sub, to };
}

function isWord(letters: string, called: boolean): boolean {
  if (letters.length < 3 && letters !== 'ln' && letters !== 'lg') return false;
  if (functionOf(letters)) return letters.length > 3 || isCommon(letters) || called;
  if (/^[A-Z]{3,}$/.test(letters)) return !isOrdered(letters);
  if (letters.length === 3) return called && SHORT_WORDS.has(letters.toLowerCase());
  return letters.length > 3 && !isOrdered(letters) && isPronounceable(letters) && !functionsIn(letters);
}
const opens = (p: Piece | undefined): boolean =>
  (p?.kind === 'delimiter' && p.side === 'open') || p?.kind === 'fence';

/** abcd, PQR, wxyz: letters taken from the alphabet in order multiply. */
const isOrdered = (letters: string): boolean =>
  letters.split('').every((c, i) => i === 0 || c > (letters[i - 1] ?? ''));
/** A vowel after the first letter, and no differential dx at the end: xydx, 4abdt. */
const isPronounceable = (letters: string): boolean =>
  /^.+[aeiou]/i.test(letters) && !/d[a-z]$/.test(letters.slice(1));

/** Words of three letters that stand before brackets. */
const SHORT_WORDS: ReadonlySet<string> = new Set([
  'var',
  'cov',
  'std',
  'cdf',
  'pdf',
  'pmf',
  'arg',
  'sup',
  'inf',
]);

/** Functions that are written without a backslash, brackets and spaces: sinx, lnx. */
const COMMON = [
  'arcsin', 'arccos', 'arctan', 'sinh', 'cosh', 'tanh', 'coth', 'sin', 'cos', 'tan', 'cot', 'sec', 'csc', 'log', 'exp',
  'ln',
]; // prettier-ignore
const isCommon = (letters: string): boolean => COMMON.includes(letters);
/** At most two letters that one takes a function of or multiplies it with, and a differential after them. */
const isArgument = (letters: string): boolean => {
  const before = letters.replace(/d[a-z]$/, '');
  return before.length <= 2 && Array.from(before).every(isUsualArgument);
};

/** The lengths of the functions and single letters that a run is made of; null where no function is in it. */
function functionsIn(letters: string): number[] | null {
  const lengths: number[] = [];
  let between = '';
  let found = 0;
  for (let at = 0; at < letters.length;) {
    const fn = COMMON.find((name) => letters.startsWith(name, at));
    if (fn) {
      if (!isArgument(between)) return null;
      [between, found] = ['', found + 1];
    } else between += letters[at] ?? '';
    lengths.push(fn?.length ?? 1);
    at += fn?.length ?? 1;
  }
  return found > 0 && isArgument(between) ? lengths : null;
}

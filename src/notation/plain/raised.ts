/** Signs that Unicode raises, lowers or sets as one fraction: xⁿ⁻¹, xᵢ, ½. */
import { div, mul, neg, num, sum, sym, type Expr } from '../../core/index.js';
import { isNumberOfItsOwn } from '../../customs/usually.js';

const RAISED = new Map(
  Object.entries({ '⁺': '+', '⁻': '-', '⁽': '(', '⁾': ')', ⁱ: 'i', ⁿ: 'n', ᵝ: 'β', ᵞ: 'γ', ᵟ: 'δ', ᶿ: 'θ' }),
);
'⁰¹²³⁴⁵⁶⁷⁸⁹'.split('').forEach((c, i) => RAISED.set(c, String(i)));
'ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'.split('').forEach((c, i) => RAISED.set(c, 'abcdefghjklmoprstuvwxyz'.charAt(i)));
const LOWERED = new Map(Object.entries({ ᵢ: 'i', ⱼ: 'j', ᵣ: 'r', ᵤ: 'u', ᵥ: 'v' }));
'₀₁₂₃₄₅₆₇₈₉'.split('').forEach((c, i) => LOWERED.set(c, String(i)));
'ₐₑₒₓ'.split('').forEach((c, i) => LOWERED.set(c, 'aeox'.charAt(i)));
'ₕₖₗₘₙₚₛₜ'.split('').forEach((c, i) => LOWERED.set(c, 'hklmnpst'.charAt(i)));

/** Where the run of raised signs that begins at the offset ends. */
export const raisedEnd = (text: string, from: number): number => endOfRun(RAISED, text, from);
/** The same for lowered signs. */
export const loweredEnd = (text: string, from: number): number => endOfRun(LOWERED, text, from);
/** Where the lowered signs begin that a name ends in. */
export function loweredStart(name: string): number {
  let at = name.length;
  while (at > 0 && LOWERED.has(name.charAt(at - 1))) at--;
  return at;
}

function endOfRun(signs: ReadonlyMap<string, string>, text: string, from: number): number {
  let at = from;
  while (signs.has(text.charAt(at))) at++;
  return at;
}

/** The signs as they stand on the line. */
export const onTheLine = (text: string): string =>
  Array.from(text, (c) => RAISED.get(c) ?? LOWERED.get(c) ?? c).join('');

/** A raised run on the line, "n-1" or "(2x+1)", as the sum it is; null where it is none. */
export function raisedExpr(text: string): Expr | null {
  const inner = /^\(.*\)$/.test(text) ? text.slice(1, -1) : text;
  const terms = inner.match(/[+-]?[^+-]+|[+-]/g)?.map(termExpr) ?? [];
  const read = terms.flatMap((t) => (t ? [t] : []));
  const [only] = read;
  if (only === undefined || read.length < terms.length) return null;
  return read.length === 1 ? only : sum(read);
}
/** ±2xy: a sign, a number and letters, none of them i or e, which have meanings of their own. */
function termExpr(term: string): Expr | null {
  const match = /^([+-]?)(\d{0,99})([a-zβγδθ]*)$/.exec(term);
  const [sign = '', digits = '', letters = ''] = match?.slice(1) ?? [];
  if ((digits === '' && letters === '') || Array.from(letters).some(isNumberOfItsOwn)) return null;
  const factors = [...(digits === '' ? [] : [num(BigInt(digits))]), ...Array.from(letters, raisedLetter)];
  const [first, ...others] = factors;
  const product = first && others.length === 0 ? first : mul(...factors);
  return sign === '-' ? neg(product) : product;
}
const GREEK: Readonly<Record<string, string>> = { β: 'beta', γ: 'gamma', δ: 'delta', θ: 'theta' };
const raisedLetter = (letter: string): Expr => sym(GREEK[letter] ?? letter);

/** ½ as 1/2; null for a sign that is no fraction. */
export function fractionExpr(text: string): Expr | null {
  const match = /^(\d+)⁄(\d+)$/.exec(text.normalize('NFKD'));
  return match ? div(num(Number(match[1])), num(Number(match[2]))) : null;
}

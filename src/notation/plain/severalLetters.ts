/** Words in plain notation: names of several letters, prose, and words that stand for a sign. */
import type { Context, Span } from '../notation.js';
import { isWordFunction } from './applied.js';
import type { Item } from './items.js';
import { constantOf, isLetter, symbolOf } from './names.js';
import type { ReadingNotes } from './notes.js';
import type { Token } from './tokens.js';

/** Tokens with the names that only type letters side by side parted: πr is π times r, 2αx is 2·α·x. */
export function partedLetters(
  tokens: readonly Token[],
  context: Context,
  notes: ReadingNotes,
): readonly Token[] {
  if (!tokens.some(isGlued)) return tokens;
  return tokens.flatMap((token) => {
    if (!isGlued(token) || context.defined.has(symbolOf(token.text).id)) return [token];
    const letters = Array.from(token.text);
    notes.assume('other', token, `${token.text} is read as the product ${letters.join('·')}`);
    let from = token.from;
    return letters.map((text) => ({ kind: token.kind, text, from, to: (from += text.length) }));
  });
}
/** Two or three letters one of which is Greek. Δx and δx are names of their own, ∂x belongs to a derivative. */
const isGlued = (token: Token): boolean =>
  token.kind === 'name' &&
  token.to - token.from === token.text.length &&
  /^(?=.*[α-ωϑϕϵΓΘΛΞΠΣΦΨΩ])[A-Za-zα-ωϑϕϵΓΘΛΞΠΣΦΨΩ]{2,3}$/u.test(token.text) &&
  !/^δ/u.test(token.text);

/** What is wrong with a name that stands where an operand does, or null. */
export function wordProblem(
  token: Token,
  after: Item | undefined,
  context: Context,
  bare: ReadonlySet<string>,
): string | null {
  const name = token.text;
  if (context.defined.has(symbolOf(name).id) || context.variable?.id === symbolOf(name).id) return null;
  const stem = /^([a-z]+)_/.exec(name)?.[1] ?? name;
  if (SIGN_WORDS.has(stem)) return `${stem} has no reading in plain text: write the formula in LaTeX`;
  if (name.includes('∂')) return '∂ stands in a derivative, as in ∂f/∂x or ∂/∂x (…)';
  if (PROSE.has(name.toLowerCase())) return `"${name}" is a word and no part of a formula`;
  if (isWord(name) && after?.kind === 'name' && isWord(after.text))
    return `"${name} ${after.text}" reads as words and not as a formula: write * between two names`;
  if (isWord(name) && name.length <= 3 && isSpelledApart(name, bare)) {
    const letters = Array.from(name).join('*');
    return `${name} may be one name or the product of letters that stand here alone: write ${letters}`;
  }
  return null;
}
const isSpelledApart = (name: string, bare: ReadonlySet<string>): boolean => {
  const letters = Array.from(name);
  return letters.some((c) => bare.has(c) && c !== 'e') && letters.every((c) => c === 'e' || bare.has(c));
};

/** Says that a short word is one name: xy is not x·y here. */
export function sayOneName(name: string, span: Span, context: Context, notes: ReadingNotes): void {
  if (!isWord(name) || name.length > 3 || context.defined.has(symbolOf(name).id)) return;
  const product = Array.from(name).join('*');
  notes.assume('other', span, `${name} is read as one name; the product is written ${product}`);
}
/** Several Latin letters that are neither a function, a constant, a Greek letter nor a letter with its accent. */
const isWord = (name: string): boolean =>
  /^[A-Za-z]{2,}$/.test(name) &&
  !isWordFunction(name) &&
  constantOf(name) === null &&
  !isLetter(symbolOf(name).base);

/** AsciiMath's and others' words for signs that plain notation has no reading for. */
const SIGN_WORDS: ReadonlySet<string> = new Set(
  'int iint oint sum prod lim limit grad nabla del partial frac dfrac root infty times cdot'.split(' '),
);
const PROSE: ReadonlySet<string> = new Set(
  'let if then else where when for the of is are with so since thus hence as an this that find'.split(' '),
);

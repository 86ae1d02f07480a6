/**
 * Letters that a text itself counts with, whatever they are by custom: d of Σ_d q_d. Found at a glance, before anything is
 * read, so that q_d left of an equals sign is what it is right of it.
 */
import { isUsualIndex } from '../../customs/usually.js';
import { isNoIndexRun } from '../../customs/words.js';
import { subscriptsIn } from './glance.js';

/**
 * Small letters that count what stands below other letters in the formula: those of its sums and products, what stands
 * beside a summed one, and what stands alone below a letter that has a summed one elsewhere. None by which it differentiates.
 */
export function indexLettersIn(tex: string): ReadonlySet<string> {
  if (!tex.includes('_')) return NONE;
  const summed = new Set([...tex.matchAll(SERIES)].flatMap((m) => lettersOfRange(m[1] ?? m[2] ?? '')));
  if (summed.size === 0) return NONE;
  const found = new Set(besideEntries(tex, summed));
  for (const [, run = '', letter = run] of tex.replace(SERIES, ' ').matchAll(BELOW)) {
    if (isNoIndexRun(letter) || !Array.from(letter).some((c) => summed.has(c))) continue;
    for (const c of letter) found.add(c);
  }
  for (const letter of derivedByIn(tex)) found.delete(letter);
  return new Set([...found].filter((c) => !isUsualIndex(c)));
}
const NONE: ReadonlySet<string> = new Set();

/** c of z_c beside Σ_j e^{z_j}: what has entries has one there. */
function besideEntries(tex: string, summed: ReadonlySet<string>): readonly string[] {
  const below = [...subscriptsIn(tex.replace(SERIES, ' '))];
  const arrays = new Set(below.flatMap(([base, letter]) => (summed.has(letter) ? [base] : [])));
  return below.flatMap(([base, letter]) => (arrays.has(base) && /^[a-z]$/.test(letter) ? [letter] : []));
}

/** The same of all formulas of a document: what one of them counts with is an index in the others, if none derives by it. */
export function indexLettersOf(formulas: readonly string[]): ReadonlySet<string> {
  const found = new Set(formulas.flatMap((tex) => [...indexLettersIn(tex)]));
  if (found.size === 0) return NONE;
  for (const tex of formulas) for (const letter of derivedByIn(tex)) found.delete(letter);
  return found;
}
const derivedByIn = (tex: string): readonly string[] =>
  [...tex.replace(BELOW, ' ').matchAll(DERIVED_BY)].map((m) => m[1] ?? '');

/** What stands below Σ and ∏. */
const SERIES = /(?:\\sum|\\prod|∑|∏)\s?(?:\\limits\s?)?_\s?(?:\{([^{}]{1,60})\}|([a-z]))/g;
/** One letter, or two, below another. */
const BELOW = /_\s?(?:\{\s?([a-z]{1,2})\s?\}|([a-z]))/g;
/** dt and ∂t. */
const DERIVED_BY = /(?:\\partial|(?<![A-Za-z\\])d)\s?([a-z])(?![A-Za-z_])/g;

/** d = 1; i, j; 1 ≤ t ≤ n; c ≠ k: the letters before a sign, or between two. */
function lettersOfRange(range: string): readonly string[] {
  return range.split(',').flatMap((part) => part.match(/(?<![A-Za-z\\])[a-z](?![A-Za-z])/)?.[0] ?? []);
}

/**
 * Runs of characters at a place of a text, each found in one go over the run: an expression such as `/\s+$/` begins
 * anew at every character of every run.
 */

/** Where the run of white space that begins at the offset ends: the offset itself where none does. */
export function spaceEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** Where the run that ends at the offset begins, of characters that each match: the offset itself where none does. */
export function runStart(text: string, character: RegExp, to = text.length): number {
  let at = to;
  while (at > 0 && character.test(text.charAt(at - 1))) at--;
  return at;
}

/** Runs of one character, and escapes. */

/** How many characters with this code stand from the offset on. */
export function runLength(text: string, from: number, code: number, to = text.length): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === code) at++;
  return at - from;
}

/** Does an odd number of backslashes, from `start` on, stand before the offset? */
export function isEscaped(text: string, offset: number, start: number): boolean {
  let at = offset;
  while (at > start && text.charCodeAt(at - 1) === 0x5c) at--;
  return (offset - at) % 2 === 1;
}

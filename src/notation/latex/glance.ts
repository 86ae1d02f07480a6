/** What a glance at a formula tells before it is read, to pass over most of them. */

/** It holds an integral, readable or not. */
export const hasIntegral = (tex: string): boolean => /\\int(?![a-z])|∫/u.test(tex);

/** Something in it is primed. */
export const hasPrime = (tex: string): boolean => /['′]|\\prime/.test(tex);

/** The line of a formula of several lines that holds a part of it. */
export function lineAround(
  tex: string,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  const end = tex.indexOf(BREAK, to);
  return { from: tex.lastIndexOf(BREAK, from), to: end < 0 ? Infinity : end };
}
const BREAK = '\\\\';

/** w_1, \theta_{12}, x_i, x_{ij}: letters, each with what stands below it. */
export function* subscriptsIn(tex: string): Generator<readonly [base: string, below: string]> {
  if (!tex.includes('_')) return;
  for (const [, command, letter, below, bare = ''] of tex.matchAll(SUBSCRIPT))
    yield [command ?? letter ?? '', below ?? bare];
}
const SUBSCRIPT = /(?:\\([A-Za-z]{1,12})|([A-Za-z]))\s?_\s?(?:\{\s?([A-Za-z0-9]{1,4})|([A-Za-z0-9]))/g;

/** Where names are declared, found without a tree. */

/** Where names are declared first in a text, words in comments among it. */
export function declaredIn(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { 0: written, 1: name = '', index } of text.matchAll(DECLARED))
    if (!found.has(name)) found.set(name, index + written.length - name.length);
  return found;
}
const DECLARED = /\b(?:const|let|var|function)\s+([\p{L}_][\p{L}\p{N}_]*)(?![\p{L}\p{N}_$])/gu;

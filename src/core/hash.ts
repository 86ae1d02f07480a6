/** Hashing of texts and of sequences of hashes to 32-bit integers. */

/** The hash h with x mixed in; the order matters. */
export function mix(h: number, x: number): number {
  return (Math.imul(h ^ (x + 0x9e3779b9 + (h << 6) + (h >>> 2)), 0x85ebca6b) ^ (h >>> 13)) | 0;
}

const known = new Map<string, number>();
const MOST_KNOWN = 10_000;

/** FNV-1a of a text's UTF-16 units, remembered, since the same few names are hashed again and again. */
export function hashText(s: string): number {
  const found = known.get(s);
  if (found !== undefined) return found;
  let h = 0x811c9dc5;
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(s, h);
  return h;
}

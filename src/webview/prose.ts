/** Words with maths between dollar signs, in pieces. */

export interface ProsePart {
  readonly kind: 'words' | 'maths';
  readonly text: string;
  /** Punctuation that follows a formula closely; empty for words. */
  readonly closing: string;
}

/** Splits "where $u$ is \$5" into words and TeX. A dollar sign without a partner is a dollar sign. */
export function splitProse(text: string): ProsePart[] {
  const pieces: ProsePart[] = [];
  let at = 0;
  for (const match of text.matchAll(MATHS)) {
    pieces.push(words(text.slice(at, match.index)));
    pieces.push({ kind: 'maths', text: match[1] ?? '', closing: match[2] ?? '' });
    at = match.index + match[0].length;
  }
  pieces.push(words(text.slice(at)));
  return pieces.filter((p) => p.text !== '');
}

// An opening dollar that is not escaped; TeX, in which \$ and other commands are skipped in pairs; the closing
// dollar, and punctuation.
const MATHS = /(?<!\\)\$((?:[^$\\]|\\[^])+)\$([,.;:!?)\]’”]*)/g;

const words = (text: string): ProsePart => ({
  kind: 'words',
  text: text.replaceAll('\\$', '$'),
  closing: '',
});

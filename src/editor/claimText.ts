/** What is said of a claim, in plain text. Knows nothing of VS Code. */
import type { CheckedClaim } from '../service/service.js';
import type { VerdictCounts } from './claims.js';

const LONGEST_LINK = 160;

/** A diagnostic's message: the verdict in words, and in a chain the link that is wrong. */
export function claimMessage({ message, links, tex }: CheckedClaim): string {
  return links > 1 ? `${message}\n${excerpt(tex)}` : message;
}

/**
 * What a hover says of a claim: right, right in part, or why it could not be decided; of a false one
 * only where no squiggle says it.
 */
export function verdictLine({ verdict, message, evident }: CheckedClaim): string | null {
  switch (verdict) {
    case 'true':
      return `✓ Checked: ${uncapitalized(message)}`;
    case 'conditional':
      return `◐ Checked: ${uncapitalized(message)}`;
    case 'undecided':
      return `? Undecided: ${uncapitalized(message)}`;
    case 'false':
      // VS Code shows the diagnostic's own message beside the hover.
      return evident ? null : `✗ Checked: ${uncapitalized(message)}`;
  }
}

/** "∂ 12 ✓ 1 ✗": what the status bar shows, and the same in words. */
export function statusText(counts: VerdictCounts): { readonly label: string; readonly words: string } {
  const all = counts.true + counts.false + counts.conditional + counts.undecided;
  const signs = [
    [counts.true, '✓'],
    [counts.conditional, '◐'],
    [counts.undecided, '?'],
    [counts.false, '✗'],
  ] as const;
  const shown = signs.filter(([count, sign]) => count > 0 || sign === '✓');
  return {
    label: ['∂', ...shown.map(([count, sign]) => `${count} ${sign}`)].join(' '),
    words: `${plural(all, 'derivative claim')}: ${countsInWords(counts)}`,
  };
}

/** What the status bar shows of a file that is not checked. */
export const leftOutText = (reason: string): { readonly label: string; readonly words: string } => ({
  label: '∂ –',
  words: `Derivatives are not checked here: ${reason}`,
});

/** "12 true, 1 false": in words, what there is none of left out. */
export function countsInWords(counts: VerdictCounts): string {
  const parts = [
    [counts.true, 'true'],
    [counts.conditional, 'true only in part'],
    [counts.undecided, 'undecided'],
    [counts.false, 'false'],
  ] as const;
  const some = parts.filter(([count]) => count > 0);
  return some.length === 0 ? 'none' : some.map(([count, word]) => `${count} ${word}`).join(', ');
}

/** "1 file", "3 files". */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** One line of a formula, cut in the middle where it is long. */
function excerpt(tex: string): string {
  const line = tex.replace(/(?<!\s)\s*\n[\s>]*/g, ' ').trim();
  if (line.length <= LONGEST_LINK) return line;
  const half = LONGEST_LINK / 2 - 2;
  return `${line.slice(0, half)} … ${line.slice(-half)}`;
}

/** A sentence in the middle of a line; a formula at its beginning stays. */
const uncapitalized = (sentence: string): string =>
  /^[A-Z][a-z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;

/** Whether an object or array that a constant holds stays as it was made. */
import type { Declaration } from './scope.js';
import { spanOf } from './unreadable.js';

/** What may follow the name: a property or an entry that is read, or a method that changes nothing. */
const READ =
  /^\s*(?:\.\s*(?:reduce|map)\b|(?:\.\s*[\w$]+(?![\w$])|\[[^[\]]*\])(?!\s*(?:\(|\[|\.|=(?!=)|[-+*/%&|^<>?]{1,3}=(?!=)|\+\+|--)))/;
/** What may stand before it: a pattern that takes it apart. */
const TAKEN_APART = /[}\]]\s*=\s*$/;
const CHANGED_BEFORE = /(?:\+\+|--|\bdelete)\s*$/;

/**
 * Frozen, or used in the file only to read properties and entries. Judged by the text, words in comments among it:
 * in doubt it may change.
 */
export function isUnchanging(text: string, d: Declaration): boolean {
  const { from, to } = spanOf(d.init ?? d.id);
  if (/\bas\s+const\s*$/.test(text.slice(from, to)) || /^Object\s*\.\s*freeze\b/.test(text.slice(from)))
    return true;
  const own = spanOf(d.id).from;
  for (let at = text.indexOf(d.name); at >= 0; at = text.indexOf(d.name, at + 1)) {
    if (at === own || !isWhole(text, at, d.name.length)) continue;
    const before = text.slice(Math.max(0, at - 40), at);
    if (CHANGED_BEFORE.test(before)) return false;
    if (!READ.test(text.slice(at + d.name.length, at + d.name.length + 200)) && !TAKEN_APART.test(before))
      return false;
  }
  return true;
}

const isWhole = (text: string, at: number, length: number): boolean =>
  !/[\w$.]/.test(text.charAt(at - 1)) && !/[\w$]/.test(text.charAt(at + length));

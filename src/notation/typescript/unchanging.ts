/** Whether a name of the file stays what it was made: judged by the text, words in comments among it. In doubt it may change. */
import type { Declaration } from './scope.js';
import { spanOf } from './unreadable.js';

/** Whether a variable is given another value anywhere in its scope, by its own name or another's of the same spelling. */
export function isReassigned(text: string, d: Declaration): boolean {
  const { from, to } = spanOf(d.scope.node);
  const own = spanOf(d.id).from;
  for (const at of occurrences(text, d.name, from, to)) {
    if (at === own) continue;
    const before = text.slice(Math.max(from, at - 12), at);
    const after = text.slice(at + d.name.length, at + d.name.length + 8);
    if (CHANGED_BEFORE.test(before)) return true;
    // `let k = 2` of another scope declares a name of its own.
    if (ASSIGNED.test(after) && (d.kind === 'var' || !/\b(?:let|const|var)\s+$/.test(before))) return true;
    // Part of a pattern, perhaps of `[a, b] = [b, a]`.
    if (/[[,{]\s*$/.test(before) && /^\s*[\],}]/.test(after) && /\]\s*=(?![=>])|\}\s*=(?![=>])/.test(text.slice(at, at + 200)) && !isRead(text, at, to)) return true; // prettier-ignore
  }
  return false;
}
const ASSIGNED = /^\s*(?:=(?![=>])|(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)=(?!=)|\+\+|--)/;
const CHANGED_BEFORE = /(?:\+\+|--|\bdelete|\bof)\s*$/;
/** Whether the bracket that follows is closed by anything but an assignment. */
function isRead(text: string, at: number, to: number): boolean {
  const close = text.slice(at, Math.min(to, at + 200)).search(/[\]}]/);
  return close < 0 || !/^[\]}]\s*=(?![=>])/.test(text.slice(at + close, at + close + 8));
}

/**
 * Whether an object or array that a constant holds stays as it was made: frozen, or used in the file only to be read,
 * gone through and exported.
 */
export function isUnchanging(text: string, d: Declaration): boolean {
  const { from, to } = spanOf(d.init ?? d.id);
  const init = text.slice(from, to);
  if (/\bas\s+const\s*$/.test(init) || /^Object\s*\.\s*freeze\b/.test(init)) return true;
  const own = spanOf(d.id).from;
  const hasMethods = !/\bthis\b/.test(init);
  for (const at of occurrences(text, d.name, 0, text.length)) {
    if (at === own) continue;
    const before = text.slice(Math.max(0, at - 60), at);
    const after = text.slice(at + d.name.length, at + d.name.length + 200);
    if (/(?:\+\+|--|\bdelete)\s*$/.test(before)) return false;
    if (!isPathRead(after, hasMethods) && !PASSED_ON.test(before) && !isExport(before, after)) return false;
  }
  return true;
}

/** What may stand before it: a pattern that takes it apart, a loop that goes through it, a spread. */
const PASSED_ON = /(?:[}\]]\s*=|\bof|\.\.\.)\s*$/;
const isExport = (before: string, after: string): boolean =>
  /(?:\bexport\s+default|\bexports(?:\.[\w$]+)?\s*=)\s*$/.test(before) ||
  (/\bexport\s*\{[^{}]*$/.test(before) && /^[^{}]*\}/.test(after));

/** `.a.b[i]` read, or a method of it called that changes nothing. */
function isPathRead(after: string, hasMethods: boolean): boolean {
  const path = /^(?:\s*(?:!\s*)?(?:\??\.\s*[\w$]+|\[[^[\]]*\]))+/.exec(after)?.[0];
  if (path === undefined) return false;
  const rest = after.slice(path.length).replace(/^\s*!/, '');
  if (!/^\s*\(/.test(rest)) return !ASSIGNED.test(rest);
  const method = /(?<![\w$])([\w$]+)\s*$/.exec(path)?.[1] ?? '';
  return READING.has(method) || (hasMethods && !CHANGING.has(method));
}
const READING: ReadonlySet<string> = new Set([
  'reduce', 'reduceRight', 'map', 'forEach', 'slice', 'at', 'filter', 'some', 'every', 'find', 'findIndex', 'indexOf',
  'includes', 'concat', 'join', 'entries', 'keys', 'values', 'flat', 'flatMap',
]); // prettier-ignore
const CHANGING: ReadonlySet<string> = new Set([
  'push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin', 'set', 'delete', 'clear', 'add',
]); // prettier-ignore

/** Where a name stands in a part of the text, as a whole word that is no property. */
function* occurrences(text: string, name: string, from: number, to: number): Generator<number> {
  for (let at = text.indexOf(name, from); at >= 0 && at < to; at = text.indexOf(name, at + 1)) {
    const isProperty =
      /[\w$]/.test(text.charAt(at - 1)) || (text.charAt(at - 1) === '.' && text.charAt(at - 2) !== '.');
    if (!isProperty && !/[\w$]/.test(text.charAt(at + name.length))) yield at;
  }
}

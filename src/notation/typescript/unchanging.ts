/** Whether a name of the file stays what it was made: judged by the text, words in comments among it. In doubt it may change. */
import type * as t from '@babel/types';
import { outermost, type Declaration, type Scope } from './scope.js';
import { spanOf } from './unreadable.js';
import { countBelow } from '../../text/ascending.js';

/** Whether a variable is given another value anywhere in its scope, by its own name or another's of the same spelling. */
export function isReassigned(text: string, d: Declaration): boolean {
  const { from, to } = spanOf(d.scope.node);
  const own = spanOf(d.id).from;
  for (const at of occurrences(text, d, from, to)) {
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
  for (const at of occurrences(text, d, 0, text.length)) {
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
function* occurrences(text: string, d: Declaration, from: number, to: number): Generator<number> {
  const places = /^[\w$]+$/.test(d.name)
    ? (wordsOf(text, d.scope).get(d.name) ?? [])
    : placesOf(text, d.name);
  for (let k = countBelow(places, from); k < places.length; k++) {
    const at = places[k] ?? to;
    if (at >= to) return;
    if (text.charAt(at - 1) !== '.' || text.charAt(at - 2) === '.') yield at;
  }
}

/** Of a name with other letters than those of a word here: wherever no word goes on with it. */
function placesOf(text: string, name: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[\w$]/.test(text.charAt(at - 1)) && !/[\w$]/.test(text.charAt(at + name.length))) places.push(at);
  return places;
}

/** The places of all words of the file, ascending, gathered once: every name of it may be asked about. */
function wordsOf(text: string, scope: Scope): ReadonlyMap<string, readonly number[]> {
  const file = outermost(scope).node;
  const known = words.get(file);
  if (known) return known;
  const found = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(/[\w$]+/g)) {
    const places = found.get(word);
    if (places) places.push(index);
    else found.set(word, [index]);
  }
  words.set(file, found);
  return found;
}
const words = new WeakMap<t.Node, ReadonlyMap<string, readonly number[]>>();

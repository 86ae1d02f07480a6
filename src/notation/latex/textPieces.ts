/** Pieces of words: names of several letters, and running text. */
import type { Mark } from '../../core/index.js';
import { isUsualDifferential } from '../../customs/usually.js';
import type { Span } from '../notation.js';
import { widenAll } from './compose.js';
import { isKnownWord } from './functions.js';
import type { Node } from './katexTree.js';
import { bare, place, type Piece } from './piece.js';
import { isProse } from './prose.js';

/** What \\text{…} holds: a function, a name, or prose. */
export function wordOrProse(text: string, span: Span, font: string | undefined): Piece {
  const word = text.trim();
  if (isKnownWord(word)) return { kind: 'word', text: word, ...place(span) };
  if (/^[A-Za-z][A-Za-z0-9_-]*$/.test(text) && !isProse(text)) {
    const mark = font === '\\textbf' ? 'bold' : 'roman';
    if (word.length === 1) return { kind: 'name', base: word, marks: [mark], ...place(span) };
    return { kind: 'word', text: word, ...place(span) };
  }
  return { kind: 'prose', text: word, ...place(span) };
}

/** What is set upright: a word where the letters spell one, else the pieces, of which a letter alone is upright. */
export function uprightPieces(text: string, pieces: readonly Piece[], span: Span): Piece[] {
  if (/^[A-Za-z][A-Za-z0-9 ]*$/.test(text) && (text.length > 1 || isKnownWord(text)))
    return wordPieces(text, span);
  const only = pieces[0];
  if (pieces.length !== 1 || only?.kind !== 'name') return widenAll(pieces, span);
  const marks: readonly Mark[] = only.marks.includes('roman') ? only.marks : [...only.marks, 'roman'];
  return [{ ...only, ...place(span), marks }];
}

/** A word set upright; \\mathrm{dx} is a differential, d and x. */
function wordPieces(text: string, span: Span): Piece[] {
  if (text.length !== 2 || !text.startsWith('d') || !isUsualDifferential(text.charAt(1)))
    return [{ kind: 'word', text, ...place(span) }];
  const mid = Math.max(span.from, span.to - 1);
  const d: Piece = { kind: 'name', base: 'd', marks: ['roman'], ...bare(span.from, mid) };
  return [d, { kind: 'name', base: text.slice(1), marks: [], ...bare(mid, span.to) }];
}

/** Whether the nodes spell one word. */
export function isWordBody(body: readonly Node[]): boolean {
  const text = plainText(body);
  return (
    text.trim().length > 1 &&
    /^[A-Za-z][A-Za-z0-9 ]*$/.test(text.trim()) &&
    body.every((n) => n.type !== 'supsub')
  );
}

/** The characters of symbols, spaces kept; a formula inside counts for nothing. */
export function plainText(nodes: readonly Node[]): string {
  return nodes.map(nodeText).join('');
}
function nodeText(n: Node): string {
  if (n.type === 'mathord' || n.type === 'textord' || n.type === 'atom') return n.text;
  if (n.type === 'spacing' || n.type === 'kern') return ' ';
  if (n.type === 'op') return n.name ?? plainText(n.body ?? []);
  if (n.type === 'accent') return nodeText(n.base);
  if (n.type === 'font') return nodeText(n.body);
  if (n.type === 'ordgroup' || n.type === 'mclass' || n.type === 'text' || n.type === 'hbox')
    return plainText(n.body);
  return n.type === 'styling' ? '' : '\uFFFD';
}
